"""A backup on a stick is taken to a computer that does not have its vault."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.domain.backup import Backup, Manifest, newest_first, newest_verified
from ctg_desktop.errors import CtgError, EnvironmentFault, UserError
from ctg_desktop.keys import attempts
from ctg_desktop.usecases.recovery import located
from ctg_desktop.usecases.start import Start


def take_up(start: Start, chosen: Path) -> Path:
    """Copy a backup into a folder of this computer, where its vault is still to be restored.

    Args:
        start: The vaults of this computer.
        chosen: The backup, a file in it, a folder of backups, or the stick that holds one. Of
            several backups the newest good one is taken.

    Returns:
        The folder, whose gate asks for a password or the printed code and proposes the backup.

    Raises:
        UserError: ``backup-unknown``: there is none; ``backups-several``: of several communes;
            ``backup-newer``.
        EnvironmentFault: ``backup-damaged``: what was copied is not what was written;
            ``disk-full``, ``vault-unreadable``, ``vault-read-only``.
    """
    backup, manifest = _found(located(chosen))
    folder = start.proposed_folder(manifest.owner)
    try:
        backup_files.copy(backup, folder / backup_files.FOLDER_NAME, None)
        attempts.succeeded(folder)  # nobody has tried a password here yet
    except CtgError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    start.remember(folder, manifest.owner)
    return folder


def _found(chosen: Path) -> tuple[Path, Manifest]:
    if (chosen / backup_files.MANIFEST).exists():
        return chosen, backup_files.read_manifest(chosen)
    by_folder = {root: _backups_in(root) for root in _roots(chosen)}
    known = [(root, one) for root, found in by_folder.items() for one in found if one.manifest]
    sites = {one.manifest.site for _root, one in known if one.manifest}
    if len(sites) > 1:
        raise UserError("backups-several", folder=str(chosen))
    best = _best(one for _root, one in known)
    for root, one in known:
        if one is best and one.manifest is not None:
            return root / one.name, one.manifest
    raise UserError("backup-unknown", name=chosen.name or str(chosen))


def _best(backups: Iterable[Backup]) -> Backup | None:
    found = newest_first(backups)
    return newest_verified(found) or next(iter(found), None)


def _backups_in(root: Path) -> list[Backup]:
    """Return the backups of a folder; a stick has folders that nobody may look into."""
    try:
        return backup_files.backups_of(root)
    except EnvironmentFault:
        return []


def _roots(chosen: Path) -> list[Path]:
    """Return the folders that may hold backups: this one, and those right in it."""
    with machine_faults():
        if not chosen.is_dir():
            return []
        return [chosen, *(one for one in chosen.iterdir() if one.is_dir())]
