"""The list of households: the name takes the room that is left, the state is never cut."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ctg_desktop.domain.families.listing import HouseholdColumn, HouseholdSort
from ctg_desktop.messages.families import HOUSEHOLD_STATE_LABELS
from ctg_desktop.ui.editing.paged_table import PagedTable
from ctg_desktop.ui.familles.columns import COLUMNS
from ctg_desktop.ui.familles.model import HouseholdTableModel
from ctg_desktop.ui.theme.measures import ICON, UNIT
from ctg_desktop.ui.widgets.state_badge import BadgeDelegate

_NAME_MIN = 150
_LONGEST_DAY = "sam. 30 sept. 2026"
_OTHERS = (
    HouseholdColumn.ARRIVAL,
    HouseholdColumn.PLACE,
    HouseholdColumn.PERSONS,
    HouseholdColumn.NEEDS,
    HouseholdColumn.REFERENT,
)
"""What gives way in a narrow window, the last first."""
_WISHES = {
    HouseholdColumn.PLACE: "12, rue de la Fontaine",
    HouseholdColumn.PERSONS: "4, dont 2 enfants",
    HouseholdColumn.NEEDS: "Garde d’enfants, École",
    HouseholdColumn.REFERENT: "Jeanne Martin-Dubois",
}


class HouseholdTable(PagedTable):
    """Shows a :class:`HouseholdTableModel`, one household at a time."""

    def __init__(self, model: HouseholdTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "Familles", parent)
        self._reviewing = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._delegate = BadgeDelegate(self)
        self.setItemDelegateForColumn(COLUMNS.index(HouseholdColumn.STATE), self._delegate)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        self.show_sort(HouseholdSort())
        self.setSortingEnabled(True)
        self._share()

    def show_sort(self, sort: HouseholdSort) -> None:
        """Mark the column that the list is sorted by, without sorting again."""
        self.mark_sort(COLUMNS.index(sort.column), descending=sort.descending)

    def set_reviewing(self, reviewing: bool) -> None:  # noqa: FBT001 - the state itself
        """Show the last contact, from which the time of a household runs."""
        self._reviewing = reviewing
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        widths = self._widths()
        always = [HouseholdColumn.STATE]
        if self._reviewing:
            always.insert(0, HouseholdColumn.LAST_CONTACT)
        room = self.viewport().width() - _NAME_MIN - sum(widths[one] for one in always)
        shown = {HouseholdColumn.NAME, *always}
        for column in _OTHERS:
            if widths[column] > room:
                break
            room -= widths[column]
            shown.add(column)
        widths[HouseholdColumn.NAME] = _NAME_MIN + max(0, room)
        for section, column in enumerate(COLUMNS):
            self.setColumnHidden(section, column not in shown)
            self.setColumnWidth(section, widths[column])

    def _widths(self) -> dict[HouseholdColumn, int]:
        wide = self.fontMetrics().horizontalAdvance
        day = wide(_LONGEST_DAY) + 4 * UNIT
        state = max(map(wide, HOUSEHOLD_STATE_LABELS.values())) + ICON + 4 * UNIT
        return {
            HouseholdColumn.ARRIVAL: day,
            HouseholdColumn.LAST_CONTACT: day,
            HouseholdColumn.STATE: state,
            **{column: wide(words) + 3 * UNIT for column, words in _WISHES.items()},
        }
