"""The detail of the calendar: one event, edited in place, and one of its dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import Event, MovedOccurrence, Occurrence
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.agenda.event_binding import EventBinding
from ctg_desktop.ui.agenda.event_form import EventForm
from ctg_desktop.ui.agenda.move_dialog import MoveDialog
from ctg_desktop.ui.agenda.occurrence_box import OccurrenceBox
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.editing.record_detail import RecordDetail
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.usecases.calendar import SavedEvent


class EventDetail(RecordDetail[Event]):
    """Shows an event, keeps what is typed, and acts on the date that was chosen."""

    first_field = "title"

    paper_wanted = Signal(str, str, object)
    """Key of a paper, id of the event, and the day of the date chosen; ``None`` for the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.form = EventForm(desk)
        binding = EventBinding(desk.office.calendar, desk.today)
        super().__init__(desk, binding, self.form, self.form.fields, parent)
        self._pending: Occurrence | None = None
        self.box = OccurrenceBox()
        self.add_note(self.box)
        self.attendance_button = link(
            "Feuille d’émargement", partial(self._ask_paper, PaperKey.ATTENDANCE), Icon.PRINT
        )
        self.questionnaire_button = link(
            "Questionnaire", partial(self._ask_paper, PaperKey.QUESTIONNAIRE), Icon.PRINT
        )
        self.add_note(self._papers())
        self.copy_button = plain("Dupliquer", self._copy)
        keep_out(desk, self.box, self.copy_button)
        self.of_stored += (self.copy_button, self.attendance_button, self.questionnaire_button)
        self.set_actions((self.copy_button, self.history_button), (self.delete_button,))
        self._connect()

    def open_line(self, event_id: str, occurrence: Occurrence | None) -> None:
        """Show an event, and one of its dates."""
        self._pending = occurrence
        if event_id != self.editor.record_id:
            self.editor.open(event_id)
        else:
            self._show_box()

    def name_of(self, record: Event) -> str:
        """Return the title of an event."""
        return record.title

    def describe(self, base: Event, values: Values) -> None:
        """Say what is shown, and what is typed in other words."""
        title = str(values["title"]) or "Nouvelle manifestation"
        self.show_names(title, _subtitle(base, self._desk.today()))
        self.form.describe(self.typed_so_far(base))

    def show_opened(self) -> None:
        """Another event came into the form, and one of its dates."""
        super().show_opened()
        self._show_box()

    def _connect(self) -> None:
        calendar = self._desk.office.calendar
        self.form.edited.connect(lambda _name: self.accept())
        self.editor.closed.connect(self._forget_date)
        self.box.move_wanted.connect(self._ask_move)
        self.box.cancel_wanted.connect(
            lambda one: self._on_date(
                lambda: calendar.cancel_occurrence(one.event_id, _rule_day(one)),
                "Cette date est annulée.",
            )
        )
        self.box.skip_wanted.connect(
            lambda one: self._on_date(
                lambda: calendar.skip_occurrence(one.event_id, _rule_day(one)),
                "Cette date est retirée de la répétition.",
            )
        )
        self.box.restore_wanted.connect(self._restore)

    def _show_box(self) -> None:
        base, one = self.editor.base, self._pending
        shown = base is not None and one is not None and one.event_id == base.id
        self.box.show_occurrence(one if shown and base is not None and base.recurrence else None)

    def _forget_date(self) -> None:
        self._pending = None
        self.box.show_occurrence(None)

    def _papers(self) -> QWidget:
        """Return the papers that an event asks for, side by side where there is room."""
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.attendance_button, self.questionnaire_button):
            row.addWidget(button)
        return holder

    def _ask_paper(self, key: PaperKey) -> None:
        if self.editor.record_id:
            day = self._pending.day if self._pending is not None else None
            self.paper_wanted.emit(str(key), self.editor.record_id, day)

    def _copy(self) -> None:
        base = self.editor.base
        if base is not None:
            again = replace(base, id="", exceptions=(), moved=(), cancelled_on=())
            self.editor.start_new(self.focus_first, again)

    def _ask_move(self, occurrence: Occurrence) -> None:
        dialog = MoveDialog(occurrence, self._desk.today, self)
        dialog.moved.connect(lambda moved: self._move(occurrence, moved))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _move(self, occurrence: Occurrence, moved: MovedOccurrence) -> None:
        calendar = self._desk.office.calendar
        self._on_date(
            lambda: calendar.move_occurrence(occurrence.event_id, moved),
            f"Cette date est déplacée au {wording.moment(moved.start)}.",
        )

    def _restore(self, occurrence: Occurrence) -> None:
        calendar, day = self._desk.office.calendar, _rule_day(occurrence)

        def work() -> SavedEvent:
            event = calendar.get(occurrence.event_id)
            days = {day, occurrence.day}
            left = tuple(one for one in event.cancelled_on if one not in days)
            return calendar.save(replace(event, cancelled_on=left))

        self._on_date(work, "Cette date est rétablie.")

    def _on_date(self, work: Callable[[], SavedEvent], words: str) -> None:
        self.editor.save()
        self._desk.tasks.run(work, lambda saved: self._done(saved, words), failed=self._failed)

    def _done(self, saved: SavedEvent, words: str) -> None:
        self._forget_date()
        self._desk.bus.changed.emit(saved.changes)
        self.notice.emit(undo_notice(self._desk, words, saved.changes))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refuse(sentence(error))
        else:
            self._desk.report(error)


def _rule_day(occurrence: Occurrence) -> date:
    """Return the day that the rule gives, wherever the date was moved to."""
    start = occurrence.moved_from or occurrence.start
    return start.date() if isinstance(start, datetime) else start


def _subtitle(event: Event, today: date) -> str:
    if not event.id:
        return "Pas encore enregistrée"
    when = wording.period(event.start, event.end)
    if event.recurrence:
        when = rule_to_french(event, since=today)
    state = "annulée" if event.cancelled else "publiée" if event.published else "brouillon"
    return f"{when} · {state}"
