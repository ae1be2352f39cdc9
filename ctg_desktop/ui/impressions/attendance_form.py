"""What is chosen before an attendance sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.attendance import AttendanceOptions, Meeting
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import day
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.attendance_cards import ExpectedCard, MeetingCard, SheetCard
from ctg_desktop.ui.impressions.paper_form import Make, PaperForm
from ctg_desktop.ui.impressions.recipients_choice import RecipientChoices, read_choices
from ctg_desktop.ui.impressions.requests import EventWanted
from ctg_desktop.ui.latest import Latest
from ctg_desktop.usecases.attendance_sheets import actions
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper

_AHEAD = timedelta(days=120)
_MOST_DATES = 80


@dataclass(frozen=True, slots=True)
class _Stored:
    """What was chosen last and what can be chosen, read on the worker."""

    options: AttendanceOptions
    privacy: str
    dates: tuple[tuple[str, str], ...]
    actions: tuple[tuple[int, str], ...]
    recipients: RecipientChoices


class AttendanceForm(PaperForm):
    """Which meeting, which columns, how many rows, who is expected."""

    leads_to = None
    nothing = (
        "De quelle rencontre s’agit-il\u202f?",
        "Choisissez une manifestation de l’agenda ou donnez un titre\u00a0: la feuille paraît ici.",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown = False
        self._latest = Latest(desk.tasks)
        self.meeting = MeetingCard(desk.today)
        self.sheet = SheetCard()
        self.expected = ExpectedCard()
        for card in (self.meeting, self.sheet, self.expected):
            self.column.addWidget(card)
        self.meeting.edited.connect(self.changed)
        self.meeting.event_chosen.connect(self._take_event)
        self.sheet.edited.connect(self._keep)
        self.expected.edited.connect(self.changed)

    def load(self) -> None:
        """Read what can be chosen, and the first time what was chosen last."""
        self.desk.tasks.run(partial(_read, self.desk.office, self.desk.today()), self._show)

    def make(self) -> Make | None:
        """Return what lays the sheet out; ``None`` when an input is refused."""
        meeting, options = self.meeting.value(), self.sheet.value()
        if meeting is None or options is None:
            return None
        office, today = self.desk.office, self.desk.today()
        wanted = self.expected.wanted()

        def work(progress: Progress) -> RenderedPaper | None:
            if not meeting.title.strip():
                return None
            known = office.recipients.of_directory(wanted) if wanted is not None else None
            return office.attendance.render(meeting, options, today, known=known, progress=progress)

        return work

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        return self.meeting.refuse(error) or self.sheet.refuse(error)

    def receive(self, wanted: Any) -> None:
        """Take over an event of the calendar."""
        if isinstance(wanted, EventWanted):
            self._take_event(wanted.id, wanted.day)

    def _show(self, stored: _Stored) -> None:
        self.meeting.show_choices(stored.dates, stored.actions)
        self.expected.recipients.show_choices(stored.recipients)
        if not self._shown:
            self._shown = True
            self.sheet.show_value(stored.options, stored.privacy)
        self.changed.emit()

    def _take_event(self, event_id: str, on: date) -> None:
        sheets = self.desk.office.attendance
        self._latest.run(
            lambda: sheets.meeting_of_event(event_id, on), self._show_meeting, failed=self._failed
        )

    def _show_meeting(self, meeting: Meeting) -> None:
        self.meeting.show_value(meeting)
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.meeting.calendar_field.refuse(sentence(error))
        else:
            self.desk.report(error)

    def _keep(self) -> None:
        options = self.sheet.value()
        if options is not None:
            sheets = self.desk.office.attendance
            self.desk.tasks.run(lambda: sheets.keep_choices(options), lambda _none: None)
        self.changed.emit()


def _read(office: Office, today: date) -> _Stored:
    coming = office.calendar.occurrences(today, today + _AHEAD)[:_MOST_DATES]
    return _Stored(
        options=office.attendance.choices(),
        privacy=office.attendance.privacy(),
        dates=tuple(
            (f"{one.day.isoformat()} {one.event_id}", f"{day(one.day)} – {one.title}")
            for one in coming
        ),
        actions=actions(),
        recipients=read_choices(office),
    )
