"""Dates in order, filtered by words, by month and by what is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.moments import month_after, month_before
from ctg_desktop.ui.agenda.agenda_table import AgendaTable
from ctg_desktop.ui.agenda.occurrence_model import OccurrenceModel
from ctg_desktop.ui.agenda.reading import (
    CalendarFilter,
    CalendarReading,
    Show,
    read_calendar,
)
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.empty_page import EmptyPage

_MONTHS_BACK = 12
_MONTHS_AHEAD = 18
_CHIPS = (
    Choice(Show.COMING, "À venir"),
    Choice(Show.PAST, "Passées"),
    Choice(Show.DRAFTS, "Brouillons"),
    Choice(Show.CANCELLED, "Annulées"),
)


class AgendaList(QWidget):
    """Reads the list anew when asked, keeping the row that is shown."""

    read = Signal(object)
    """A :class:`CalendarReading`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self._wanted = CalendarFilter()
        self.chips = FilterChips("Filtrer les dates")
        self.chips.set_choices(_CHIPS)
        self.line = FilterLine("Filtrer cette liste (Ctrl+F)")
        self.months = ChoiceInput(_months(desk.today()))
        self.months.setAccessibleName("Mois")
        self.model = OccurrenceModel()
        self.table = AgendaTable(self.model)
        self._none = EmptyPage(
            Icon.CALENDAR,
            "Aucune date ne correspond",
            "Changez de mois ou de filtre, ou montrez toutes les dates à venir.",
            (plain("Montrer les dates à venir", self.show_all),),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.chips.chosen.connect(lambda key: self._ask(show=Show(key)))
        self.line.settled.connect(lambda text: self._ask(text=text))
        self.line.leave_down.connect(self.table.enter)
        self.months.edited.connect(self._choose_month)

    def reload(self) -> None:
        """Read the list anew; an older question is forgotten."""
        office, wanted, today = self._desk.office, self._wanted, self._desk.today()
        self._latest.run(lambda: read_calendar(office, wanted, today), self._show)

    def show_all(self) -> None:
        """Show every date to come."""
        self.line.show_text("")
        self.months.set_value("all")
        self.chips.choose(Show.COMING)
        self._wanted = CalendarFilter()
        self.reload()

    def go_to(self, event_id: str, day: date | None = None) -> bool:
        """Select a date of an event; ``False`` when the list does not hold it."""
        for row, line in enumerate(self.model.rows):
            one = line.occurrence
            if one.event_id == event_id and day in (None, one.day):
                self.table.go_to_row(row)
                return True
        return False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self.line, 3)
        top.addWidget(self.months, 2)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.chips)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _ask(self, *, show: Show | None = None, text: str | None = None) -> None:
        self._wanted = replace(
            self._wanted,
            show=self._wanted.show if show is None else show,
            text=self._wanted.text if text is None else text,
        )
        self.reload()

    def _choose_month(self) -> None:
        chosen = self.months.value()
        month = None if chosen == "all" else date.fromisoformat(chosen)
        self._wanted = replace(self._wanted, month=month)
        self.reload()

    def _show(self, reading: CalendarReading) -> None:
        selected = self.table.selected_lines()
        place = self.table.verticalScrollBar().value()
        self.model.set_rows(reading.lines)
        self._stack.setCurrentWidget(self.table if reading.lines else self._none)
        if len(selected) == 1:
            one = selected[0].occurrence
            if not self.go_to(one.event_id, one.day):
                self.go_to(one.event_id)
        self.table.verticalScrollBar().setValue(place)
        self.read.emit(reading)


def _months(today: date) -> list[tuple[str, str]]:
    first = today.replace(day=1)
    for _ in range(_MONTHS_BACK):
        first = month_before(first)
    offered = [("all", "Tous les mois")]
    for _ in range(_MONTHS_BACK + _MONTHS_AHEAD):
        offered.append((first.isoformat(), wording.month(first.year, first.month)))
        first = month_after(first)
    return offered
