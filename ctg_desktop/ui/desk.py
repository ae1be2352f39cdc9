"""What every page receives in its constructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools of a page.

    Attributes:
        office: Everything a person can do with the vault. Called in tasks only.
        tasks: The background worker.
        bus: Announces what was changed; whoever changes something emits it here.
        today: The day it is, asked each time.
        report: Says an unexpected failure calmly; the program goes on.
    """

    office: Office
    tasks: TaskRunner
    bus: ChangeBus
    today: Callable[[], date]
    report: Callable[[Exception], None]

    @property
    def may_change(self) -> bool:
        """Whether the vault may be changed; otherwise it is only consulted."""
        return self.office.consultation is None
