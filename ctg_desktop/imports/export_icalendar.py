"""The public calendar as iCalendar (RFC 5545), for phones and web sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.recurrence import first_occurrence
from ctg_desktop.domain.recurrence.rule import parse, write
from ctg_desktop.domain.recurrence.series import at_time_of, end_after
from ctg_desktop.files import atomic_write

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//CTG Desktop//Agenda//FR"
ZONE = ZoneInfo("Europe/Paris")
_LAST_SECOND = time(23, 59, 59)


def write_icalendar(
    path: Path, events: Iterable[Event], names: Mapping[str, str], stamp: datetime
) -> int:
    """Write a calendar, whole or not at all; return how many events it holds.

    A moved occurrence becomes an event of its own with ``RECURRENCE-ID``; a cancelled one likewise,
    with ``STATUS:CANCELLED``; a day on which nothing takes place becomes ``EXDATE``.

    Args:
        path: The file to write or replace.
        events: Published events.
        names: Names of the listings that are places or organisers, by id; one that is not there
            must not be named.
        stamp: When the calendar is made (``DTSTAMP``), with its time zone.

    Raises:
        EnvironmentFault: As ``files.atomic_write``.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_paris())
    count = 0
    for event in events:
        count += 1
        for component in _components(event, names, stamp.astimezone(UTC)):
            calendar.add_component(component)
    with atomic_write(path) as stream:
        stream.write(calendar.to_ical())
    return count


def _components(
    event: Event, names: Mapping[str, str], stamp: datetime
) -> Iterator[icalendar.Event]:
    first = _first(event)
    main = _component(event, names, stamp, first, end_after(event, first))
    if event.recurrence:
        import icalendar

        main.add("rrule", icalendar.vRecur.from_ical(_rule(event)))
        for day in event.exceptions:
            main.add("exdate", _moment(at_time_of(event, day)))
    main.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    yield main
    for moved in event.moved:
        yield _moved(event, moved, names, stamp)
    for day in event.cancelled_on:
        original = at_time_of(event, day)
        one = _component(event, names, stamp, original, end_after(event, original))
        one.add("recurrence-id", _moment(original))
        one.add("status", "CANCELLED")
        yield one


def _first(event: Event) -> Moment:
    """Return the first date of the series: in iCalendar, the start counts even off the rule."""
    day = first_occurrence(event) if event.recurrence else None
    return at_time_of(event, day) if day else event.start


def _moved(
    event: Event, moved: MovedOccurrence, names: Mapping[str, str], stamp: datetime
) -> icalendar.Event:
    end = moved.end if moved.end is not None else end_after(event, moved.start)
    one = _component(event, names, stamp, moved.start, end)
    one.add("recurrence-id", _moment(moved.original))
    one.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    return one


def _component(
    event: Event, names: Mapping[str, str], stamp: datetime, start: Moment, end: Moment | None
) -> icalendar.Event:
    import icalendar

    made = icalendar.Event()
    made.add("uid", event.id)
    made.add("dtstamp", stamp)
    made.add("dtstart", _moment(start))
    if end is not None:
        # Whole days end, in iCalendar, on the day after the last one.
        made.add("dtend", _moment(end if isinstance(end, datetime) else end + timedelta(days=1)))
    made.add("summary", event.title)
    texts = {
        "location": _named(event.place, names),
        "contact": _named(event.organiser, names),
        "description": _description(event),
    }
    for name, text in texts.items():
        if text:
            made.add(name, text)
    return made


def _named(reference: str, names: Mapping[str, str]) -> str:
    """Return the name of a listing, nothing for one that must not be named, or the text."""
    return names.get(reference, "" if is_id(reference) else reference)


def _description(event: Event) -> str:
    parts = (event.description, event.audience, event.price)
    return "\n".join(one for one in parts if one)


def _rule(event: Event) -> str:
    """Return the rule with its end as iCalendar wants it: in UTC for times, a day for days."""
    rule = parse(event.recurrence)
    until = rule.until
    if until is None:
        return write(rule)
    text = write(replace(rule, until=None))
    if not isinstance(event.start, datetime):
        last = until.date() if isinstance(until, datetime) else until
        return f"{text};UNTIL={last:%Y%m%d}"
    if not isinstance(until, datetime):
        until = datetime.combine(until, _LAST_SECOND)
    return f"{text};UNTIL={until.replace(tzinfo=ZONE).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _moment(moment: Moment) -> date | datetime:
    return moment.replace(tzinfo=ZONE) if isinstance(moment, datetime) else moment


def _paris() -> icalendar.Timezone:
    """Return the rules of the zone since 1996, without an end, as Olson's database has them."""
    import icalendar

    zone = icalendar.Timezone()
    zone.add("tzid", "Europe/Paris")
    for kind, name, month, hour, before, after in (
        (icalendar.TimezoneDaylight, "CEST", 3, 2, 1, 2),
        (icalendar.TimezoneStandard, "CET", 10, 3, 2, 1),
    ):
        part = kind()
        last_sunday = {3: 31, 10: 27}[month]
        part.add("dtstart", datetime(1996, month, last_sunday, hour))  # noqa: DTZ001  # local by definition
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone
