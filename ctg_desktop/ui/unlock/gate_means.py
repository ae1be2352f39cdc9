"""What the gate works with, and what it sees before a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.usecases.access import Access, VaultState
from ctg_desktop.usecases.places import PlaceTrouble, trouble_of

if TYPE_CHECKING:
    from ctg_desktop.usecases.old_keys import OldKeys


@dataclass(frozen=True, slots=True)
class GateMeans:
    """What the gate works with.

    Attributes:
        tasks: The worker that will serve the window, too.
        today: The day it is.
        report: Says an unexpected failure.
        proposed_folder: A free local folder for a vault of this name.
    """

    tasks: TaskRunner
    today: Callable[[], date]
    report: Callable[[Exception], None]
    proposed_folder: Callable[[str], Path]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands before a vault."""

    trouble: PlaceTrouble | None
    state: VaultState = VaultState.NONE
    users: tuple[str, ...] = ()
    wait: timedelta = timedelta(0)
    old_keys: OldKeys | None = None
    """Those of a backup, because the vault's own are damaged or gone."""
    is_lost: bool = False
    """Its file is gone; backups of it are there."""


def look(folder: Path, access: Access, accepted: bool) -> Seen:  # noqa: FBT001 - a partial's argument
    """See what stands before a vault. On the worker.

    Args:
        folder: Of the vault.
        access: Its door.
        accepted: The place is not looked at: a person wants it there.

    Raises:
        UserError: ``vault-missing``, and those of ``Access.state``.
        EnvironmentFault: As ``Access.state``.
    """
    trouble = None if accepted else trouble_of(folder)
    if trouble is not None:
        return Seen(trouble)
    try:
        state = access.state
    except EnvironmentFault as fault:
        seen = _look_for_old_keys(folder, fault)
        if seen is None:
            raise
        return seen
    if state is VaultState.NONE:
        raise UserError("vault-missing", folder=str(folder))
    if state is not VaultState.LOCKED:
        return Seen(None, state)
    return Seen(None, state, access.users(), access.wait())


def _look_for_old_keys(folder: Path, fault: EnvironmentFault) -> Seen | None:
    """See what the locks of a backup stand before, where the vault's own are lost."""
    from ctg_desktop.usecases.old_keys import LOST, OldAccess, old_keys

    found = old_keys(folder) if fault.code in LOST else None
    if found is None:
        return None
    old = OldAccess(folder, found)
    return Seen(None, old.state, old.users(), old.wait(), found, old.is_lost)
