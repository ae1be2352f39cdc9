"""The calendar of the demonstration commune, its relative dates made real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.event_rules import checked_event
from ctg_desktop.domain.moments import day_of
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.usecases import demo_dates

_AHEAD = timedelta(400)
_HOLIDAYS = "holidays"
_PLAIN_KEYS = (
    "title",
    "place",
    "organiser",
    "audience",
    "price",
    "description",
    "cancelled",
    "published",
)


@dataclass(frozen=True, slots=True)
class DemoCalendar:
    """What relative dates are counted from.

    Attributes:
        holidays: School holidays as first and last ``MM-DD``.
    """

    today: date
    holidays: tuple[tuple[str, str], ...]


def event_of(data: dict[str, Any], calendar: DemoCalendar) -> Event:
    """Return an event of the data file; its place and organiser still name listings by ``@key``.

    Raises:
        ValueError: A relative date is not in the language: the data file is wrong.
        UserError: A rule of ``domain.event_rules``: the data file is wrong.
    """
    start = demo_dates.moment(data["start"], calendar.today)
    plain = {key: data[key] for key in _PLAIN_KEYS if key in data}
    end = demo_dates.end_moment(data["end"], start) if "end" in data else None
    rule = _rule(data, calendar.today)
    event = checked_event(Event(start=start, end=end, recurrence=rule, **plain))
    event = replace(event, exceptions=tuple(_exceptions(data, event, calendar)))
    moved = tuple(_moved(one, event, calendar) for one in data.get("moved", ()))
    cancelled = tuple(_nth(one, event, calendar) for one in data.get("cancelled_on", ()))
    return checked_event(replace(event, moved=moved, cancelled_on=cancelled))


def _rule(data: dict[str, Any], today: date) -> str:
    rule = str(data.get("recurrence", ""))
    if "until" not in data:
        return rule
    return f"{rule};UNTIL={demo_dates.relative_day(data['until'], today):%Y%m%d}"


def _exceptions(data: dict[str, Any], event: Event, calendar: DemoCalendar) -> Iterator[date]:
    asked = data.get("exceptions", ())
    coming = _days(event, day_of(event.start), calendar.today + _AHEAD) if asked else []
    for text in asked:
        if text.startswith("#"):
            yield _nth(text, event, calendar)
        elif text == _HOLIDAYS:
            yield from (day for day in coming if _is_holiday(day, calendar))
        else:
            first, last = text.split("..")
            yield from (day for day in coming if demo_dates.within(day, first, last))


def _days(event: Event, start: date, end: date) -> list[date]:
    return [one.day for one in occurrences(event, start, end)]


def _is_holiday(day: date, calendar: DemoCalendar) -> bool:
    return any(demo_dates.within(day, first, last) for first, last in calendar.holidays)


def _nth(text: str, event: Event, calendar: DemoCalendar) -> date:
    """Return the day of ``"#3"``: the third occurrence after today."""
    coming = _days(event, calendar.today + timedelta(1), calendar.today + _AHEAD)
    return coming[int(text.removeprefix("#")) - 1]


def _moved(data: dict[str, str], event: Event, calendar: DemoCalendar) -> MovedOccurrence:
    original = _nth(data["from"], event, calendar)
    return MovedOccurrence(original, demo_dates.end_moment(data["to"], original))
