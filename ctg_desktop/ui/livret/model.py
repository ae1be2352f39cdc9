"""The list of listings as Qt's views read it; sorting and filtering are the database's work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ctg_desktop.domain.directory import ListingColumn, ListingRow, ListingSort
from ctg_desktop.messages.labels import COLUMN_LABELS
from ctg_desktop.ui.livret.columns import COLUMNS, CategoryLabels, cell, state_words
from ctg_desktop.ui.livret.pages_of_rows import PagesOfRows
from ctg_desktop.ui.widgets.state_badge import BADGE_ROLE, listing_badge
from ctg_desktop.ui.widgets.text import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`ListingRow` of an index, or ``None`` while it is on its way."""

_WAITING = "…"
_ROOT = QModelIndex()


class ListingTableModel(QAbstractTableModel):
    """All rows of a filtered, sorted list, of which only the pages looked at are known."""

    sort_wanted = Signal(object)
    """The person clicked a header: a :class:`ListingSort`."""

    def __init__(self, pages: PagesOfRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._categories: CategoryLabels = {}
        pages.arrived.connect(self._announce)

    def set_ids(self, ids: tuple[str, ...]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._pages.set_ids(ids)
        self.endResetModel()

    def refresh(self) -> None:
        """Read the rows anew as they are looked at, keeping order and selection."""
        self._pages.refresh()
        self._announce(0, self.rowCount() - 1)

    def set_categories(self, labels: CategoryLabels) -> None:
        """Use the commune's own names of chapters."""
        self._categories = labels
        self._announce(0, self.rowCount() - 1)

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers of all rows, in order."""
        return self._pages.ids

    def id_at(self, position: int) -> str:
        """Return the identifier of a row."""
        return self._pages.ids[position]

    def position_of(self, listing_id: str) -> int | None:
        """Return where a listing is, or ``None`` when the list does not hold it."""
        try:
            return self._pages.ids.index(listing_id)
        except ValueError:
            return None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of listings."""
        return 0 if parent.isValid() else len(self._pages.ids)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        if role not in _ANSWERED:
            return None
        row = self._pages.row(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return _WAITING if role == Qt.ItemDataRole.DisplayRole else None
        return self._answer(row, COLUMNS[index.column()], role)

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
        return COLUMN_LABELS[COLUMNS[section]]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order; the rows come from the database anew."""
        if 0 <= column < len(COLUMNS):
            descending = order == Qt.SortOrder.DescendingOrder
            self.sort_wanted.emit(ListingSort(COLUMNS[column], descending))

    def _answer(self, row: ListingRow, column: ListingColumn, role: int) -> Any:
        if role == BADGE_ROLE:
            is_state = column is ListingColumn.STATE
            return listing_badge(row.state, state_words(row)) if is_state else None
        words = cell(row, column, self._categories)
        return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def _announce(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


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
