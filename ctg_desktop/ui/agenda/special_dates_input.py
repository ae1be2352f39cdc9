"""Dates of a series that do not follow its rule: taken out, cancelled, moved."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.agenda.typed_event import read_moment
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton
from ctg_desktop.ui.widgets.text import Text

Special = dict[str, Any]

NOTHING: Special = {"exceptions": [], "cancelled_on": [], "moved": []}


class SpecialDatesInput(QWidget):
    """A line a date, each with a button that gives it back to the rule."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Special = NOTHING
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT // 2)

    def value(self) -> Special:
        """Return the dates."""
        return self._value

    def set_value(self, value: Special) -> None:
        """Show dates."""
        self._value = value
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(*line) for line in _lines(value)]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, kind: str, at: int, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(words, wrap=True), 1)
        row.addWidget(
            IconButton(Icon.CLOSE, f"Revenir à la règle : {words}", lambda: self._drop(kind, at))
        )
        return holder

    def _drop(self, kind: str, at: int) -> None:
        left = [one for place, one in enumerate(self._value[kind]) if place != at]
        self.set_value({**self._value, kind: left})
        self.edited.emit()


def _lines(value: Special) -> list[tuple[str, int, str]]:
    lines = []
    for kind, words in (("exceptions", "retirée"), ("cancelled_on", "annulée")):
        for at, day in enumerate(value[kind]):
            lines.append((kind, at, f"{wording.moment(read_moment(day))}\u00a0: {words}"))
    for at, one in enumerate(value["moved"]):
        start = wording.moment(read_moment(one["start"]))
        original = wording.moment(read_moment(one["original"]))
        lines.append(("moved", at, f"{original}\u00a0: déplacée au {start}"))
    return lines
