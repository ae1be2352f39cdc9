"""Something that was done on a day: a tick, and the day beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.theme.measures import UNIT

_LONGEST_DAY = "sam. 30 sept. 2026"


class TickedDay(QWidget):
    """Ticked, it shows today; the day can be corrected. Its value is the day as typed."""

    edited = Signal()

    def __init__(
        self,
        words: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.tick = TickInput(words, key=key)
        self.day = LineInput("date")
        self.day.setAccessibleName(f"{words}, date")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self._keep_whole()
        row.addWidget(self.tick, 3)
        row.addWidget(self.day, 2)
        self.tick.edited.connect(self._ticked)
        self.day.edited.connect(self.edited)
        self._show_day()

    def value(self) -> str:
        """Return the day as it is typed; empty when it was not done."""
        return self.day.value() if self.tick.value() else ""

    def set_value(self, value: str) -> None:
        """Show the day it was done on; empty for not yet."""
        self.tick.set_value(bool(value))
        self.day.set_value(value)
        self._show_day()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_whole()

    def _keep_whole(self) -> None:
        """Leave the day the room that it needs; the words of the tick break."""
        self.day.setMinimumWidth(self.fontMetrics().horizontalAdvance(_LONGEST_DAY) + 4 * UNIT)

    def _ticked(self) -> None:
        self.day.set_value(wording.day(self._today()) if self.tick.value() else "")
        self._show_day()
        self.edited.emit()

    def _show_day(self) -> None:
        policy = self.day.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.day.setSizePolicy(policy)
        self.day.setVisible(self.tick.value())
