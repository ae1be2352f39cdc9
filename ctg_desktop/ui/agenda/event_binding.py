"""How events are stored from their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.event import Event
from ctg_desktop.ui.agenda.typed_event import to_event, typed_from
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.usecases.calendar import Calendar

ALIASES = {
    "start": "start_day",
    "end": "end_day",
    "exceptions": "special",
    "cancelled_on": "special",
    "moved": "special",
}
"""Start of a path in an error → field of the form."""


class EventBinding:
    """Joins the form of an event to the calendar."""

    entity = "event"

    def __init__(self, calendar: Calendar, today: Callable[[], date]) -> None:
        self._calendar, self._today = calendar, today

    def blank(self) -> Event:
        """Return a new event, today."""
        return Event(start=self._today())

    def id_of(self, record: Event) -> str:
        """Return the id of an event."""
        return record.id

    def with_id(self, record: Event, record_id: str) -> Event:
        """Return the event with another id."""
        return replace(record, id=record_id)

    def load(self, record_id: str) -> Event:
        """Read an event.

        Raises:
            UserError: ``event-unknown``.
        """
        return self._calendar.get(record_id)

    def store(self, record: Event, shown: Event, /) -> tuple[Event, Changes]:
        """Check and store an event.

        Args:
            record: As it was typed.
            shown: As it was when typing began.

        Raises:
            UserError: A field is refused.
        """
        saved = self._calendar.save(record, shown)
        return saved.event, saved.changes

    def values(self, record: Event) -> Values:
        """Return what the form shows of an event."""
        return typed_from(record)

    def record(self, values: Values, base: Event) -> Event:
        """Return the event that was typed.

        Raises:
            UserError: A day, a time or a repetition is none.
        """
        return to_event(values, base, self._today())

    def name(self, values: Values) -> str:
        """Return the title of an event, for a sentence."""
        return str(values["title"]).strip() or "manifestation sans titre"
