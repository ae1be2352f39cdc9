"""Where vaults lie, and moving one off the network or out of a synchronised folder."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db.clock import local_now
from ctg_desktop.db.place import move_vault, trouble_of
from ctg_desktop.domain.place import PlaceTrouble, Trouble
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import UserError

__all__ = ["PlaceTrouble", "Trouble", "check_place", "move", "trouble_of"]

_CODES = {Trouble.NETWORK: "place-network", Trouble.CLOUD: "place-cloud"}


def check_place(folder: Path) -> None:
    """Refuse a folder in which a vault is not safe.

    Raises:
        UserError: ``place-network`` or ``place-cloud``, with the name of the server or the program.
    """
    trouble = trouble_of(folder)
    if trouble is not None:
        raise UserError(_CODES[trouble.trouble], field="folder", name=trouble.name or "?")


def move(folder: Path, target: Path, progress: Progress = silent) -> bool:
    """Move a closed vault to a better place; see ``db.place.move_vault``."""
    return move_vault(folder, target, local_now(), progress)
