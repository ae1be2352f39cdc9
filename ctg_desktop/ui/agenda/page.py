"""The page of the calendar: composes list, month and detail, and connects them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.event import Event
from ctg_desktop.ui.agenda.agenda_list import AgendaList
from ctg_desktop.ui.agenda.detail import EventDetail
from ctg_desktop.ui.agenda.empty import empty_calendar, no_event_chosen
from ctg_desktop.ui.agenda.event_selection import EventSelection
from ctg_desktop.ui.agenda.month_view import MonthView
from ctg_desktop.ui.agenda.reading import CalendarReading, DatedLine
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.detail_frame import list_and_detail
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.records_page import RecordsPage
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.impressions.papers import find_paper
from ctg_desktop.ui.impressions.requests import DayWanted, EventWanted, PaperKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton, plain, primary
from ctg_desktop.ui.widgets.page_header import PageHeader

PREFERENCE = "agenda.view"


class CalendarPage(RecordsPage):
    """The public calendar, titled "Agenda"."""

    title = "Agenda"
    entity = "event"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._started = False
        self._is_empty = False
        self.list = AgendaList(desk)
        self.month = MonthView(desk)
        self.detail = EventDetail(desk)
        self.selection = EventSelection()
        self.list_button = _toggle("Liste", Icon.LIST)
        self.month_button = _toggle("Mois", Icon.CALENDAR)
        new = primary("Nouvelle manifestation", self.new_, Icon.ADD)
        self.header = PageHeader(
            "Agenda",
            (
                self.list_button,
                self.month_button,
                plain("Affiche de ce mois", self.print_, Icon.PRINT),
                new,
            ),
        )
        self._nothing = no_event_chosen()
        self._empty = empty_calendar(self.new_)
        keep_out(desk, new, self._empty, self.selection)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def editor(self) -> RecordEditor[Event]:
        """What opens, saves and closes an event."""
        return self.detail.editor

    def activated(self) -> None:
        """Read what the page shows; the first time, also what was typed and not saved."""
        self._reload()
        if not self._started:
            self._started = True
            office = self.desk.office
            self.desk.tasks.run(
                lambda: (
                    office.settings.preference(PREFERENCE, "list"),
                    office.drafts.keys("event:"),
                ),
                self._start,
            )

    def focus_list(self) -> None:
        """Put the focus into the list, or into the month."""
        if self._left.currentWidget() is self.list:
            self.list.table.setFocus()
        else:
            self.month.grid.setFocus()

    def show_record(self, record_id: str) -> None:
        """Show one event, selected in the list if the list holds it."""
        self.list.table.clearSelection()
        self.list.go_to(record_id)
        self.detail.open_line(record_id, None)

    def new_(self) -> None:
        """Begin an event, on the day that the month shows."""
        self.list.table.clearSelection()
        self.editor.start_new(self.detail.focus_first, Event(start=self._day()))

    def print_(self) -> None:
        """Print the poster of the month that is shown."""
        if find_paper(PaperKey.MONTH):
            self.print_wanted.emit(PaperKey.MONTH, DayWanted(self._day()))
        else:
            super().print_()

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self.list_button.click()
        self.list.line.setFocus()
        self.list.line.selectAll()

    def flush(self) -> None:
        """Save what is typed, or keep its draft."""
        self.editor.leave()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button in (self.list_button, self.month_button):
            group.addButton(button)
        self.list_button.setChecked(True)
        self.lay_out(self.header, list_and_detail(self._left, self._right))
        self._left.addWidget(self.list)
        self._left.addWidget(self.month)
        for widget in (self._nothing, self.detail, self.selection):
            self._right.addWidget(widget)

    def _connect(self) -> None:
        self.desk.bus.changed.connect(self._note)
        self.list_button.clicked.connect(lambda: self._show_view("list"))
        self.month_button.clicked.connect(lambda: self._show_view("month"))
        self.list.read.connect(self._show_reading)
        table = self.list.table
        table.row_settled.connect(self._open_row)
        table.selection_changed.connect(lambda _count: self._show_right())
        table.edit_wanted.connect(self.detail.focus_first)
        table.delete_wanted.connect(lambda: self._delete(table.selected_events()))
        self.month.line_chosen.connect(self._open_line)
        self.month.edit_wanted.connect(self.detail.focus_first)
        self.editor.opened.connect(self._show_right)
        self.editor.closed.connect(self._show_right)
        self.editor.stored.connect(lambda _changes: self.saved.emit())
        self.editor.left_unsaved.connect(self.tell_left)
        self.detail.back_wanted.connect(self.focus_list)
        self.detail.delete_wanted.connect(lambda record_id: self._delete([record_id]))
        self.detail.history_wanted.connect(self.show_history)
        self.detail.paper_wanted.connect(self._print_for_event)
        self.detail.notice.connect(self.notice)
        self.selection.publish.connect(lambda on: self._publish(published=on))
        self.selection.delete.connect(lambda: self._delete(table.selected_events()))

    def _start(self, found: tuple[str, list[str]]) -> None:
        view, drafts = found
        if view == "month":
            self.month_button.setChecked(True)
            self._left.setCurrentWidget(self.month)
        self.take_up(drafts)

    def _reload(self) -> None:
        self.list.reload()
        self.month.reload()

    def _note(self, changes: Changes) -> None:
        if not self._started:
            return
        if changes.events or changes.listings:
            self._reload()
        if self.editor.record_id in changes.events:
            self.editor.reload()

    def _show_view(self, view: str) -> None:
        self._left.setCurrentWidget(self.list if view == "list" else self.month)
        settings = self.desk.office.settings
        self.desk.tasks.run(lambda: settings.set_preference(PREFERENCE, view), lambda _none: None)

    def _show_reading(self, reading: CalendarReading) -> None:
        total = wording.plural(reading.events, "manifestation", "manifestations")
        published = wording.plural(reading.published, "publiée", "publiées")
        self.header.set_summary(f"{total}, {published}")
        self._is_empty = reading.events == 0
        self._show_right()

    def _show_right(self) -> None:
        several = len(set(self.list.table.selected_events()))
        if self.list.table.selected_count() > 1 and self._left.currentWidget() is self.list:
            self.selection.show_count(several)
            self._right.setCurrentWidget(self.selection)
        else:
            shown = self.detail if self.editor.is_open else self._nothing
            self._right.setCurrentWidget(shown)
        empty = self._is_empty and not self.editor.is_open
        begins = self.list.table.hasFocus() or self.month.grid.hasFocus()
        self.show_body(empty=empty, begins=begins)

    def _open_row(self, row: int) -> None:
        self._open_line(self.list.model.rows[row])

    def _open_line(self, line: DatedLine) -> None:
        self.detail.open_line(line.occurrence.event_id, line.occurrence)

    def _day(self) -> date:
        """Return the day in hand: that of the month, or today's."""
        shows_month = self._left.currentWidget() is self.month
        return self.month.day if shows_month else self.desk.today()

    def _publish(self, *, published: bool) -> None:
        ids, calendar = self.list.table.selected_events(), self.desk.office.calendar
        one, many = ("publiée", "publiées") if published else ("dépubliée", "dépubliées")
        words = wording.plural(len(ids), f"manifestation {one}.", f"manifestations {many}.")
        self._do(lambda: calendar.publish(ids, published), words)

    def _delete(self, ids: list[str]) -> None:
        if not ids or not self.desk.may_change:
            return
        calendar = self.desk.office.calendar
        self.editor.close()
        words = wording.plural(len(ids), "manifestation supprimée.", "manifestations supprimées.")
        self._do(lambda: calendar.delete(ids), words)

    def _do(self, work: Callable[[], Changes], words: str) -> None:
        def done(changes: Changes) -> None:
            self.desk.bus.changed.emit(changes)
            self.notice.emit(undo_notice(self.desk, words, changes))

        self.desk.tasks.run(work, done)

    def _print_for_event(self, paper: str, event_id: str, day: date | None) -> None:
        self.editor.save()
        wanted = EventWanted(event_id, day or self.desk.today())
        self.print_wanted.emit(paper, wanted)


def _toggle(words: str, icon: Icon) -> IconButton:
    button = IconButton(icon, words, kind=ButtonKind.PLAIN)
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip("")
    button.setCheckable(True)
    return button
