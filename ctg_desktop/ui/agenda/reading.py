"""What the page shows, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.moments import month_after
from ctg_desktop.usecases.calendar import dated

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office

_AHEAD = timedelta(days=366)
_BACK = timedelta(days=2 * 366)


class Show(StrEnum):
    """The words on top of the list."""

    COMING = "coming"
    PAST = "past"
    DRAFTS = "drafts"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """What the list shows.

    Attributes:
        text: Words in the title or the place.
        month: First day of a month; ``None`` for all.
    """

    show: Show = Show.COMING
    text: str = ""
    month: date | None = None


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One date of one event, with what a row says of it."""

    occurrence: Occurrence
    place: str
    published: bool
    repeated: bool


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """Lines in order, and how many events there are in all."""

    lines: tuple[DatedLine, ...]
    events: int
    published: int


def read_calendar(office: Office, wanted: CalendarFilter, today: date) -> CalendarReading:
    """Read the list. Runs on the worker."""
    everything = office.calendar.events()
    text = wanted.text
    events = office.calendar.events(text) if text else everything
    start, end = _window(wanted, today)
    lines = _lines(office, _kept(events, wanted.show), start, end)
    if wanted.show is Show.CANCELLED:
        lines = [line for line in lines if line.occurrence.cancelled]
    if wanted.show is Show.PAST:
        lines.reverse()
    published = sum(1 for event in everything if event.published)
    return CalendarReading(tuple(lines), len(everything), published)


def read_days(office: Office, start: date, end: date) -> tuple[DatedLine, ...]:
    """Read what takes place from ``start`` to before ``end``. Runs on the worker."""
    return tuple(_lines(office, office.calendar.events(), start, end))


def _window(wanted: CalendarFilter, today: date) -> tuple[date, date]:
    if wanted.month is not None:
        return wanted.month, month_after(wanted.month)
    if wanted.show is Show.PAST:
        return today - _BACK, today
    if wanted.show is Show.DRAFTS:
        return today - _BACK, today + 3 * _AHEAD
    return today, today + _AHEAD


def _kept(events: Sequence[Event], show: Show) -> list[Event]:
    if show is Show.DRAFTS:
        return [event for event in events if not event.published]
    return list(events)


def _lines(office: Office, events: Sequence[Event], start: date, end: date) -> list[DatedLine]:
    by_id = {event.id: event for event in events}
    names = office.calendar.place_names(events)
    return [
        DatedLine(
            one,
            names.get(one.place, "" if is_id(one.place) else one.place),
            by_id[one.event_id].published,
            bool(by_id[one.event_id].recurrence),
        )
        for one in dated(events, start, end)
    ]
