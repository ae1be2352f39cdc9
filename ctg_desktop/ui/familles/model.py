"""The list of households as Qt's views read it."""

from __future__ import annotations

from ctg_desktop.domain.families.listing import HouseholdColumn, HouseholdRow, HouseholdSort
from ctg_desktop.ui.editing.paged_model import PagedModel
from ctg_desktop.ui.familles.columns import COLUMNS, HEADERS, cell, state_badge
from ctg_desktop.ui.widgets.state_badge import Badge


class HouseholdTableModel(PagedModel[HouseholdRow]):
    """The households of a filter; a click on a header asks for a :class:`HouseholdSort`."""

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return HEADERS

    def words(self, row: HouseholdRow, section: int) -> str:
        """Return the words of a cell."""
        return cell(row, COLUMNS[section])

    def badge(self, row: HouseholdRow, section: int) -> Badge | None:
        """Return the badge of the state."""
        return state_badge(row.state) if COLUMNS[section] is HouseholdColumn.STATE else None

    def order(self, section: int, *, descending: bool) -> HouseholdSort:
        """Return the order of a list sorted by a column."""
        return HouseholdSort(COLUMNS[section], descending)
