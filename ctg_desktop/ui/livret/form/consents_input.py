"""What a private person agreed to have printed: item by item, with a date and a proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.listing import ConsentItem
from ctg_desktop.messages.labels import CONSENT_LABELS
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.theme.measures import UNIT

Row = dict[str, Any]


class _ConsentLine(QWidget):
    edited = Signal()

    def __init__(self, item: ConsentItem, today: Callable[[], date]) -> None:
        super().__init__()
        self.item = item
        self._today = today
        words = CONSENT_LABELS[item]
        self.tick = TickInput(words)
        self.tick.setAccessibleName(f"Accord pour imprimer : {words}")
        self.day = LineInput("date de l’accord")
        self.day.setAccessibleName(f"{words}, date de l’accord")
        self.proof = LineInput("preuve : formulaire signé, courriel…")
        self.proof.setAccessibleName(f"{words}, preuve de l’accord")
        self.tick.edited.connect(self._ticked)
        self.day.edited.connect(self.edited)
        self.proof.edited.connect(self.edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT // 2)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self.day, 0, 1)
        grid.addWidget(self.proof, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._show_details()

    def show_row(self, row: Row | None) -> None:
        """Show the agreement, or that there is none."""
        self.tick.set_value(row is not None)
        self.day.set_value(row["given_on"] if row else "")
        self.proof.set_value(row["proof"] if row else "")
        self._show_details()

    def row(self) -> Row:
        """Return the agreement as it is typed."""
        return {
            "item": self.item.value,
            "given_on": self.day.value(),
            "proof": self.proof.value(),
        }

    def _ticked(self) -> None:
        if self.tick.value() and not self.day.value():
            self.day.set_value(wording.day(self._today()))
        self._show_details()
        self.edited.emit()

    def _show_details(self) -> None:
        self.day.setVisible(self.tick.value())
        self.proof.setVisible(self.tick.value())


class ConsentsInput(QWidget):
    """One line for each item that may be printed."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = [_ConsentLine(item, today) for item in ConsentItem]
        self._more: list[Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for line in self._lines:
            line.edited.connect(self.edited)
            column.addWidget(line)

    @property
    def first(self) -> QWidget:
        """The first box, for the label above."""
        return self._lines[0].tick

    def value(self) -> list[Row]:
        """Return the agreements; older ones to the same item come last, as they are."""
        return [line.row() for line in self._lines if line.tick.value()] + self._more

    def set_value(self, value: list[Row]) -> None:
        """Show agreements."""
        first: dict[str, Row] = {}
        self._more = []
        for row in value:
            if first.setdefault(row["item"], row) is not row:
                self._more.append(row)
        for line in self._lines:
            line.show_row(first.get(line.item.value))

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the input for a path such as ``["0", "given_on"]``, among those ticked."""
        ticked = [line for line in self._lines if line.tick.value()]
        if not path or not path[0].isdigit() or int(path[0]) >= len(ticked):
            return None
        line = ticked[int(path[0])]
        return line.proof if path[1:] == ["proof"] else line.day
