"""What stands beside the list of families: one of them, or that none is chosen."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.empty import no_family_chosen

_LATER_MS = 200
"""When the list is painted, what opens a household is made: nobody waits for it."""


class RightSide(QStackedWidget):
    """Makes the detail when somebody asks for it, or a part at a time when nobody does."""

    made = Signal(object)
    """The :class:`HouseholdDetail` was begun."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._settings = desk, FamilySettings()
        self._nothing = no_family_chosen()
        self._detail: HouseholdDetail | None = None

    @property
    def detail(self) -> HouseholdDetail:
        """One household, its form and what happened with it, made to its end."""
        detail = self.begun_detail()
        detail.growing.finish()
        return detail

    @property
    def record_id(self) -> str:
        """The household that is open; empty for none, and for a new one."""
        return "" if self._detail is None else self._detail.editor.record_id

    @property
    def is_open(self) -> bool:
        """Whether a household is open, stored or new."""
        return self._detail is not None and self._detail.editor.is_open

    def fill(self) -> None:
        """Say that none is chosen, once this widget has its place."""
        self.addWidget(self._nothing)

    def begun_detail(self) -> HouseholdDetail:
        """Return the detail as far as it is made."""
        if self._detail is None:
            self._detail = HouseholdDetail(self._desk)
            self._detail.set_settings(self._settings)
            self.addWidget(self._detail)
            self.made.emit(self._detail)
        return self._detail

    def make_soon(self) -> None:
        """Make the detail while nobody waits for it."""
        QTimer.singleShot(_LATER_MS, self, self._make_more)

    def set_settings(self, settings: FamilySettings) -> None:
        """Use what the town hall decided."""
        self._settings = settings
        if self._detail is not None:
            self._detail.set_settings(settings)

    def show_open(self) -> None:
        """Show the household that is open, or that none is chosen."""
        self.setCurrentWidget(self.detail if self.is_open else self._nothing)

    def flush(self) -> None:
        """Save what is typed, or keep its draft."""
        if self._detail is not None:
            self._detail.follow.flush()
            self._detail.editor.leave()
            self._detail.note_drafts.flush()

    def _make_more(self) -> None:
        """Make the detail a part at a time, and let the window breathe in between."""
        if self._detail is None or self._detail.growing.grow():
            self.begun_detail()
            QTimer.singleShot(0, self, self._make_more)
