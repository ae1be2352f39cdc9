"""Attendance sheets for an event of the calendar or a meeting typed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.attendance import (
    AttendanceOptions,
    AttendanceSheet,
    Meeting,
    Orientation,
    checked_attendance,
    checked_meeting,
    known_rows,
    meeting_of,
    privacy_sentences,
)
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.moments import day_of
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.recipients import Gathered, RecipientSource
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.action_plan import load_catalogue
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.printed_listings import printed_names

CHOICES = "attendance"
PAGE_WORDS = {
    Orientation.PORTRAIT: ("page A4", "pages A4"),
    Orientation.LANDSCAPE: ("page A4 couchée", "pages A4 couchées"),
}
_AHEAD = timedelta(days=400)


class AttendanceSheets:
    """The attendance sheets of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def meeting_of_event(self, event_id: str, today: date) -> Meeting:
        """Return the next date of an event, or its first one when all are over.

        Raises:
            UserError: ``event-unknown``.
        """
        with self._vault.reading() as stored:
            event = stored.events.get(event_id)
            place, organiser = (_named(stored, one) for one in (event.place, event.organiser))
        return meeting_of(_next_date(event, today), place, organiser)

    def render(
        self,
        meeting: Meeting,
        options: AttendanceOptions,
        today: date,
        *,
        known: RecipientSource | None = None,
        progress: Progress = silent,
    ) -> RenderedPaper:
        """Return the PDF of a sheet.

        Args:
            meeting: What people attend.
            options: How.
            today: The day it is made.
            known: Who is on it before anybody came.
            progress: Told each page.

        Raises:
            UserError: A rule of ``domain.attendance``, ``attendance-action-unknown``.
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.attendance import attendance_document
        from ctg_desktop.pdf.render import render

        meeting, options = checked_meeting(meeting), checked_attendance(options)
        gathered = known.gather(today) if known is not None else Gathered()
        ids = tuple(one.id for one in gathered.recipients)
        sheet = AttendanceSheet(
            meeting,
            options,
            self._vault.profile,
            _action(meeting.action),
            known_rows(gathered),
        )
        made = render(attendance_document(sheet, today), progress)
        name = file_name("Émargement", meeting.title, meeting.day or "")
        words = PAGE_WORDS[options.orientation]
        carries = Disclosure("attendance", gathered.entity, ids) if ids else None
        return RenderedPaper(made.content, made.pages, name, words, carries=carries)

    def choices(self) -> AttendanceOptions:
        """Return how the last sheet was made."""
        with self._vault.reading() as stored:
            kept = stored.preferences.get(CHOICES, {})
        try:
            return checked_attendance(msgspec.convert(kept, AttendanceOptions))
        except (msgspec.ValidationError, UserError):
            return AttendanceOptions()

    def keep_choices(self, options: AttendanceOptions) -> None:
        """Remember how a sheet was made."""
        self._vault.set_preference(CHOICES, msgspec.to_builtins(options))

    def privacy(self) -> str:
        """Return the sentences that stand at the foot when nobody typed others."""
        return privacy_sentences(self._vault.profile)


def actions() -> tuple[tuple[int, str], ...]:
    """Return number and title of each action of the plan."""
    return tuple((one.number, one.title) for one in load_catalogue().actions)


def _action(number: int | None) -> str:
    if number is None:
        return ""
    titles = dict(actions())
    if number not in titles:
        raise UserError("attendance-action-unknown", field="action", limit=max(titles))
    return f"{number} – {titles[number]}"


def _next_date(event: Event, today: date) -> Occurrence:
    first = day_of(event.start)
    coming = occurrences(event, today, today + _AHEAD)
    for one in (*coming, *occurrences(event, first, first + _AHEAD)):
        return one
    return Occurrence(event.id, event.title, event.start, event.end, event.place)


def _named(stored: Repositories, reference: str) -> str:
    """Return a place or an organiser in words, where they may be printed."""
    if not is_id(reference):
        return reference
    return printed_names(stored, (reference,)).get(reference, "")
