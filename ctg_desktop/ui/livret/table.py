"""The list of listings: rows of 32 pixels, columns that a person chooses, states never cut."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ctg_desktop.domain.directory import ListingColumn, ListingSort
from ctg_desktop.messages.labels import COLUMN_LABELS
from ctg_desktop.ui.editing.paged_table import PagedTable
from ctg_desktop.ui.livret.columns import ALWAYS_SHOWN, COLUMNS, SHOWN_FIRST, longest_state
from ctg_desktop.ui.livret.model import ListingTableModel
from ctg_desktop.ui.theme.measures import ICON, UNIT
from ctg_desktop.ui.widgets.state_badge import BadgeDelegate

_FIRST_WIDTHS = {
    ListingColumn.PLACE: 136,
    ListingColumn.PHONE: 130,
    ListingColumn.CATEGORY: 170,
    ListingColumn.KIND: 150,
    ListingColumn.EMAIL: 200,
    ListingColumn.VERIFIED_ON: 140,
    ListingColumn.UPDATED_AT: 140,
}
_NAME_MIN = 180
_OTHER_MIN = 96
_WIDEST = 800
_PHONE = "05 49 00 00 00"


class ListingTable(PagedTable):
    """Shows a :class:`ListingTableModel`.

    The name takes the room that is left, the state always has the room of its longest words.
    """

    columns_changed = Signal()
    """A person chose, moved or sized columns."""

    def __init__(self, model: ListingTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "Fiches", parent)
        self._chosen = set(SHOWN_FIRST)
        self._wishes = dict(_FIRST_WIDTHS)
        self._some_closed = False
        self._is_sharing = False
        self._state_delegate = BadgeDelegate(self)
        self.setItemDelegateForColumn(COLUMNS.index(ListingColumn.STATE), self._state_delegate)
        self._dress_header()

    def show_sort(self, sort: ListingSort) -> None:
        """Mark the column that the list is sorted by, without sorting again."""
        self.mark_sort(COLUMNS.index(sort.column), descending=sort.descending)

    def set_some_closed(self, closed: bool) -> None:  # noqa: FBT001 - the state itself
        """Give the state the room of "fermé jusqu’au…" when some listings are closed."""
        if closed != self._some_closed:
            self._some_closed = closed
            self._share()

    def columns_state(self) -> dict[str, Any]:
        """Return which columns are shown, in what order and how wide."""
        header = self.horizontalHeader()
        order = sorted(range(len(COLUMNS)), key=header.visualIndex)
        return {
            "shown": [COLUMNS[at].value for at in order if COLUMNS[at] in self._chosen],
            "widths": {column.value: width for column, width in self._wishes.items()},
        }

    def restore_columns(self, state: dict[str, Any]) -> None:
        """Take up what :meth:`columns_state` returned; unknown columns are left aside."""
        known = {column.value: column for column in COLUMNS}
        shown = [known[name] for name in state.get("shown", ()) if name in known]
        if shown:
            self._chosen = {*shown, *ALWAYS_SHOWN}
        header = self.horizontalHeader()
        for place, column in enumerate(shown):
            header.moveSection(header.visualIndex(COLUMNS.index(column)), place)
        for name, width in state.get("widths", {}).items():
            if known.get(name) in self._wishes and isinstance(width, int):
                self._wishes[known[name]] = min(max(width, _OTHER_MIN), _WIDEST)
        self._share()

    def fill_menu(self, menu: QMenu) -> None:
        """Offer the columns to tick, as they are now."""
        menu.clear()
        for column in COLUMNS:
            action = menu.addAction(COLUMN_LABELS[column])
            action.setCheckable(True)
            action.setChecked(column in self._chosen)
            action.setEnabled(column not in ALWAYS_SHOWN)
            action.toggled.connect(lambda on, one=column: self._choose(one, shown=on))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(60)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.setSectionResizeMode(
            COLUMNS.index(ListingColumn.STATE), QHeaderView.ResizeMode.Fixed
        )
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._sized)
        header.sectionMoved.connect(lambda *_places: self.columns_changed.emit())
        self._share()

    def _choose(self, column: ListingColumn, *, shown: bool) -> None:
        if shown:
            self._chosen.add(column)
        else:
            self._chosen.discard(column)
        self._share()
        self.columns_changed.emit()

    def _sized(self, section: int, _old: int, new: int) -> None:
        column = COLUMNS[section]
        if column in self._wishes and not self._is_sharing:
            self._wishes[column] = new
            self._share()
            self.columns_changed.emit()

    def _share(self) -> None:
        """Share the room; a scroll bar that comes or goes meanwhile asks for it once more."""
        if self._is_sharing:
            return
        self._is_sharing = True
        for _ in range(2):
            width = self.viewport().width()
            self._divide()
            if self.viewport().width() == width:
                break
        self._is_sharing = False

    def _divide(self) -> None:
        """Give the state its words, the others what they wish as far as the name has room."""
        metrics = self.fontMetrics()
        longest = longest_state(closed=self._some_closed)
        state = metrics.horizontalAdvance(longest) + ICON + 4 * UNIT
        phone = metrics.horizontalAdvance(_PHONE) + 3 * UNIT
        room = self.viewport().width() - state - _NAME_MIN
        others = self._that_fit(room, phone)
        wish = sum(self._wishes[one] for one in others)
        part = min(1.0, max(room, 0) / wish) if wish else 1.0
        least = {one: phone if one is ListingColumn.PHONE else _OTHER_MIN for one in others}
        widths = {one: max(least[one], int(self._wishes[one] * part)) for one in others}
        left = self.viewport().width() - state - sum(widths.values())
        widths |= {ListingColumn.STATE: state, ListingColumn.NAME: max(_NAME_MIN, left)}
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(COLUMNS.index(column), width)

    def _that_fit(self, room: int, phone: int) -> list[ListingColumn]:
        """Return the columns to show: all that a person chose, the usual ones as room allows.

        The usual columns give way in a narrow window; chosen ones never do, the list scrolls.
        """
        wanted = [one for one in COLUMNS if one in self._chosen and one in self._wishes]
        if self._chosen == set(SHOWN_FIRST):
            if room < phone + _OTHER_MIN:
                wanted.remove(ListingColumn.PLACE)
            if room < phone:
                wanted.remove(ListingColumn.PHONE)
        for column in (one for one in COLUMNS if one in self._wishes):
            self.setColumnHidden(COLUMNS.index(column), column not in wanted)
        return wanted

    def _offer_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(place))
