"""Backups of an open vault: made, thinned, taken to a second place and read back from there."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.backup import Backup, Manifest, Why, newest_first, newest_verified, thinned
from ctg_desktop.errors import CtgError, EnvironmentFault, UserError
from ctg_desktop.keys import keyring

SECOND_PLACE = "second-place"

BeforeChange = Callable[[Why], object]
"""Makes a backup before a change that touches much."""

_UNSAFE = re.compile(r"[^\w-]+")


def nothing_before(_why: Why) -> None:
    """Make no backup: for what works on a vault of its own."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a backup.

    Attributes:
        folder: Where it is.
        is_new: ``False``: nothing had changed since this one, which was read again instead.
        second: Where its copy is, read back: the stick may be taken out. ``None``: there is none.
        second_fault: Why there is none although a place was chosen.
    """

    backup: Backup
    folder: Path
    is_new: bool = True
    second: Path | None = None
    second_fault: CtgError | None = None


class Backups:
    """The backups of an open vault. One thread at a time."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    @property
    def root(self) -> Path:
        """The folder that holds the backups."""
        return self._vault.folder / backup_files.FOLDER_NAME

    def all(self) -> list[Backup]:
        """Return the backups, the newest first."""
        return newest_first(self._found(self.root))

    def newest(self) -> Backup | None:
        """Return the last one that was found good."""
        return newest_verified(self._found(self.root))

    def folder_of(self, backup: Backup) -> Path:
        """Return where a backup is."""
        return self.root / backup.name

    def make(self, why: Why = Why.ASKED) -> Made:
        """Back the vault up, thin the backups out, and take a copy to the second place.

        Asked for by a person, a backup is always made; otherwise only when something changed.

        Raises:
            UserError: The vault is only consulted.
            EnvironmentFault: ``vault-damaged``: no backup was made, and none was thrown away;
                ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
        """
        self._vault.require_writing()
        present = None if why is Why.ASKED else self._unchanged()
        backup = present or self._vault.back_up(why)
        self._thin(self.root, backup)
        made = Made(backup, self.folder_of(backup), is_new=present is None)
        return self._doubled(made)

    def before(self, why: Why) -> None:
        """Back the vault up before something changes much of it.

        Raises:
            EnvironmentFault: As ``make``: the change must then not be made.
        """
        self.make(why)

    def second_place(self) -> Path | None:
        """Return the folder that this computer copies backups to, there or not."""
        kept = self._vault.preferences.get(self._place_key())
        return Path(kept) if isinstance(kept, str) and kept else None

    def set_second_place(self, folder: Path | None) -> None:
        """Choose the folder that this computer copies backups to; ``None`` for none.

        Raises:
            UserError: ``second-place-inside``: it is in the vault's own folder.
            EnvironmentFault: ``folder-missing``.
        """
        if folder is None:
            self._vault.preferences.set(self._place_key(), "")
            return
        folder = folder.absolute()
        if not folder.is_dir():
            raise EnvironmentFault("folder-missing", folder=str(folder))
        if folder.resolve().is_relative_to(self._vault.folder.resolve()):
            raise UserError("second-place-inside", field="folder")
        self._vault.preferences.set(self._place_key(), str(folder))

    def copy_to(self, place: Path, backup: Backup) -> Path:
        """Copy a backup into a folder of another disk, and read it back from there.

        Returns:
            The copy. What holds it may be taken out from now on.

        Raises:
            UserError: ``second-place-away``: the stick is not there; the vault is only consulted.
            EnvironmentFault: ``disk-full``, ``backup-damaged``, ``vault-read-only``.
        """
        self._vault.require_writing()
        if backup.manifest is None:
            raise EnvironmentFault("backup-damaged", name=backup.name)
        if not place.is_dir():
            raise UserError("second-place-away", folder=str(place))
        root = place / folder_name(backup.manifest)
        copied = root / backup.name
        if copied.is_dir():
            backup_files.check_files(copied, backup.manifest)
        else:
            copied = backup_files.copy(self.folder_of(backup), root, self._vault.seal_key)
        self._thin(root, backup)
        self._note(AccessKind.BACKED_UP, "second-place")
        return copied

    def _doubled(self, made: Made) -> Made:
        place = self.second_place()
        if place is None:
            return made
        try:
            second = self.copy_to(place, made.backup)
        except CtgError as fault:
            return Made(made.backup, made.folder, made.is_new, second_fault=fault)
        return Made(made.backup, made.folder, made.is_new, second)

    def _unchanged(self) -> Backup | None:
        """Return the last verified backup when the vault is still what it holds."""
        newest = self.newest()
        if newest is None or newest.manifest is None or self._vault.drafts.keys():
            return None
        if not self._vault.is_as_in(newest.manifest) or self._locks_changed_since(newest):
            return None
        try:
            backup_files.check_files(self.folder_of(newest), newest.manifest)
        except EnvironmentFault:
            return None
        return newest

    def _locks_changed_since(self, backup: Backup) -> bool:
        """Tell whether people came or went: lost locks are taken from the newest backup."""
        try:
            present = keyring.read(self._vault.folder)
            return present.slots != keyring.read(self.folder_of(backup)).slots
        except CtgError:
            return False  # one cannot be read: health says it, and no backup would mend it

    def _found(self, root: Path) -> list[Backup]:
        return backup_files.backups_of(root, self._vault.seal_key)

    def _thin(self, root: Path, made: Backup) -> None:
        found = self._found(root)
        backup_files.remove(root, thinned(found, self._vault.now().date(), keep=(made.name,)))

    def _note(self, kind: AccessKind, what: str) -> None:
        at = self._vault.now().isoformat(timespec="seconds")
        self._vault.access_log.add(Access(at, self._actor, kind, what))

    def _place_key(self) -> str:
        return f"{SECOND_PLACE}:{socket.gethostname()}"


def folder_name(manifest: Manifest) -> str:
    """Return the name of the folder that holds the backups of a vault on a stick."""
    owner = _UNSAFE.sub("-", manifest.owner).strip("-")[:40] or "commune"
    return f"Sauvegardes-CTG-{owner}-{manifest.site[-8:]}"
