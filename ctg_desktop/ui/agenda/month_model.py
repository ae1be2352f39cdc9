"""Six weeks of days, each with what takes place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.ui.agenda.line_words import spoken
from ctg_desktop.ui.agenda.reading import DatedLine

AnyIndex = QModelIndex | QPersistentModelIndex

DAY_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`DayCell` of an index."""

WEEKS, DAYS = 6, 7
_ROOT = QModelIndex()
_LONGEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the grid.

    Attributes:
        inside: The day belongs to the month that is shown.
    """

    day: date
    inside: bool
    today: bool
    lines: tuple[DatedLine, ...]


class MonthModel(QAbstractTableModel):
    """Days from the Monday before the first of a month."""

    def __init__(self, month: date, today: date) -> None:
        super().__init__()
        self._month = month.replace(day=1)
        self._today = today
        self._lines: dict[date, list[DatedLine]] = {}
        self._names: Sequence[str] = WEEKDAYS

    def set_names(self, names: Sequence[str]) -> None:
        """Name the days, from Monday on, in less room or more."""
        if names != self._names:
            self._names = names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS - 1)

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    @property
    def first(self) -> date:
        """The Monday of the first week shown."""
        return self._month - timedelta(days=self._month.weekday())

    @property
    def end(self) -> date:
        """The day after the last one shown."""
        return self.first + timedelta(days=WEEKS * DAYS)

    def set_month(self, month: date, today: date) -> None:
        """Show another month, still empty."""
        self.beginResetModel()
        self._month, self._today, self._lines = month.replace(day=1), today, {}
        self.endResetModel()

    def set_lines(self, lines: Sequence[DatedLine]) -> None:
        """Fill the days; what lasts several days stands in each."""
        found: dict[date, list[DatedLine]] = defaultdict(list)
        for line in lines:
            for day in _days_of(line):
                found[day].append(line)
        self._lines = dict(found)
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    def day_at(self, index: AnyIndex) -> date:
        """Return the day of a cell."""
        return self.first + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid index when it is not shown."""
        at = (day - self.first).days
        if not 0 <= at < WEEKS * DAYS:
            return QModelIndex()
        return self.index(at // DAYS, at % DAYS)

    def lines_of(self, day: date) -> tuple[DatedLine, ...]:
        """Return what takes place on a day."""
        return tuple(self._lines.get(day, ()))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of days in a week."""
        return 0 if parent.isValid() else DAYS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a day."""
        day = self.day_at(index)
        lines = self.lines_of(day)
        if role == DAY_ROLE:
            return DayCell(day, day.month == self._month.month, day == self._today, lines)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return _spoken_day(day, lines)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a weekday."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        return WEEKDAYS[section] if role == Qt.ItemDataRole.AccessibleTextRole else None


def _spoken_day(day: date, lines: Sequence[DatedLine]) -> str:
    count = wording.plural(len(lines), "manifestation", "manifestations")
    head = f"{wording.day_full(day)}, {count if lines else 'rien'}"
    return "\u00a0: ".join(filter(None, (head, " ; ".join(spoken(line) for line in lines))))


def _days_of(line: DatedLine) -> list[date]:
    one = line.occurrence
    if one.end is None or isinstance(one.end, datetime):
        return [one.day]
    length = min(one.end - one.day, _LONGEST)
    return [one.day + timedelta(days=at) for at in range(length.days + 1)]
