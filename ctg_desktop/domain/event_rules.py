"""What an event must be before it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ctg_desktop.domain import text
from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.domain.moments import YEARS, day_of
from ctg_desktop.domain.recurrence import check_rule, first_occurrence, has_occurrence
from ctg_desktop.domain.recurrence.series import at_time_of, end_after
from ctg_desktop.errors import UserError

LONG_LINE = 1000
DATES_LIMIT = 1000


def checked_event(event: Event) -> Event:
    """Return the event as it is stored, or refuse it for one field.

    The start of a series moves to the first date that its rule gives (RFC 5545, 3.8.5.3 asks that
    both agree). What an exception voids is neither moved nor cancelled any more.

    Raises:
        UserError: ``event-title-missing``, ``text-too-long``, ``event-end-before-start``,
            ``event-end-mixed`` (a day and a time of day), ``date-out-of-range``,
            ``recurrence-invalid``, ``recurrence-empty`` (the rule gives no date),
            ``too-many-items``, ``occurrence-unknown`` (a date moved or cancelled is none of the
            series; ``day`` says which); ``field`` says where.
    """
    event = _with_texts(event)
    event = replace(event, start=_minute(event.start, "start"), end=_end(event))
    _check_order(event.start, event.end, "end")
    return _with_dates(_aligned(event))


def without_strays(event: Event) -> Event:
    """Forget moved and cancelled dates that no longer belong to the series."""
    return replace(
        event,
        moved=tuple(one for one in event.moved if _belongs(event, day_of(one.original))),
        cancelled_on=tuple(day for day in event.cancelled_on if _cancelled(event, day)),
    )


def _with_texts(event: Event) -> Event:
    title = text.line(event.title, "title")
    if not title:
        raise UserError("event-title-missing", field="title")
    return replace(
        event,
        title=title,
        place=text.line(event.place, "place"),
        organiser=text.line(event.organiser, "organiser"),
        audience=text.line(event.audience, "audience", limit=LONG_LINE),
        price=text.line(event.price, "price", limit=LONG_LINE),
        description=text.paragraph(event.description, "description"),
        source=text.line(event.source, "source", limit=LONG_LINE),
    )


def _end(event: Event) -> Moment | None:
    return None if event.end is None else _minute(event.end, "end")


def _minute(moment: Moment, field: str) -> Moment:
    if moment.year not in YEARS:
        raise UserError("date-out-of-range", field=field, year=moment.year)
    if isinstance(moment, datetime):
        return moment.replace(second=0, microsecond=0, tzinfo=None)
    return moment


def _check_order(start: Moment, end: Moment | None, field: str) -> None:
    if end is None:
        return
    if isinstance(start, datetime) is not isinstance(end, datetime):
        raise UserError("event-end-mixed", field=field)
    if end < start:
        raise UserError("event-end-before-start", field=field)


def _aligned(event: Event) -> Event:
    if not event.recurrence.strip():
        return replace(event, recurrence="")
    event = replace(event, recurrence=check_rule(event.recurrence))
    first = first_occurrence(event)
    if first is None:
        raise UserError("recurrence-empty", field="recurrence")
    start = at_time_of(event, first)
    return replace(event, start=start, end=end_after(event, start))


def _with_dates(event: Event) -> Event:
    for field in ("exceptions", "moved", "cancelled_on"):
        if len(getattr(event, field)) > DATES_LIMIT:
            raise UserError("too-many-items", field=field, limit=DATES_LIMIT)
    void = set(event.exceptions) if event.recurrence else set()
    moved = {day_of(one.original): one for one in event.moved if day_of(one.original) not in void}
    event = replace(
        event,
        exceptions=tuple(sorted(set(event.exceptions))),
        moved=tuple(_checked_move(event, moved[day], f"moved.{i}") for i, day in enumerate(moved)),
    )
    cancelled = {_checked_day(event, day) for day in event.cancelled_on if day not in void}
    return replace(
        event,
        moved=tuple(sorted(event.moved, key=lambda one: day_of(one.original))),
        cancelled_on=tuple(sorted(cancelled)),
    )


def _checked_move(event: Event, moved: MovedOccurrence, field: str) -> MovedOccurrence:
    original = day_of(moved.original)
    if not has_occurrence(event, original):
        raise UserError("occurrence-unknown", field=field, day=original.isoformat())
    start = _minute(moved.start, f"{field}.to")
    end = None if moved.end is None else _minute(moved.end, f"{field}.end")
    _check_order(start, end, f"{field}.end")
    return MovedOccurrence(at_time_of(event, original), start, end)


def _checked_day(event: Event, day: date) -> date:
    found = _cancelled(event, day)
    if found is None:
        raise UserError("occurrence-unknown", field="cancelled_on", day=day.isoformat())
    return found


def _cancelled(event: Event, day: date) -> date | None:
    """Return the date that the rule gives for a cancelled day, which may be one it was moved to."""
    moved = (day_of(one.original) for one in event.moved if day_of(one.start) == day)
    return next((one for one in (*moved, day) if _belongs(event, one)), None)


def _belongs(event: Event, day: date) -> bool:
    return has_occurrence(event, day) and not (event.recurrence and day in event.exceptions)
