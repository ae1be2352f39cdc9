"""The calendar: what happens each week once, everything else month by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.calendar_words import MONTHS_SHORT, NBSP, WEEKDAYS_SHORT
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.pdf.booklet.chapters import title
from ctg_desktop.pdf.booklet.words import labelled, words
from ctg_desktop.pdf.document import (
    Block,
    Definition,
    Definitions,
    Group,
    Heading,
    Run,
    Runs,
    Section,
    Table,
)

TITLE = "Agenda"
_WEEKLY = ("FREQ=WEEKLY", "FREQ=DAILY")
_DAY_WIDTH = 72.0
_ROW_GAP = 3.0
_KEPT_TOGETHER = 4


def calendar(content: BookletContent) -> Section | None:
    """Return the calendar of the months to come, or nothing when nothing takes place."""
    weekly = _weekly(content)
    series = {event.id for event in weekly}
    dated = [one for one in content.occurrences if one.event_id not in series or _unusual(one)]
    blocks: list[Block] = []
    if weekly:
        blocks += _each_week(weekly, content)
    for (year, number), group in groupby(dated, key=lambda one: (one.day.year, one.day.month)):
        blocks += _month(year, number, group, content)
    if not blocks:
        return None
    heading = title(TITLE, "agenda")
    return Section(TITLE, (heading, *blocks), content.profile.accent)


def _weekly(content: BookletContent) -> list[Event]:
    shown = {one.event_id for one in content.occurrences}
    events = [
        event
        for event in content.events.values()
        if event.id in shown
        and not event.cancelled
        and any(rule in event.recurrence for rule in _WEEKLY)
    ]
    return sorted(events, key=_weekday_order)


def _weekday_order(event: Event) -> tuple[int, str, str, str]:
    start = event.start
    clock = start.time().isoformat() if isinstance(start, datetime) else ""
    return start.weekday(), clock, event.title, event.id


def _unusual(occurrence: Occurrence) -> bool:
    return occurrence.cancelled or occurrence.moved_from is not None


def _each_week(events: list[Event], content: BookletContent) -> list[Block]:
    rows = tuple(
        (
            words(_sentence(rule_to_french(event))),
            (*words(event.title, strong=True), *_at(event.place, content)),
        )
        for event in events
    )
    return [
        Heading(2, words("Chaque semaine"), "agenda-semaine", "Chaque semaine", "month"),
        Table(
            (words("Quand"), words("Quoi et où")),
            rows,
            (9, 11),
            caption="Rendez-vous de chaque semaine",
        ),
    ]


def _month(
    year: int, number: int, occurrences: Iterable[Occurrence], content: BookletContent
) -> list[Block]:
    name = wording.month(year, number)
    rows = tuple(_row(one, content) for one in occurrences)
    label = name.capitalize()
    heading = Heading(2, words(label), f"agenda-{year}-{number:02}", label, "month")
    first, rest = rows[:_KEPT_TOGETHER], rows[_KEPT_TOGETHER:]
    blocks: list[Block] = [Group((heading, _dates(first)))]
    if rest:
        blocks.append(_dates(rest))
    return blocks


def _dates(rows: tuple[Definition, ...]) -> Definitions:
    return Definitions(rows, "day", "body", label_width=_DAY_WIDTH, gap=_ROW_GAP)


def _row(occurrence: Occurrence, content: BookletContent) -> Definition:
    name = f"Annulé : {occurrence.title}" if occurrence.cancelled else occurrence.title
    when = _hours(occurrence)
    first = words(name, strong=True) + (words(f", {when}") if when else ())
    lines: list[Runs] = [(*first, *_at(occurrence.place, content))]
    if occurrence.moved_from is not None and not occurrence.cancelled:
        lines.append(words(f"Déplacé, au lieu du {_moment(occurrence.moved_from)}"))
    return labelled(_day(occurrence), *lines)


def _day(occurrence: Occurrence) -> str:
    start, end = occurrence.day, _last_day(occurrence)
    if end <= start:
        return _short(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{NBSP}–{NBSP}{end.day}"
    return f"{start.day}{NBSP}–{NBSP}{end.day}{NBSP}{MONTHS_SHORT[end.month - 1]}"


def _short(day: date) -> str:
    return f"{WEEKDAYS_SHORT[day.weekday()]}{NBSP}{wording.day_number(day.day)}"


def _last_day(occurrence: Occurrence) -> date:
    end = occurrence.end
    if end is None:
        return occurrence.day
    if isinstance(end, datetime):
        last = end.date()
        early = end.hour < 6 and (last - occurrence.day).days == 1
        return occurrence.day if early else last
    return end


def _hours(occurrence: Occurrence) -> str:
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime):
        return ""
    if isinstance(end, datetime) and end > start:
        return wording.span(start, end)
    return wording.time(start)


def _moment(moment: date) -> str:
    shown = wording.day_of_month(moment)
    weekday = WEEKDAYS_SHORT[moment.weekday()]
    if isinstance(moment, datetime):
        return f"{weekday}{NBSP}{shown} à {wording.time(moment)}"
    return f"{weekday}{NBSP}{shown}"


def _at(place: str, content: BookletContent) -> Runs:
    name = content.place_names.get(place, "" if _is_reference(place) else place)
    return (Run("\n"), *words(name)) if name else ()


def _is_reference(place: str) -> bool:
    from ctg_desktop.domain.identifier import is_id

    return is_id(place)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
