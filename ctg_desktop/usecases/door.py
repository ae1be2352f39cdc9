"""A door with several locks: who may open it, and how long to wait after wrong tries.

The vault has one, whose keyring is a file beside it; the register has another one inside.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from ctg_desktop.errors import UserError
from ctg_desktop.keys import attempts
from ctg_desktop.keys.keyring import Keyring, NewUser, Unlocked
from ctg_desktop.keys.passwords import prepared
from ctg_desktop.keys.recovery import RecoveryCode


@dataclass(frozen=True, slots=True)
class Opened:
    """What opened the door.

    Attributes:
        key: Of what is behind it; never shown, never logged.
        user: Whose password it was; empty for the printed code and for a practice vault.
    """

    key: bytes = field(repr=False)
    user: str = ""


class KeyringPlace(Protocol):
    """Where a keyring is kept."""

    def read(self) -> Keyring:
        """Read it."""
        ...

    def write(self, keys: Keyring) -> None:
        """Replace it."""
        ...


@dataclass(frozen=True, slots=True)
class Tries:
    """Where wrong tries are counted.

    Attributes:
        folder: Of the vault.
        name: Of the file.
        now: The clock of the delay.
    """

    folder: Path
    name: str
    now: Callable[[], datetime]

    def wait(self) -> timedelta:
        """Return how long to wait before the next try."""
        return attempts.wait_for(self.folder, self.now(), self.name)

    def count(self) -> timedelta:
        """Count a try; return the delay before the next one."""
        return attempts.failed(self.folder, self.now(), self.name)

    def forget(self) -> None:
        """Forget all tries: one has succeeded."""
        attempts.succeeded(self.folder, self.name)


class Door:
    """The door from outside.

    Args:
        place: Of its keyring.
        tries: Where wrong tries are counted.
    """

    def __init__(self, place: KeyringPlace, tries: Tries) -> None:
        self._place = place
        self._tries = tries
        self._closed_until = 0.0

    @property
    def is_practice(self) -> bool:
        """Whether it opens without a password, since what is behind it is invented."""
        return self._keyring().is_practice

    def users(self) -> tuple[str, ...]:
        """Return the names of those who have a password, in the order in which they came."""
        return self._keyring().users

    def wait(self) -> timedelta:
        """Return how long to wait before the next try; zero when none is needed."""
        here = timedelta(seconds=max(0.0, self._closed_until - time.monotonic()))
        return max(here, self._tries.wait())

    def unlock(self, password: str, user: str | None = None) -> Opened:
        """Open with a password; without a name, every user's is tried.

        Raises:
            UserError: ``too-many-tries`` with the seconds to wait; ``password-wrong``;
                ``password-missing``, ``password-sign``, ``password-too-long``; ``user-unknown``;
                ``keyring-newer``.
            EnvironmentFault: ``keyring-missing``, ``keyring-unreadable``, ``keyring-damaged``.
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
            EnvironmentFault: As ``unlock``.
        """
        keys, code = self._keyring(), RecoveryCode.parse(typed)
        self._count_try("code")
        return self._welcome(keys.unlock_by_code(code))

    def unlock_practice(self) -> Opened:
        """Open what needs no password.

        Raises:
            UserError: ``password-missing``: it does need one.
        """
        return self._welcome(self._keyring().unlock_practice())

    def _keyring(self) -> Keyring:
        return self._place.read()

    def _count_try(self, field: str) -> None:
        wait = self.wait()
        if wait:
            seconds = math.ceil(wait.total_seconds())
            raise UserError("too-many-tries", field=field, seconds=seconds)
        delay = self._tries.count()
        # A folder that cannot be written does not count: this object does.
        self._closed_until = time.monotonic() + delay.total_seconds()

    def _welcome(self, unlocked: Unlocked) -> Opened:
        self._tries.forget()
        self._closed_until = 0.0
        return Opened(unlocked.key, unlocked.slot.name)


class OpenDoor(Door):
    """The locks of a door that is open: who has a password, and the printed code.

    Args:
        place: Of its keyring.
        tries: Where wrong tries are counted.
        key: Gives the key of what is behind it, proved by what it opened.
        names: That make a password easy to guess: the commune's.
    """

    def __init__(
        self, place: KeyringPlace, tries: Tries, key: Callable[[], bytes], names: Sequence[str] = ()
    ) -> None:
        super().__init__(place, tries)
        self._key = key
        self._names = tuple(names)

    def add_user(self, user: NewUser) -> None:
        """Give one more person a password.

        Raises:
            UserError: ``keyring-practice``, ``users-too-many``, ``user-name-missing``,
                ``user-name-twice``, ``text-too-long``, ``password-too-weak`` and what a password
                may not hold.
            EnvironmentFault: As ``unlock``; ``keyring-not-kept``, ``disk-full`` and the like.
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
        """Give a person who forgot it a new password, once the door was opened otherwise.

        Raises:
            UserError: ``user-unknown``, ``password-too-weak`` and what a password may not hold.
            EnvironmentFault: As ``add_user``.
        """
        keys = self._keyring()
        holder, today = self._holder(keys), self._today()
        self._keep(keys.change_password(holder, name, new, today, self._names))

    def draw_code(self, password: str) -> RecoveryCode:
        """Draw another code to print; it opens nothing before :meth:`take_code`.

        Args:
            password: Of whoever asks, given again.

        Raises:
            UserError: ``keyring-practice``; as ``unlock``.
            EnvironmentFault: As ``unlock``.
        """
        if self.is_practice:
            raise UserError("keyring-practice")
        self.unlock(password)
        return RecoveryCode.new()

    def take_code(self, code: RecoveryCode) -> None:
        """Let a code open the door, once its sheet was tried; the former opens nothing more.

        Raises:
            UserError: ``keyring-practice``.
            EnvironmentFault: As ``add_user``.
        """
        keys = self._keyring()
        self._keep(keys.renew_recovery(self._holder(keys), code, self._today()))

    def _holder(self, keys: Keyring) -> Unlocked:
        return Unlocked(self._key(), keys.slots[0], keys.vault_id)

    def _keep(self, keys: Keyring) -> None:
        self._place.write(keys)

    def _today(self) -> date:
        return self._tries.now().date()
