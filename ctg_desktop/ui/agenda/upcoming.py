"""The next dates of one event."""

from __future__ import annotations

from datetime import date, timedelta

from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.recurrence import occurrences

_WINDOWS = (timedelta(days=92), timedelta(days=366), timedelta(days=5 * 366))


def next_dates(event: Event, today: date, count: int) -> list[Occurrence]:
    """Return the next dates of an event that are not cancelled, today included.

    Looks a season ahead, then a year, then five: a rule that gives few dates costs no more.

    Raises:
        UserError: ``recurrence-invalid``.
    """
    start = max(today, _first_day(event))
    found: list[Occurrence] = []
    for window in _WINDOWS:
        found = [one for one in occurrences(event, start, start + window) if not one.cancelled]
        if len(found) >= count:
            break
    return found[:count]


def _first_day(event: Event) -> date:
    return date(event.start.year, event.start.month, event.start.day)
