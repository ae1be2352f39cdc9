"""Put a backup in the place of the present vault, which is kept first. The vault is closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ctg_desktop.db import backup_files, backup_making, restoring
from ctg_desktop.db.clock import local_now
from ctg_desktop.db.engine import vault_engine
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.manifest_seal import SealKey, seal_key
from ctg_desktop.db.vault_files import tidy
from ctg_desktop.db.vault_lock import VaultLock
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.backup import Backup, Manifest, Why, newest_first
from ctg_desktop.domain.health import Damage, damage_of
from ctg_desktop.errors import CtgError, EnvironmentFault, UserError
from ctg_desktop.keys import keyring, keyring_file
from ctg_desktop.usecases.access import Opened, begin
from ctg_desktop.usecases.finding_backups import Found, located, newest_whole, pointed_at

__all__ = ["Found", "OpenRecovery", "Recovery", "Restoration", "Restored", "located"]

_NOTHING = restoring.Present(None, 0, 0)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        made_on: When the backup was made; ``None`` when it does not say.
        kept: The backup of what was there before; ``None`` when that could not be read.
        set_aside: The files of what was there before, when they were damaged.
    """

    made_on: datetime | None
    kept: Backup | None = None
    set_aside: Path | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    present: restoring.Present
    backup: Backup | None = None
    set_aside: Path | None = None


class Recovery:
    """Restores a vault that is closed, damaged, or not there at all.

    Args:
        folder: Of the vault.
        now: The clock.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = local_now) -> None:
        self._folder = folder.absolute()
        self._now = now

    def backups(self) -> list[Backup]:
        """Return the backups beside the vault, the newest first."""
        return newest_first(backup_files.backups_of(self._root))

    def newest_whole(self, key: bytes) -> Found | None:
        """Return the one to propose: sealed with the vault's key, and whole to this day."""
        return newest_whole(self._root, backup_files.backups_of(self._root, seal_key(key)))

    def pointed_at(self, chosen: Path, key: bytes) -> Found:
        """Return the backup of this vault that a person means, also when she names a stick.

        Raises:
            UserError: As :func:`ctg_desktop.usecases.finding_backups.pointed_at`.
            EnvironmentFault: Likewise.
        """
        return pointed_at(chosen, seal_key(key))

    def folder_of(self, backup: Backup) -> Path:
        """Return where a backup is."""
        return self._root / backup.name

    def restore(self, backup: Path, key: bytes, actor: str = "") -> Restored:
        """Put a backup in the place of the vault, whole or not at all.

        What is there now is kept first, as a backup, or as files when it is damaged.

        Args:
            backup: Its folder, or a file in it.
            key: Of the vault.
            actor: Who asks, for the journals.

        Raises:
            UserError: ``backup-unknown``, ``backup-newer``, ``backup-foreign``; ``vault-newer``;
                ``vault-in-use``.
            EnvironmentFault: ``backup-damaged``: nothing was touched; ``disk-full``;
                ``vault-busy``, ``vault-unreadable``, ``vault-read-only``: the present vault cannot
                be reached just now, and is not taken for damaged.
        """
        backup = located(backup)
        self._check_keyring(backup, backup_files.read_manifest(backup))
        manifest = backup_files.read_manifest(backup, seal_key(key))
        backup_files.check_files(backup, manifest)
        with machine_faults():
            self._folder.mkdir(parents=True, exist_ok=True)
        lock = VaultLock(self._folder)
        lock.acquire(self._now())
        try:
            tidy(self._folder)
            restoring.finish(self._folder)
            return self._restored(backup, manifest, key, actor)
        finally:
            lock.release()

    def _restored(self, backup: Path, manifest: Manifest, key: bytes, actor: str) -> Restored:
        at = self._now()
        engine_for = partial(vault_engine, key=key)
        kept = self._keep_present(key, manifest, at)
        access = Access(
            at.isoformat(timespec="seconds"),
            actor,
            AccessKind.RESTORED,
            f"backup-{backup.name}"[:64],
        )
        try:
            restoring.prepare(self._folder, backup, engine_for, kept.present, access)
        except EnvironmentFault as fault:
            restoring.finish(self._folder)
            if fault.code == "vault-damaged":
                raise EnvironmentFault("backup-damaged", name=backup.name) from fault
            raise
        except BaseException:
            restoring.finish(self._folder)
            raise
        self._take_keyring(backup)
        restoring.commit(self._folder)
        return Restored(manifest.made_on, kept.backup, kept.set_aside)

    def _keep_present(self, key: bytes, manifest: Manifest, at: datetime) -> _Kept:
        present = self._known(manifest, seal_key(key))
        if not (self._folder / backup_files.DATABASE).exists():
            return _Kept(present)
        engine = vault_engine(self._folder / backup_files.DATABASE, key)
        try:
            found = restoring.present_of(engine)
            if found.site != manifest.site:
                raise UserError("backup-foreign", found=manifest.owner)
            present = replace(
                found,
                epoch=max(found.epoch, present.epoch),
                counter=max(found.counter, present.counter),
                erased={*found.erased, *present.erased},
            )
            kept = backup_making.make(engine, key, self._folder, Why.RESTORE, at)
        except EnvironmentFault as fault:
            if damage_of(fault.code) is not Damage.DAMAGED:
                raise
        else:
            return _Kept(present, kept)
        finally:
            engine.dispose()
        return _Kept(present, set_aside=restoring.set_aside(self._folder, at))

    def _known(self, manifest: Manifest, key: SealKey) -> restoring.Present:
        """Return what all backups beside the vault know of it."""
        found = [one.manifest for one in backup_files.backups_of(self._root, key) if one.manifest]
        ours = [manifest, *(one for one in found if one.site == manifest.site)]
        return replace(
            _NOTHING,
            epoch=max(one.epoch for one in ours),
            counter=max(one.counter for one in ours),
            erased={one for each in ours for one in each.erased},
        )

    def _check_keyring(self, backup: Path, manifest: Manifest) -> None:
        """Refuse a backup of another vault, whose key is another one."""
        mine, theirs = _vault_id(self._folder), _vault_id(backup)
        if mine and theirs and mine != theirs:
            raise UserError("backup-foreign", found=manifest.owner)

    def _take_keyring(self, backup: Path) -> None:
        """Take the keyring of the backup where the present one is missing or damaged.

        The key of a vault never changes: the present keyring, with the passwords of today, opens
        the database of any day.
        """
        if _vault_id(self._folder) or not _vault_id(backup):
            return
        begin(self._folder, keyring.read(backup))

    @property
    def _root(self) -> Path:
        return self._folder / backup_files.FOLDER_NAME


@dataclass(frozen=True, slots=True)
class Restoration:
    """A restore that was decided while the vault was open, and is done once it is closed.

    Attributes:
        opened: What opens the vault, before and after.
    """

    folder: Path
    backup: Path
    opened: Opened

    def run(self) -> Restored:
        """Restore.

        Raises:
            CtgError: As :meth:`Recovery.restore`.
        """
        return Recovery(self.folder).restore(self.backup, self.opened.key, self.opened.user)


class OpenRecovery:
    """Decides restores of a vault that is open.

    Args:
        folder: Of the vault.
        opened: What opened it.
    """

    def __init__(self, folder: Path, opened: Opened) -> None:
        self._folder, self._opened = folder, opened

    def of(self, backup: Path) -> Restoration:
        """Return the restore of a backup, to be run once the vault is closed."""
        return Restoration(self._folder, backup, self._opened)

    def pointed_at(self, chosen: Path) -> Found:
        """Return the backup that a person means; see :meth:`Recovery.pointed_at`."""
        return Recovery(self._folder).pointed_at(chosen, self._opened.key)


def _vault_id(folder: Path) -> str | None:
    """Return whose keys a folder holds; ``None`` when they are missing or cannot be read."""
    if not keyring_file.exists(folder):
        return None
    with suppress(CtgError):
        return keyring.read(folder).vault_id
    return None
