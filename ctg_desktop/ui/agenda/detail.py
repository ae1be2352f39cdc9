"""The detail of the calendar: one event, edited in place, and one of its dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import Event, MovedOccurrence, Occurrence
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.agenda.event_binding import EventBinding
from ctg_desktop.ui.agenda.event_form import EventForm
from ctg_desktop.ui.agenda.move_dialog import MoveDialog
from ctg_desktop.ui.agenda.occurrence_box import OccurrenceBox
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.detail_frame import DetailFrame
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.usecases.calendar import SavedEvent


class EventDetail(DetailFrame):
    """Shows an event, keeps what is typed, and acts on the date that was chosen."""

    history_wanted = Signal(str, str)
    delete_wanted = Signal(str)
    paper_wanted = Signal(str, str, object)
    """Key of a paper, id of the event, and the day of the date chosen; ``None`` for the next."""
    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.form = EventForm(desk)
        super().__init__(self.form, parent)
        self._desk = desk
        self._pending: Occurrence | None = None
        binding = EventBinding(desk.office.calendar, desk.today)
        self.editor = RecordEditor[Event](desk, binding, self.form.fields, self)
        self.box = OccurrenceBox()
        self.add_note(self.box)
        self.attendance_button = link(
            "Feuille d’émargement", partial(self._ask_paper, PaperKey.ATTENDANCE), Icon.PRINT
        )
        self.questionnaire_button = link(
            "Questionnaire", partial(self._ask_paper, PaperKey.QUESTIONNAIRE), Icon.PRINT
        )
        self.add_note(self._papers())
        self.history_button = plain("Historique", self._ask_history)
        self.copy_button = plain("Dupliquer", self._copy)
        self.delete_button = link("Supprimer", self._ask_delete, Icon.DELETE)
        self.set_actions((self.copy_button, self.history_button), (self.delete_button,))
        self._connect()

    def open_line(self, event_id: str, occurrence: Occurrence | None) -> None:
        """Show an event, and one of its dates."""
        self._pending = occurrence
        if event_id != self.editor.record_id:
            self.editor.open(event_id)
        else:
            self._show_box()

    def focus_first(self) -> None:
        """Put the cursor into the title."""
        field = self.form.fields.field("title")
        if field is not None and isinstance(field.target, QLineEdit):
            self.form.to_top()
            field.target.setFocus(Qt.FocusReason.OtherFocusReason)
            field.target.end(False)

    def _connect(self) -> None:
        editor, calendar = self.editor, self._desk.office.calendar
        self.save_button.clicked.connect(editor.save)
        self.draft_line.taken_up.connect(self._take_up)
        self.draft_line.given_up.connect(editor.give_up_draft)
        self.form.edited.connect(lambda _name: self.accept())
        editor.shown.connect(self.form.to_top)
        editor.opened.connect(self._opened)
        editor.closed.connect(self._forget_date)
        editor.draft_found.connect(self.draft_line.show_draft)
        editor.draft_settled.connect(self.draft_line.hide)
        editor.refused.connect(self._refuse)
        editor.state_changed.connect(self._show_state)
        editor.drafts.failed.connect(self._desk.report)
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

    def _opened(self) -> None:
        self.accept()
        self._show_state()
        self._show_box()
        follow_layout(self.form.widget())
        stored = bool(self.editor.record_id)
        for button in (
            self.copy_button,
            self.history_button,
            self.attendance_button,
            self.questionnaire_button,
            self.delete_button,
        ):
            button.setVisible(stored)

    def _show_state(self) -> None:
        base = self.editor.base
        if base is None:
            return
        self.show_unsaved(self.editor.is_dirty)
        title = str(self.editor.values()["title"])
        self.show_names(title or "Nouvelle manifestation", _subtitle(base, self._desk.today()))
        try:
            typed = self.editor.typed()
        except UserError:
            typed = base
        self.form.describe(typed)

    def _show_box(self) -> None:
        base, one = self.editor.base, self._pending
        shown = base is not None and one is not None and one.event_id == base.id
        self.box.show_occurrence(one if shown and base is not None and base.recurrence else None)

    def _forget_date(self) -> None:
        self._pending = None
        self.box.show_occurrence(None)

    def _refuse(self, error: UserError) -> None:
        words = sentence(error)
        if not self.form.fields.refuse(error.field, words):
            self.refuse(words)

    def _take_up(self) -> None:
        self.editor.take_up_draft()
        self.focus_first()

    def _ask_history(self) -> None:
        if self.editor.base is not None:
            self.history_wanted.emit(self.editor.record_id, self.editor.base.title)

    def _ask_delete(self) -> None:
        if self.editor.record_id:
            self.delete_wanted.emit(self.editor.record_id)

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
