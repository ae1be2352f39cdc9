"""Rows as Qt's views read them: words in columns, one of which may be the badge of a state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ctg_desktop.ui.widgets.state_badge import BADGE_ROLE, Badge
from ctg_desktop.ui.widgets.text import tooltip

RowT = TypeVar("RowT")
AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row of an index, or ``None`` while it is on its way."""
ROOT = QModelIndex()

_WAITING = "…"


class TableModel(QAbstractTableModel, Generic[RowT]):
    """A model says what its columns are in :meth:`headers`, :meth:`words` and :meth:`badge`."""

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        raise NotImplementedError

    def words(self, row: RowT, section: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def badge(self, row: RowT, section: int) -> Badge | None:
        """Return the badge of a cell that shows a state."""
        raise NotImplementedError

    def row_at(self, position: int) -> RowT | None:
        """Return a row; ``None`` while it is on its way."""
        raise NotImplementedError

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.headers())

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        if role not in _ANSWERED:
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return _WAITING if role == Qt.ItemDataRole.DisplayRole else None
        if role == BADGE_ROLE:
            return self.badge(row, index.column())
        words = self.words(row, index.column())
        return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Vertical or role not in _HEADER_ANSWERED:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.headers()[section]


class RowsModel(TableModel[RowT]):
    """A short list, all of it known."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowT] = ()

    @property
    def rows(self) -> Sequence[RowT]:
        """What is shown, in order."""
        return self._rows

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, position: int) -> RowT:
        """Return a row."""
        return self._rows[position]

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)


_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        ROW_ROLE,
        BADGE_ROLE,
    }
)
_HEADER_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
    }
)
