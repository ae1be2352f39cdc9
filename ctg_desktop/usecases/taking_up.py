"""A backup on a stick is taken to a computer that does not have its vault."""

from __future__ import annotations

import shutil
from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.errors import CtgError
from ctg_desktop.keys import attempts
from ctg_desktop.usecases.finding_backups import pointed_at
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
    found = pointed_at(chosen)
    owner = found.backup.manifest.owner if found.backup.manifest else ""
    folder = start.proposed_folder(owner)
    try:
        backup_files.copy(found.folder, folder / backup_files.FOLDER_NAME, None)
        attempts.succeeded(folder)  # nobody has tried a password here yet
    except CtgError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    start.remember(folder, owner)
    return folder
