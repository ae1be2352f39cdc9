"""Finds the backup that is meant: the newest of those whose files are still what was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.manifest_seal import SealKey
from ctg_desktop.domain.backup import Backup, newest_first
from ctg_desktop.errors import EnvironmentFault, UserError


@dataclass(frozen=True, slots=True)
class Found:
    """A backup, and where it is."""

    folder: Path
    backup: Backup


def located(path: Path) -> Path:
    """Return the folder of the backup that a person pointed at: itself, or a file in it."""
    path = path.absolute()
    return path.parent if path.is_file() else path


def newest_whole(root: Path, backups: Iterable[Backup]) -> Found | None:
    """Return the newest verified backup of a folder of backups that reads well; ``None``: none.

    A disk that harmed the vault may have harmed its newest backup, too: each one is read whole
    before it is proposed.
    """
    return _first_whole([Found(root / one.name, one) for one in newest_first(backups)])


def pointed_at(chosen: Path, key: SealKey | None = None) -> Found:
    """Return the backup that a person means.

    Args:
        chosen: The backup, a file in it, a folder of backups, or the stick that holds one. Of
            several backups the newest good one is taken.
        key: Of the seals; only backups of its vault count then.

    Raises:
        UserError: ``backup-unknown``: there is none; ``backups-several``: of several communes;
            ``backup-newer``.
        EnvironmentFault: ``backup-damaged``: one is named, and its seal is wrong;
            ``file-unreadable``.
    """
    chosen = located(chosen)
    if (chosen / backup_files.MANIFEST).exists():
        return Found(chosen, Backup(chosen.name, backup_files.read_manifest(chosen, key)))
    by_folder = {root: _known_in(root, key) for root in _roots(chosen)}
    sites = {one.manifest.site for found in by_folder.values() for one in found if one.manifest}
    if len(sites) > 1:
        raise UserError("backups-several", folder=str(chosen))
    places = [Found(root / one.name, one) for root, found in by_folder.items() for one in found]
    ordered = newest_first(one.backup for one in places)
    places.sort(key=lambda place: ordered.index(place.backup))
    best = _first_whole(places) or next(iter(places), None)
    if best is None:
        raise UserError("backup-unknown", name=chosen.name or str(chosen))
    return best


def _first_whole(ordered: Iterable[Found]) -> Found | None:
    return next((one for one in ordered if one.backup.verified and _is_whole(one)), None)


def _is_whole(found: Found) -> bool:
    if found.backup.manifest is None:
        return False
    try:
        backup_files.check_files(found.folder, found.backup.manifest)
    except EnvironmentFault:
        return False
    return True


def _known_in(root: Path, key: SealKey | None) -> list[Backup]:
    """Return the backups of a folder; a stick has folders that nobody may look into."""
    try:
        found = backup_files.backups_of(root, key)
    except EnvironmentFault:
        return []
    return [one for one in found if one.manifest is not None]


def _roots(chosen: Path) -> list[Path]:
    """Return the folders that may hold backups: this one, and those right in it."""
    with machine_faults():
        if not chosen.is_dir():
            return []
        return [chosen, *(one for one in chosen.iterdir() if one.is_dir())]
