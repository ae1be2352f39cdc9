"""The door of a vault: who may open it, how long to wait after wrong tries, and its conversion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ctg_desktop.db.clock import Clock, local_now
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.vault_files import ASIDE_NAME, FILE_NAME, is_lost, is_vault
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import UserError
from ctg_desktop.keys import attempts, keyring
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.door import Door, OpenDoor, Opened, Tries
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
class _Beside:
    """The keyring in its file beside the vault."""

    folder: Path

    def read(self) -> Keyring:
        return keyring.read(self.folder)

    def write(self, keys: Keyring) -> None:
        keyring.write(self.folder, keys)


class Access(Door):
    """The door of one vault folder, from outside.

    Args:
        folder: Of the vault.
        now: The clock of the delay after wrong tries.
        keys: Folder whose locks are tried, of a backup of the vault; its own by default.
    """

    has_locks = True
    """Whether there are locks in which a password can be changed; for those of a backup, once one
    of them was opened."""

    def __init__(self, folder: Path, now: Clock = local_now, keys: Path | None = None) -> None:
        self._folder = folder.absolute()
        self._now = now
        super().__init__(_Beside(keys or self._folder), Tries(self._folder, attempts.NAME, now))

    @property
    def is_lost(self) -> bool:
        """Whether the database is gone from a folder that still holds backups of it.

        Raises:
            EnvironmentFault: ``vault-unreadable``, ``vault-read-only``.
        """
        return is_lost(self._folder)

    @property
    def state(self) -> VaultState:
        """How the vault is opened.

        Raises:
            UserError: ``vault-in-use``; ``keyring-newer``.
            EnvironmentFault: ``keyring-missing``, ``keyring-unreadable``, ``keyring-damaged``;
                ``vault-damaged``, ``vault-unreadable``.
        """
        if self.is_lost:  # whoever opens it is led to its backups
            return VaultState.PRACTICE if self.is_practice else VaultState.LOCKED
        if not is_vault(self._folder):
            return VaultState.NONE
        if (self._folder / ASIDE_NAME).exists():
            self._finish_conversion()
        if is_plain(self._folder / FILE_NAME):
            return self._plain_state()
        return VaultState.PRACTICE if self.is_practice else VaultState.LOCKED

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
        from ctg_desktop.db import conversion

        key, made = self._practice_keys() if keys is None else (keys.key, keys.keyring)
        conversion.convert(
            self._folder,
            key,
            lambda: begin(self._folder, made),
            now=self._now,
            progress=progress,
        )

    def _finish_conversion(self) -> None:
        from ctg_desktop.db import conversion

        conversion.resume(self._folder, now=self._now)

    def _plain_state(self) -> VaultState:
        from ctg_desktop.db import conversion

        practice = conversion.is_demonstration(self._folder)
        return VaultState.PLAIN_PRACTICE if practice else VaultState.PLAIN

    def _practice_keys(self) -> tuple[bytes, Keyring]:
        if self.state is not VaultState.PLAIN_PRACTICE:
            raise UserError("password-needed", field="password")
        key = keyring.new_key()
        return key, Keyring.practice(new_id(), key, self._now().date())


def begin(folder: Path, keys: Keyring) -> None:
    """Put a vault's locks and the tally of tries beside its file, before that takes its name.

    Raises:
        EnvironmentFault: ``keyring-not-kept``, ``disk-full`` and the like.
    """
    keyring.write(folder, keys)
    attempts.succeeded(folder)


def _always() -> None:
    """Allow it."""


class OpenAccess(OpenDoor):
    """The locks of a vault that is open: who has a password, and the printed code.

    Args:
        folder: Of the vault.
        key: Its own, proved by the vault that it opened.
        names: That make a password easy to guess: the commune's.
        now: The clock.
        before_change: Refuses a change of the locks while the vault is only consulted.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        names: Sequence[str] = (),
        now: Clock = local_now,
        before_change: Callable[[], None] = _always,
    ) -> None:
        folder = folder.absolute()
        super().__init__(_Beside(folder), Tries(folder, attempts.NAME, now), lambda: key, names)
        self._before_change = before_change

    def _keep(self, keys: Keyring) -> None:
        self._before_change()
        super()._keep(keys)
