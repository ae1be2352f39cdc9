"""The dates of an event: what its rule gives, less exceptions, with what was moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice

from ctg_desktop.domain.event import Event, Moment, MovedOccurrence, Occurrence
from ctg_desktop.domain.moments import day_of, last_day
from ctg_desktop.domain.recurrence import expansion
from ctg_desktop.domain.recurrence.rule import Rule, parse

LIMIT = 5000
HORIZON = timedelta(days=366 * 100)
"""How far after its start a series is looked at when no window says better."""

_EARLIEST, _LATEST = date(1000, 1, 1), date(9000, 1, 1)


def occurrences(event: Event, start: date, end: date) -> tuple[Occurrence, ...]:
    """Return the dates of an event that touch a window, in order, at most 5,000.

    An occurrence of several days is given when any of its days is in the window; one that ends
    before six in the morning belongs to the evening it began. Whole days sort before times.

    Args:
        event: An event with a valid rule, or none.
        start: First day of the window.
        end: First day after the window.

    Raises:
        UserError: ``recurrence-invalid``.
    """
    start, end = max(start, _EARLIEST), min(end, _LATEST)
    if end <= start:
        return ()
    found = merge(_regular(event, start, end), _moved(event, start, end), key=_order)
    return tuple(islice(found, LIMIT))


def has_occurrence(event: Event, day: date) -> bool:
    """Tell whether the rule of an event, exceptions aside, gives an occurrence that day."""
    return any(True for _ in _days(event, day, day + timedelta(1)))


def first_occurrence(event: Event) -> date | None:
    """Return the first day that the rule of an event gives, ``None`` when it gives none."""
    first = day_of(event.start)
    return next(_days(event, first, _after(first, HORIZON)), None)


def at_time_of(event: Event, day: date) -> Moment:
    """Return the start that an occurrence of this event has on a day."""
    if isinstance(event.start, datetime):
        return datetime.combine(day, event.start.time())
    return day


def end_after(event: Event, start: Moment) -> Moment | None:
    """Return when an occurrence ends that lasts as long as the event does."""
    if event.end is None or isinstance(start, datetime) is not isinstance(event.start, datetime):
        return None
    if isinstance(event.end, datetime) and isinstance(event.start, datetime):
        return start + (event.end - event.start)
    return start + (day_of(event.end) - day_of(event.start))


def _days(event: Event, start: date, end: date) -> Iterator[date]:
    first = day_of(event.start)
    if not event.recurrence:
        return iter([first] if start <= first < end else [])
    rule = parse(event.recurrence)
    last = _last(rule, event.start)
    end = min(end, _after(max(start, first), HORIZON))
    return expansion.days(rule, first, start, end if last is None else min(end, _after(last)))


def _last(rule: Rule, start: Moment) -> date | None:
    """Return the last day that ``UNTIL`` allows; a date given for a time means that whole day."""
    if not isinstance(rule.until, datetime):
        return rule.until
    too_late = isinstance(start, datetime) and start.time() > rule.until.time()
    return rule.until.date() - timedelta(1 if too_late else 0)


def _regular(event: Event, start: date, end: date) -> Iterator[Occurrence]:
    length = last_day(event.start, event.end) - day_of(event.start)
    elsewhere = {day_of(one.original) for one in event.moved}
    void = elsewhere.union(event.exceptions) if event.recurrence else elsewhere
    reach = start - min(length, HORIZON)
    for day in _days(event, reach, end):
        if day not in void:
            at = at_time_of(event, day)
            cancelled = event.cancelled or day in event.cancelled_on
            yield Occurrence(
                event.id, event.title, at, end_after(event, at), event.place, cancelled
            )


def _moved(event: Event, start: date, end: date) -> list[Occurrence]:
    inside = [
        _held_elsewhere(event, one)
        for one in event.moved
        if day_of(one.start) < end and _moved_last_day(event, one) >= start
        if _is_valid(event, one)
    ]
    return sorted(inside, key=_order)


def _is_valid(event: Event, moved: MovedOccurrence) -> bool:
    day = day_of(moved.original)
    void = bool(event.recurrence) and day in event.exceptions
    return not void and has_occurrence(event, day)


def _moved_last_day(event: Event, moved: MovedOccurrence) -> date:
    return last_day(moved.start, moved.end or end_after(event, moved.start))


def _held_elsewhere(event: Event, moved: MovedOccurrence) -> Occurrence:
    original = day_of(moved.original)
    off = {original, day_of(moved.start)}.intersection(event.cancelled_on)
    return Occurrence(
        event_id=event.id,
        title=event.title,
        start=moved.start,
        end=moved.end or end_after(event, moved.start),
        place=event.place,
        cancelled=event.cancelled or bool(off),
        moved_from=at_time_of(event, original),
    )


def _order(occurrence: Occurrence) -> tuple[date, bool, Moment, str]:
    return (occurrence.day, not occurrence.all_day, occurrence.start, occurrence.event_id)


def _after(day: date, distance: timedelta = timedelta(1)) -> date:
    return day + distance if date.max - day > distance else date.max
