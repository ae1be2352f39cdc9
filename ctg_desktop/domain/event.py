"""An entry of the public calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Moment = date | datetime


@dataclass(frozen=True, slots=True)
class MovedOccurrence:
    """One occurrence of a series held at another time (iCalendar RECURRENCE-ID, RFC 5545).

    Attributes:
        original: Start that the rule gives.
        start: Start it was moved to.
        end: New end; ``None`` keeps the duration of the series.
    """

    original: Moment
    start: Moment
    end: Moment | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening, once or repeated.

    Attributes:
        start: A ``datetime`` (local time of Europe/Paris, naive) or, for a whole day, a ``date``.
        end: Same type as ``start``; for whole days the last day, included. ``None`` when unknown.
        recurrence: iCalendar RRULE value without its name, e.g. ``FREQ=MONTHLY;BYDAY=1SA``.
        exceptions: Days on which the rule is void: nothing takes place, nothing is shown.
        cancelled_on: Days on which an occurrence is shown as cancelled.
        place: Id of a listing, or text.
        organiser: Id of a listing, or text.
        source: Where the entry came from.
    """

    id: str = ""
    title: str = ""
    start: Moment = date(2000, 1, 1)
    end: Moment | None = None
    recurrence: str = ""
    exceptions: tuple[date, ...] = ()
    moved: tuple[MovedOccurrence, ...] = ()
    cancelled_on: tuple[date, ...] = ()
    place: str = ""
    organiser: str = ""
    audience: str = ""
    price: str = ""
    description: str = ""
    cancelled: bool = False
    published: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of an event, as lists, months and papers show it.

    Attributes:
        moved_from: Start that the rule gave, where the occurrence was moved.
    """

    event_id: str
    title: str
    start: Moment
    end: Moment | None
    place: str
    cancelled: bool = False
    moved_from: Moment | None = None

    @property
    def all_day(self) -> bool:
        """Whether the occurrence has no time of day."""
        return not isinstance(self.start, datetime)

    @property
    def day(self) -> date:
        """The first day of the occurrence."""
        return self.start.date() if isinstance(self.start, datetime) else self.start
