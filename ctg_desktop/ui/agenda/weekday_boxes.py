"""The days of the week as boxes to tick."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.ui.editing.inputs import TickInput

_IN_A_ROW = 4


class WeekdayBoxes(QWidget):
    """Seven boxes, Monday first."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = [TickInput(name) for name in WEEKDAYS]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for at, box in enumerate(self.boxes):
            box.edited.connect(self.edited)
            grid.addWidget(box, at // _IN_A_ROW, at % _IN_A_ROW)

    def value(self) -> list[int]:
        """Return ISO numbers, 1 for Monday."""
        return [number for number, box in enumerate(self.boxes, start=1) if box.value()]

    def set_value(self, value: Collection[int]) -> None:
        """Tick these days."""
        for number, box in enumerate(self.boxes, start=1):
            box.set_value(number in value)
