"""The left side of the page: what is filtered, sorted and selected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.directory import ListingColumn, ListingFilter, ListingRow, ListingSort
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.editing.pages_of_rows import OpenedList, PagesOfRows, open_list
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.livret.model import ListingTableModel
from ctg_desktop.ui.livret.table import ListingTable
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind, plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage

PREFERENCE = "livret.list"
_RESELECTED = 2000
_SHORTEST_LINE = 18
"""Letters that the filter line has room for beside the buttons."""
_REMEMBER_MS = 800


class ListingList(QWidget):
    """Reads the list anew when asked, keeping the selection and the place."""

    loaded = Signal()
    """The list was read: its identifiers are those of the filter now."""
    all_wanted = Signal()
    """Nothing was found and the person asks for everything."""

    def __init__(
        self, desk: Desk, line: FilterLine, searches: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._searches = searches
        self._desk = desk
        self._line = line
        self._latest = Latest(desk.tasks)
        self._wanted = ListingFilter()
        self._sort = ListingSort()
        directory = desk.office.directory
        pages = PagesOfRows(
            desk.tasks, lambda ids: directory.rows(ids, desk.today()), desk.report, self
        )
        self.model = ListingTableModel(pages, self)
        self.table = ListingTable(self.model)
        self._columns = Button("Colonnes", icon=Icon.LIST, kind=ButtonKind.MENU)
        self._none = EmptyPage(
            Icon.SEARCH,
            "Aucune fiche ne correspond",
            "Essayez moins de mots, ou montrez toutes les fiches.",
            (plain("Montrer toutes les fiches", self.all_wanted.emit),),
        )
        self._stack = QStackedWidget()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(_REMEMBER_MS)
        self._lay_out()
        self._connect()

    @property
    def ids(self) -> tuple[str, ...]:
        """The listings of the filter, in order."""
        return self.model.ids

    def show_filter(self, wanted: ListingFilter) -> None:
        """Read the list for a filter."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Read the list anew; an older question is forgotten."""
        wanted, sort, today = self._wanted, self._sort, self._desk.today()
        directory = self._desk.office.directory
        self._latest.run(
            lambda: open_list(
                lambda: directory.index(wanted, sort, today), lambda ids: directory.rows(ids, today)
            ),
            self._show,
        )

    def set_categories(self, labels: Mapping[str, str]) -> None:
        """Use the commune's own names of chapters."""
        self.model.set_categories(labels)

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take up columns and order of last time."""
        self.table.restore_columns(dict(kept.get("columns", {})))
        columns = {one.value: one for one in ListingColumn}
        if kept.get("sort") in columns:
            self._sort = ListingSort(columns[kept["sort"]], bool(kept.get("descending")))
        self.table.show_sort(self._sort)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the line where large letters leave it no room."""
        super().resizeEvent(event)
        words = self._line.fontMetrics().averageCharWidth() * _SHORTEST_LINE
        buttons = self._searches.sizeHint().width() + self._columns.sizeHint().width()
        narrow = event.size().width() < words + buttons + 2 * UNIT
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def flush(self) -> None:
        """Remember the columns now, if they were changed."""
        if self._remember.isActive():
            self._remember.stop()
            self._keep()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self._searches, 1)
        buttons.addWidget(self._columns, 1)
        self._top.setSpacing(UNIT)
        self._top.addWidget(self._line, 1)
        self._top.addLayout(buttons)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        menu = QMenu(self._columns)
        menu.aboutToShow.connect(lambda: self.table.fill_menu(menu))
        self._columns.setMenu(menu)
        self.model.sort_wanted.connect(self._order)
        self.table.columns_changed.connect(self._remember.start)
        self._remember.timeout.connect(self._keep)
        self._line.leave_down.connect(self.table.enter)

    def _order(self, sort: ListingSort) -> None:
        if sort != self._sort:
            self._sort = sort
            self._remember.start()
            self.reload()

    def _show(self, opened: OpenedList[ListingRow]) -> None:
        ids = opened.ids
        if ids == self.model.ids:
            self.model.refresh(opened.first)
        else:
            few = self.table.selected_count() <= _RESELECTED
            selected = self.table.selected_ids() if few else []
            place = self.table.verticalScrollBar().value()
            self.model.set_ids(ids, opened.first)
            if len(selected) > 1:
                self.table.select_ids(selected)
            elif not selected or not self.table.go_to(selected[0]):
                self.table.verticalScrollBar().setValue(place)
        self._stack.setCurrentWidget(self.table if ids else self._none)
        self.loaded.emit()

    def _keep(self) -> None:
        state = {
            "columns": self.table.columns_state(),
            "sort": self._sort.column.value,
            "descending": self._sort.descending,
        }
        settings = self._desk.office.settings
        self._desk.tasks.run(lambda: settings.set_preference(PREFERENCE, state), lambda _none: None)
