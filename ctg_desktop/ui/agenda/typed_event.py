"""What stands in the fields of the form, and how it becomes an event again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.domain.event_rules import without_strays
from ctg_desktop.errors import UserError
from ctg_desktop.ui.agenda.typed_recurrence import rule_from, typed_rule

Typed = dict[str, Any]

_PLAIN = (
    "title",
    "place",
    "organiser",
    "audience",
    "price",
    "description",
    "cancelled",
    "published",
    "source",
)
_WHEN = ("all_day", "start_day", "start_time", "end_day", "end_time")


def typed_from(event: Event) -> Typed:
    """Return what the form shows of an event."""
    start, end = event.start, event.end
    day = _day_of(start)
    end_day = _day_of(end) if end is not None else day
    return {
        **{name: getattr(event, name) for name in _PLAIN},
        "all_day": not isinstance(start, datetime),
        "start_day": wording.day(day),
        "start_time": wording.time(start) if isinstance(start, datetime) else "",
        "end_day": "" if end_day == day else wording.day(end_day),
        "end_time": wording.time(end) if isinstance(end, datetime) else "",
        "recurrence": typed_rule(event.recurrence, day),
        "special": special_from(event),
    }


def special_from(event: Event) -> dict[str, Any]:
    """Return the dates that do not follow the rule, JSON-able."""
    return {
        "exceptions": [day.isoformat() for day in event.exceptions],
        "cancelled_on": [day.isoformat() for day in event.cancelled_on],
        "moved": [
            {
                "original": one.original.isoformat(),
                "start": one.start.isoformat(),
                "end": one.end.isoformat() if one.end else "",
            }
            for one in event.moved
        ],
    }


def to_event(typed: Typed, base: Event, today: date) -> Event:
    """Return the event that was typed; what was not touched keeps its stored value.

    Args:
        typed: What stands in the fields.
        base: The event as it is stored, or an empty one.
        today: The day it was typed on, for dates without a year.

    Raises:
        UserError: ``date-missing``, ``date-invalid``, ``time-invalid``, ``recurrence-invalid``
            for one field. The rules of an event are checked when it is saved, not here.
    """
    shown = typed_from(base)
    touched = {name for name, value in typed.items() if value != shown[name]}
    event = replace(base, **{name: typed[name] for name in _PLAIN if name in touched})
    if "special" in touched:
        event = _with_special(event, typed["special"])
    if touched.intersection(_WHEN) or not base.id:
        start, end = _period(typed, today)
        event = replace(event, start=start, end=end)
    if touched.intersection((*_WHEN, "recurrence")):
        rule = rule_from(typed["recurrence"], _day_of(event.start), today)
        event = without_strays(replace(event, recurrence=rule))
    return event


def _period(typed: Typed, today: date) -> tuple[Moment, Moment | None]:
    start_day = _day(typed["start_day"], today, "start_day")
    if start_day is None:
        raise UserError("date-missing", field="start_day")
    end_day = _day(typed["end_day"], max(today, start_day), "end_day")
    if typed["all_day"]:
        return start_day, end_day
    start = datetime.combine(start_day, wording.parse_time(typed["start_time"], field="start_time"))
    if not typed["end_time"].strip() and end_day is None:
        return start, None
    clock = wording.parse_time(typed["end_time"], field="end_time")
    return start, _end(start, end_day, clock)


def _end(start: datetime, end_day: date | None, clock: time) -> datetime:
    """Return the end; a time before the start, without a day, is that of the night after."""
    if end_day is not None:
        return datetime.combine(end_day, clock)
    end = datetime.combine(start.date(), clock)
    return end if end >= start else end + timedelta(days=1)


def _day(text: str, today: date, field: str) -> date | None:
    return wording.parse_day(text, today, field=field) if text.strip() else None


def _with_special(event: Event, special: Mapping[str, Any]) -> Event:
    return replace(
        event,
        exceptions=tuple(date.fromisoformat(one) for one in special["exceptions"]),
        cancelled_on=tuple(date.fromisoformat(one) for one in special["cancelled_on"]),
        moved=tuple(
            MovedOccurrence(
                read_moment(one["original"]),
                read_moment(one["start"]),
                read_moment(one["end"]) if one["end"] else None,
            )
            for one in special["moved"]
        ),
    )


def read_moment(text: str) -> Moment:
    """Return a day or a moment written in ISO 8601."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
