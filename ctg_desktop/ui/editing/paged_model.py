"""A long list as Qt's views read it; sorting and filtering are the database's work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from ctg_desktop.ui.editing.pages_of_rows import PagesOfRows, RowT
from ctg_desktop.ui.editing.table_model import ROOT, AnyIndex, TableModel


class PagedModel(TableModel[RowT]):
    """All rows of a filtered, sorted list, of which only the pages looked at are known.

    A model says how a column is sorted in :meth:`order`.
    """

    sort_wanted = Signal(object)
    """The person clicked a header: what :meth:`order` gives for it."""

    def __init__(self, pages: PagesOfRows[RowT], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        pages.arrived.connect(self.announce)

    def order(self, section: int, *, descending: bool) -> object:
        """Return the order of a list sorted by a column."""
        raise NotImplementedError

    def set_ids(self, ids: tuple[str, ...], first: Sequence[RowT] = ()) -> None:
        """Show another list, and the rows of its first page at once if they were read with it."""
        self.beginResetModel()
        self._pages.set_ids(ids, first)
        self.endResetModel()

    def refresh(self, first: Sequence[RowT] = ()) -> None:
        """Read the rows anew as they are looked at, keeping order and selection."""
        self._pages.refresh(first)
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

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._pages.ids)

    def row_at(self, position: int) -> RowT | None:
        """Return a row; asks for its page when it is not known."""
        return self._pages.row(position)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order; the rows come from the database anew."""
        if 0 <= column < self.columnCount():
            descending = order == Qt.SortOrder.DescendingOrder
            self.sort_wanted.emit(self.order(column, descending=descending))
