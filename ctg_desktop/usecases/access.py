"""The door of a vault: who may open it, how long to wait after wrong tries, and its conversion."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from ctg_desktop.db import conversion
from ctg_desktop.db.vault import Clock, is_vault, local_now
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.import_plan import Progress, silent
from ctg_desktop.errors import UserError
from ctg_desktop.keys import attempts, keyring
from ctg_desktop.keys.keyring import Keyring, NewUser, Unlocked
from ctg_desktop.keys.passwords import prepared
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.new_keys import NewKeys

__all__ = ["Access", "NewUser", "OpenAccess", "Opened", "RecoveryCode", "VaultState"]


class VaultState(StrEnum):
    """How a folder's vault is opened."""

    NONE = "none"
    PLAIN = "plain"
    PLAIN_PRACTICE = "plain-practice"
    PRACTICE = "practice"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Opened:
    """What opened the door.

    Attributes:
        key: Of the vault; never shown, never logged.
        user: Whose password it was; empty for the printed code and for a practice vault.
    """

    key: bytes = field(repr=False)
    user: str = ""


class Access:
    """The door of one vault folder, from outside.

    Args:
        folder: Of the vault.
        now: The clock of the delay after wrong tries.
    """

    def __init__(self, folder: Path, now: Clock = local_now) -> None:
        self._folder = folder.absolute()
        self._now = now
        self._closed_until = 0.0

    @property
    def state(self) -> VaultState:
        """How the vault is opened.

        Raises:
            UserError: ``vault-in-use``; ``keyring-newer``.
            EnvironmentFault: ``keyring-missing``, ``keyring-unreadable``, ``keyring-damaged``;
                ``vault-damaged``, ``vault-unreadable``.
        """
        if not is_vault(self._folder):
            return VaultState.NONE
        conversion.resume(self._folder, now=self._now)
        if conversion.is_plain_vault(self._folder):
            practice = conversion.is_demonstration(self._folder)
            return VaultState.PLAIN_PRACTICE if practice else VaultState.PLAIN
        return VaultState.PRACTICE if self.is_practice else VaultState.LOCKED

    @property
    def is_practice(self) -> bool:
        """Whether the vault holds invented data and opens without a password."""
        return self._keyring().is_practice

    def users(self) -> tuple[str, ...]:
        """Return the names of those who have a password, in the order in which they came."""
        return self._keyring().users

    def wait(self) -> timedelta:
        """Return how long to wait before the next try; zero when none is needed."""
        here = timedelta(seconds=max(0.0, self._closed_until - time.monotonic()))
        return max(here, attempts.wait_for(self._folder, self._now()))

    def unlock(self, password: str, user: str | None = None) -> Opened:
        """Open with a password; without a name, every user's is tried.

        Raises:
            UserError: ``too-many-tries`` with the seconds to wait; ``password-wrong``;
                ``password-missing``, ``password-sign``, ``password-too-long``; ``user-unknown``;
                ``keyring-newer``.
            EnvironmentFault: As ``state``.
        """
        keys = self._keyring()
        prepared(password)
        self._count_try("password")
        return self._welcome(keys.unlock(password, user))

    def unlock_by_code(self, typed: str) -> Opened:
        """Open with the printed code; a mistyped one is told before it counts as a try.

        Raises:
            UserError: ``too-many-tries``; ``recovery-code-wrong``, ``recovery-code-incomplete``,
                ``recovery-code-mistyped``; ``keyring-newer``.
            EnvironmentFault: As ``state``.
        """
        keys, code = self._keyring(), RecoveryCode.parse(typed)
        self._count_try("code")
        return self._welcome(keys.unlock_by_code(code))

    def unlock_practice(self) -> Opened:
        """Open a practice vault.

        Raises:
            UserError: ``password-missing``: this is a real vault.
        """
        return self._welcome(self._keyring().unlock_practice())

    def convert(self, keys: NewKeys | None = None, progress: Progress = silent) -> None:
        """Encrypt a plain vault; nothing readable is left of it.

        Args:
            keys: Of those who will open it; none for a demonstration, which needs no password.
            progress: Told how many tables were compared, of how many.

        Raises:
            UserError: ``password-needed``; ``vault-in-use``, ``vault-missing``,
                ``vault-encrypted``.
            EnvironmentFault: ``vault-damaged``: the plain vault, which was left alone;
                ``conversion-differs``; ``disk-full`` and the like.
        """
        key, made = self._practice_keys() if keys is None else (keys.key, keys.keyring)
        conversion.convert(
            self._folder,
            key,
            lambda: begin(self._folder, made),
            now=self._now,
            progress=progress,
        )

    def _practice_keys(self) -> tuple[bytes, Keyring]:
        if self.state is not VaultState.PLAIN_PRACTICE:
            raise UserError("password-needed", field="password")
        key = keyring.new_key()
        return key, Keyring.practice(new_id(), key, self._now().date())

    def _keyring(self) -> Keyring:
        return keyring.read(self._folder)

    def _count_try(self, field: str) -> None:
        wait = self.wait()
        if wait:
            seconds = math.ceil(wait.total_seconds())
            raise UserError("too-many-tries", field=field, seconds=seconds)
        delay = attempts.failed(self._folder, self._now())
        # A folder that cannot be written does not count: this object does.
        self._closed_until = time.monotonic() + delay.total_seconds()

    def _welcome(self, unlocked: Unlocked) -> Opened:
        attempts.succeeded(self._folder)
        self._closed_until = 0.0
        return Opened(unlocked.key, unlocked.slot.name)


def begin(folder: Path, keys: Keyring) -> None:
    """Put a vault's locks and the tally of tries beside its file, before that takes its name.

    Raises:
        EnvironmentFault: ``keyring-not-kept``, ``disk-full`` and the like.
    """
    keyring.write(folder, keys)
    attempts.succeeded(folder)


class OpenAccess(Access):
    """The locks of a vault that is open: who has a password, and the printed code.

    Args:
        folder: Of the vault.
        key: Its own, proved by the vault that it opened.
        names: That make a password easy to guess: the commune's.
        now: The clock.
    """

    def __init__(
        self, folder: Path, key: bytes, names: Sequence[str] = (), now: Clock = local_now
    ) -> None:
        super().__init__(folder, now)
        self._key = key
        self._names = tuple(names)

    def add_user(self, user: NewUser) -> None:
        """Give one more person a password.

        Raises:
            UserError: ``keyring-practice``, ``users-too-many``, ``user-name-missing``,
                ``user-name-twice``, ``text-too-long``, ``password-too-weak`` and what a password
                may not hold.
            EnvironmentFault: As ``state``; ``keyring-not-kept``, ``disk-full`` and the like.
        """
        keys = self._keyring()
        self._keep(keys.add_user(self._holder(keys), user, self._today(), self._names))

    def remove_user(self, name: str) -> None:
        """Take a person's lock away.

        Raises:
            UserError: ``user-unknown``, ``user-last``.
            EnvironmentFault: As ``add_user``.
        """
        self._keep(self._keyring().remove_user(name))

    def rename_user(self, name: str, password: str, new_name: str) -> None:
        """Change a name, which is sealed with its owner's password.

        Raises:
            UserError: As ``unlock`` and ``add_user``.
            EnvironmentFault: As ``add_user``.
        """
        self.unlock(password, name)
        self._keep(self._keyring().rename_user(name, password, new_name))

    def change_password(self, name: str, old: str, new: str) -> None:
        """Change one's own password; no data is written again.

        Raises:
            UserError: As ``unlock``; ``password-too-weak`` and what a password may not hold.
            EnvironmentFault: As ``add_user``.
        """
        self.unlock(old, name)
        self.reset_password(name, new)

    def reset_password(self, name: str, new: str) -> None:
        """Give a person who forgot it a new password, once the vault was opened otherwise.

        Raises:
            UserError: ``user-unknown``, ``password-too-weak`` and what a password may not hold.
            EnvironmentFault: As ``add_user``.
        """
        keys = self._keyring()
        holder, today = self._holder(keys), self._today()
        self._keep(keys.change_password(holder, name, new, today, self._names))

    def renew_code(self) -> RecoveryCode:
        """Draw another code to print; the former one opens nothing any more.

        Raises:
            UserError: ``keyring-practice``.
            EnvironmentFault: As ``add_user``.
        """
        keys = self._keyring()
        renewed, code = keys.renew_recovery(self._holder(keys), self._today())
        self._keep(renewed)
        return code

    def _holder(self, keys: Keyring) -> Unlocked:
        return Unlocked(self._key, keys.slots[0], keys.vault_id)

    def _keep(self, keys: Keyring) -> None:
        keyring.write(self._folder, keys)

    def _today(self) -> date:
        return self._now().date()
