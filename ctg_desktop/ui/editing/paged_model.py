"""A long list as Qt's views read it; sorting and filtering are the database's work."""

from __future__ import annotations

from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ctg_desktop.ui.editing.pages_of_rows import PagesOfRows, RowT
from ctg_desktop.ui.widgets.state_badge import BADGE_ROLE, Badge
from ctg_desktop.ui.widgets.text import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row of an index, or ``None`` while it is on its way."""

_WAITING = "…"
_ROOT = QModelIndex()


class PagedModel(QAbstractTableModel, Generic[RowT]):
    """All rows of a filtered, sorted list, of which only the pages looked at are known.

    A model says what its columns are in :meth:`headers`, :meth:`words`, :meth:`badge` and
    :meth:`order`.
    """

    sort_wanted = Signal(object)
    """The person clicked a header: what :meth:`order` gives for it."""

    def __init__(self, pages: PagesOfRows[RowT], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        pages.arrived.connect(self.announce)

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        raise NotImplementedError

    def words(self, row: RowT, section: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def badge(self, row: RowT, section: int) -> Badge | None:
        """Return the badge of a cell that shows a state."""
        raise NotImplementedError

    def order(self, section: int, *, descending: bool) -> object:
        """Return the order of a list sorted by a column."""
        raise NotImplementedError

    def set_ids(self, ids: tuple[str, ...]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._pages.set_ids(ids)
        self.endResetModel()

    def refresh(self) -> None:
        """Read the rows anew as they are looked at, keeping order and selection."""
        self._pages.refresh()
        self.announce(0, self.rowCount() - 1)

    def announce(self, first: int, last: int) -> None:
        """Tell views that rows have other words now."""
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers of all rows, in order."""
        return self._pages.ids

    def id_at(self, position: int) -> str:
        """Return the identifier of a row."""
        return self._pages.ids[position]

    def position_of(self, record_id: str) -> int | None:
        """Return where a record is, or ``None`` when the list does not hold it."""
        try:
            return self._pages.ids.index(record_id)
        except ValueError:
            return None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._pages.ids)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.headers())

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        if role not in _ANSWERED:
            return None
        row = self._pages.row(index.row())
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

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order; the rows come from the database anew."""
        if 0 <= column < self.columnCount():
            descending = order == Qt.SortOrder.DescendingOrder
            self.sort_wanted.emit(self.order(column, descending=descending))


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
