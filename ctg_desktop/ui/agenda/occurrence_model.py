"""Dates of the calendar as Qt's views read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ctg_desktop.ui.agenda.line_words import badge_of, day_words, time_words
from ctg_desktop.ui.agenda.reading import DatedLine
from ctg_desktop.ui.widgets.state_badge import BADGE_ROLE
from ctg_desktop.ui.widgets.text import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`DatedLine` of an index."""

DAY, TIME, TITLE, PLACE, STATE = range(5)
_HEADERS = ("Date", "Heure", "Manifestation", "Lieu", "État")
_ROOT = QModelIndex()


class OccurrenceModel(QAbstractTableModel):
    """One row a date."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[DatedLine, ...] = ()

    @property
    def lines(self) -> tuple[DatedLine, ...]:
        """What is shown, in order."""
        return self._lines

    def set_lines(self, lines: tuple[DatedLine, ...]) -> None:
        """Show other dates."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of dates."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADERS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == BADGE_ROLE:
            return badge_of(line) if index.column() == STATE else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _WORDS[index.column()](line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_WORDS[index.column()](line))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


_WORDS: tuple[Callable[[DatedLine], str], ...] = (
    lambda line: day_words(line.occurrence),
    lambda line: time_words(line.occurrence),
    lambda line: line.occurrence.title,
    lambda line: line.place or "—",
    lambda line: badge_of(line).word,
)
