"""The calendar: what happens each week once, everything else month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.pdf import dates
from ctg_desktop.pdf.booklet.chapters import title
from ctg_desktop.pdf.document import (
    Block,
    Definition,
    Definitions,
    Group,
    Heading,
    Runs,
    Section,
    Table,
)
from ctg_desktop.pdf.words import labelled, words

TITLE = "Agenda"
_WEEKLY = ("FREQ=WEEKLY", "FREQ=DAILY")
_OFTEN = 8
"""A series with more dates than this is said once, not date by date."""
_DAY_WIDTH = 45.0
_ROW_GAP = 3.0
_KEPT_TOGETHER = 3


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
    count = Counter(one.event_id for one in content.occurrences)
    events = [
        event
        for event in content.events.values()
        if count[event.id] > _OFTEN
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
            _what(event, content),
        )
        for event in events
    )
    return [
        Heading(2, words("Chaque semaine"), "agenda-semaine", "Chaque semaine", "month"),
        Table(
            (words("Quand"), words("Quoi et où")),
            rows,
            (11, 10),
            caption="Rendez-vous de chaque semaine",
        ),
    ]


def _what(event: Event, content: BookletContent) -> Runs:
    place = dates.place(event.place, content.place_names)
    return words(event.title, strong=True) + words(f"\n{place}" if place else "")


def _month(
    year: int, number: int, occurrences: Iterable[Occurrence], content: BookletContent
) -> list[Block]:
    name = wording.month(year, number)
    days = groupby(occurrences, key=lambda one: one.day)
    rows = tuple(
        labelled(dates.short_day(day), *(_date(one, content) for one in group))
        for day, group in days
    )
    label = name.capitalize()
    heading = Heading(2, words(label), f"agenda-{year}-{number:02}", label, "month")
    first, rest = rows[:_KEPT_TOGETHER], rows[_KEPT_TOGETHER:]
    blocks: list[Block] = [Group((heading, _dates(first)))]
    if rest:
        blocks.append(_dates(rest))
    return blocks


def _dates(rows: tuple[Definition, ...]) -> Definitions:
    return Definitions(rows, "day", "body", label_width=_DAY_WIDTH, gap=_ROW_GAP)


def _date(occurrence: Occurrence, content: BookletContent) -> Runs:
    where = dates.place(occurrence.place, content.place_names)
    details = [dates.until(occurrence), dates.hours(occurrence), where]
    text = "".join(f", {detail}" for detail in details if detail)
    moved = dates.moved(occurrence)
    if moved:
        text += f" ({moved})"
    return words(dates.title(occurrence), strong=True) + words(text)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
