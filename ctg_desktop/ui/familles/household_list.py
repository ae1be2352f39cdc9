"""The left side of the page: what is filtered, sorted and chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.families.listing import (
    HouseholdFilter,
    HouseholdRow,
    HouseholdSort,
    HouseholdView,
)
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.pages_of_rows import OpenedList, PagesOfRows, open_list
from ctg_desktop.ui.familles.filters import FamilyFilters
from ctg_desktop.ui.familles.model import HouseholdTableModel
from ctg_desktop.ui.familles.table import HouseholdTable
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage

_SHORTEST_LINE = 18
"""Letters that the filter line has room for beside the choices."""


class HouseholdList(QWidget):
    """Reads the list anew when asked, keeping the household that is shown."""

    loaded = Signal()
    """The list was read: its identifiers are those of the filter now."""
    all_wanted = Signal()
    """Nothing was found and the person asks for everything."""

    def __init__(self, desk: Desk, filters: FamilyFilters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._filters = desk, filters
        self._latest = Latest(desk.tasks)
        self._wanted, self._sort = HouseholdFilter(), HouseholdSort()
        families = desk.office.families
        pages = PagesOfRows(
            desk.tasks, lambda ids: families.rows(ids, desk.today()), desk.report, self
        )
        self.model = HouseholdTableModel(pages, self)
        self.table = HouseholdTable(self.model)
        self._none = EmptyPage(
            Icon.SEARCH,
            "Aucune famille ne correspond",
            "Essayez moins de mots, ou montrez toutes les familles.",
            (plain("Montrer toutes les familles", self.all_wanted.emit),),
        )
        self._stack = QStackedWidget()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.model.sort_wanted.connect(self._order)
        filters.line.leave_down.connect(self.table.enter)

    @property
    def ids(self) -> tuple[str, ...]:
        """The households of the filter, in order."""
        return self.model.ids

    def show_filter(self, wanted: HouseholdFilter) -> None:
        """Read the list for a filter."""
        self._wanted = wanted
        self.table.set_reviewing(wanted.view is HouseholdView.TO_REVIEW)
        self.reload()

    def reload(self) -> None:
        """Read the list anew; an older question is forgotten."""
        wanted, sort, today = self._wanted, self._sort, self._desk.today()
        families = self._desk.office.families
        self._latest.run(
            lambda: open_list(
                lambda: families.index(wanted, sort, today), lambda ids: families.rows(ids, today)
            ),
            self._show,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below the line where large letters leave it no room."""
        super().resizeEvent(event)
        line = self._filters.line.fontMetrics().averageCharWidth() * _SHORTEST_LINE
        choices = sum(one.sizeHint().width() for one in self._choices())
        narrow = event.size().width() < line + choices + 2 * UNIT
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _choices(self) -> tuple[QWidget, ...]:
        return self._filters.need, self._filters.language

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(UNIT)
        for one in self._choices():
            choices.addWidget(one, 1)
        self._top.setSpacing(UNIT)
        self._top.addWidget(self._filters.line, 1)
        self._top.addLayout(choices)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)

    def _order(self, sort: HouseholdSort) -> None:
        if sort != self._sort:
            self._sort = sort
            self.reload()

    def _show(self, opened: OpenedList[HouseholdRow]) -> None:
        ids = opened.ids
        if ids == self.model.ids:
            self.model.refresh(opened.first)
        else:
            selected = self.table.current_id()
            place = self.table.verticalScrollBar().value()
            self.model.set_ids(ids, opened.first)
            if not selected or not self.table.go_to(selected):
                self.table.verticalScrollBar().setValue(place)
        self._stack.setCurrentWidget(self.table if ids else self._none)
        self.loaded.emit()
