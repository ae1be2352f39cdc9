"""What the window is started with, and what comes back from a vault that was opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.ui.locking import PREFERENCE, minutes_of
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.ui.vault_choice import VaultChoice
from ctg_desktop.usecases.access import Opened
from ctg_desktop.usecases.start import Start

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office

GEOMETRY = "window-geometry"
"""The habit under which the size and the place of the window are kept."""


class OpenOffice(Protocol):
    """Opens a vault for a user with its key, for as long as its context lasts."""

    def __call__(
        self, folder: Path, user: str, key: bytes, /, *, reading: bool = False
    ) -> AbstractContextManager[Office]:
        """Open; ``reading``: for reading alone, whoever else has it."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window is started with.

    Attributes:
        start: The vaults of this person.
        folder: The vault asked for; ``None`` for the last one.
        open_office: Opens a vault.
        today: The day it is.
        reports: Folder of crash reports.
    """

    start: Start
    folder: Path | None
    open_office: OpenOffice
    today: Callable[[], date]
    reports: Path


@dataclass(frozen=True, slots=True)
class Entered:
    """What the worker brings back from a vault it opened.

    Attributes:
        opened: What opened it.
        fault: Why the second place that was chosen could not be taken; the vault is open.
    """

    office: Office
    opened: Opened
    profile: Profile
    geometry: object
    lock_minutes: int
    practice: bool
    others: list[VaultChoice]
    fault: CtgError | None = None


def enter(
    opening: Opening, hold: ExitStack, wanted: VaultWanted, opened: Opened, *, reading: bool
) -> Entered:
    """Open a vault, and read what its window begins with. On the worker.

    Args:
        opening: What the window was started with.
        hold: Closes the vault.
        wanted: The vault.
        opened: What opens it.
        reading: For reading alone.

    Raises:
        CtgError: As ``open_office``.
    """
    office = hold.enter_context(
        opening.open_office(wanted.folder, opened.user, opened.key, reading=reading)
    )
    start, profile = opening.start, office.settings.profile()
    start.remember(wanted.folder, profile.name, opened.user)
    fault = _take_second_place(office, wanted.second_place)
    others = [
        VaultChoice(one, start.name_of(one))
        for one in start.recent()
        if one != wanted.folder.resolve()
    ]
    return Entered(
        office,
        opened,
        profile,
        office.settings.preference(GEOMETRY),
        minutes_of(office.settings.preference(PREFERENCE)),
        office.access.is_practice,
        others,
        fault,
    )


def _take_second_place(office: Office, place: Path | None) -> CtgError | None:
    """Take the place chosen at the first start; a stick that is gone since hinders nothing."""
    if place is not None:
        try:
            office.backups.set_second_place(place)
        except CtgError as fault:
            return fault
    return None
