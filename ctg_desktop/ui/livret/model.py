"""The list of listings as Qt's views read it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ctg_desktop.domain.directory import ListingColumn, ListingRow, ListingSort
from ctg_desktop.messages.labels import COLUMN_LABELS
from ctg_desktop.ui.editing.paged_model import PagedModel
from ctg_desktop.ui.editing.pages_of_rows import PagesOfRows
from ctg_desktop.ui.livret.columns import COLUMNS, CategoryLabels, cell, state_words
from ctg_desktop.ui.widgets.state_badge import Badge, listing_badge

_HEADERS = tuple(COLUMN_LABELS[one] for one in COLUMNS)


class ListingTableModel(PagedModel[ListingRow]):
    """The listings of a filter; a click on a header asks for a :class:`ListingSort`."""

    def __init__(self, pages: PagesOfRows[ListingRow], parent: QObject | None = None) -> None:
        super().__init__(pages, parent)
        self._categories: CategoryLabels = {}

    def set_categories(self, labels: CategoryLabels) -> None:
        """Use the commune's own names of chapters."""
        self._categories = labels
        self.announce(0, self.rowCount() - 1)

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _HEADERS

    def words(self, row: ListingRow, section: int) -> str:
        """Return the words of a cell."""
        return cell(row, COLUMNS[section], self._categories)

    def badge(self, row: ListingRow, section: int) -> Badge | None:
        """Return the badge of the state."""
        is_state = COLUMNS[section] is ListingColumn.STATE
        return listing_badge(row.state, state_words(row)) if is_state else None

    def order(self, section: int, *, descending: bool) -> ListingSort:
        """Return the order of a list sorted by a column."""
        return ListingSort(COLUMNS[section], descending)
