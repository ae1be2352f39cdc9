"""What can be done with one date of a series."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ctg_desktop.domain.event import Occurrence
from ctg_desktop.ui.agenda.line_words import day_words, time_words
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText


class OccurrenceBox(QFrame):
    """The date that was chosen in the list, and three actions on it alone."""

    move_wanted = Signal(object)
    cancel_wanted = Signal(object)
    restore_wanted = Signal(object)
    skip_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._occurrence: Occurrence | None = None
        self.message = IconText(Icon.CALENDAR_TIME, "", Tone.INFORMATION, coloured=False)
        self.move_button = link("Déplacer cette date…", lambda: self._tell(self.move_wanted))
        self.cancel_button = link("Annuler cette date", lambda: self._tell(self.cancel_wanted))
        self.restore_button = link("Rétablir cette date", lambda: self._tell(self.restore_wanted))
        self.skip_button = link("Retirer cette date", lambda: self._tell(self.skip_wanted))
        actions = QWidget()
        flow = FlowLayout(actions, spacing=0)
        for button in (
            self.move_button,
            self.cancel_button,
            self.restore_button,
            self.skip_button,
        ):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(actions)
        self.hide()

    @property
    def occurrence(self) -> Occurrence | None:
        """The date shown."""
        return self._occurrence

    def show_occurrence(self, occurrence: Occurrence | None) -> None:
        """Offer the actions on a date; ``None`` for an event that does not come back."""
        self._occurrence = occurrence
        self.setVisible(occurrence is not None)
        if occurrence is None:
            return
        words = f"Cette date\u00a0: {day_words(occurrence)}, {time_words(occurrence)}"
        if occurrence.cancelled:
            words += " (annulée)"
        self.message.show_text(words)
        self.cancel_button.setVisible(not occurrence.cancelled)
        self.restore_button.setVisible(occurrence.cancelled)

    def _tell(self, signal: object) -> None:
        if self._occurrence is not None:
            signal.emit(self._occurrence)  # type: ignore[attr-defined]  # a bound signal
