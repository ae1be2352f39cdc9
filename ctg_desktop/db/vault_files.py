"""The names of a vault's files, and what killed processes leave beside them."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.wiping import wipe
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import remove_stale, sync_folder

FILE_NAME = "coffre.db"
UNFINISHED_NAME = "coffre.db.en-cours"
ASIDE_NAME = "coffre.db.clair"
"""A vault that anyone can read, while its encrypted copy takes its place."""


def is_vault(folder: Path) -> bool:
    """Tell whether a folder holds a vault, finished and named."""
    return (folder / FILE_NAME).is_file() or (folder / ASIDE_NAME).is_file()


def is_lost(folder: Path) -> bool:
    """Tell whether the file of a vault is gone from a folder that still holds backups of it.

    Raises:
        EnvironmentFault: ``vault-unreadable``, ``vault-read-only``.
    """
    return not is_vault(folder) and backup_files.are_in(folder / backup_files.FOLDER_NAME)


def require_vault(folder: Path) -> None:
    """Refuse a folder without the file of a vault.

    Raises:
        UserError: ``vault-missing``.
        EnvironmentFault: ``vault-lost``: there are backups of it.
    """
    if is_lost(folder):
        raise EnvironmentFault("vault-lost")
    if not is_vault(folder):
        raise UserError("vault-missing", folder=str(folder))


def tidy(folder: Path) -> None:
    """See to what a killed creation, conversion or backup left.

    Only for the holder of the folder's lock.

    Raises:
        EnvironmentFault: ``vault-read-only``, ``vault-unreadable``.
    """
    file, aside = folder / FILE_NAME, folder / ASIDE_NAME
    with machine_faults():
        remove_stale(folder)
        backup_files.abandon(folder / backup_files.FOLDER_NAME)
        if aside.exists() and not file.exists():
            aside.rename(file)
            sync_folder(folder)
        for leftover in folder.glob(f"{UNFINISHED_NAME}*"):
            wipe(leftover)
        if aside.exists() and not is_plain(file):
            wipe(aside)
