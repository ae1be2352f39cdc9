"""A vault whose locks are damaged or gone: those of a backup take their place.

The key of a vault never changes, so that an older keyring opens it with the passwords of its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ctg_desktop.db import backup_files, key_proof
from ctg_desktop.db.clock import Clock, local_now
from ctg_desktop.db.vault_files import is_lost, is_vault
from ctg_desktop.db.vault_lock import VaultLock
from ctg_desktop.domain.backup import Backup, newest_first
from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring, Unlocked
from ctg_desktop.usecases.access import Access, Opened

LOST = {"keyring-missing", "keyring-unreadable", "keyring-damaged"}
"""Faults that keep everybody out, whatever the password."""


@dataclass(frozen=True, slots=True)
class OldKeys:
    """The locks of a backup.

    Attributes:
        name: Of the backup.
        folder: Where they are.
        made_on: When the backup was made; ``None`` when it does not say.
    """

    name: str
    folder: Path
    made_on: datetime | None = None


def old_keys(folder: Path) -> OldKeys | None:
    """Return the locks of the newest backup whose locks are whole, else readable in part.

    Raises:
        EnvironmentFault: The folder of the backups cannot be read.
    """
    root = folder / backup_files.FOLDER_NAME
    found = [
        (one, _readable(root / one.name)) for one in newest_first(backup_files.backups_of(root))
    ]
    good = [(one, keys) for one, keys in found if keys is not None]
    whole = [(one, keys) for one, keys in good if not keys.damaged]
    return next((_of(one, root) for one, _keys in whole or good), None)


def _of(backup: Backup, root: Path) -> OldKeys:
    made_on = backup.manifest.made_on if backup.manifest else None
    return OldKeys(backup.name, root / backup.name, made_on)


class OldAccess(Access):
    """The door of a vault, opened by the locks of a backup, which then become its own.

    What was there is set aside, never overwritten. Tries are counted in the vault's folder. Locks
    that can be read again, and those of a database that the key does not open, are left alone.

    Args:
        folder: Of the vault.
        keys: Whose locks are used.
        now: The clock.

    Attributes:
        taken: Whether the locks are the vault's own now.
    """

    def __init__(self, folder: Path, keys: OldKeys, now: Clock = local_now) -> None:
        super().__init__(folder, now, keys.folder)
        self.taken = False
        self.has_locks = False

    @property
    def has_own(self) -> bool:
        """Whether the vault has locks of its own that can be read."""
        return _readable(self._folder) is not None

    def _welcome(self, unlocked: Unlocked) -> Opened:
        opened = super()._welcome(unlocked)
        if not self.taken:
            self._take(unlocked.key)
        self.has_locks = self.taken or self.has_own
        return opened

    def _take(self, key: bytes) -> None:
        """Put the locks in their place once their key is proved to be the vault's.

        Where the database is gone, too, nothing proves it: the backup that is restored has them.

        Raises:
            UserError: ``vault-missing``, ``vault-in-use``.
            EnvironmentFault: ``vault-unreadable``, ``disk-full`` and the like.
        """
        if is_lost(self._folder):
            return
        if not is_vault(self._folder):
            raise UserError("vault-missing", folder=str(self._folder))
        lock = VaultLock(self._folder)
        lock.acquire(self._now())
        try:
            if not self.has_own and key_proof.opens(self._folder, key):
                keyring.write(self._folder, self._keyring())
                self.taken = True
        finally:
            lock.release()


def _readable(folder: Path) -> Keyring | None:
    try:
        return keyring.read(folder)
    except CtgError:
        return None
