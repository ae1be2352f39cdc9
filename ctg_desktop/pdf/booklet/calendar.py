"""The calendar: what happens each week once, everything else month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.pdf import dates, phrases
from ctg_desktop.pdf.blocks import Block, Definition, Definitions, Group, Heading, Paragraph
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.voice import Tongue

_WEEKLY = ("FREQ=WEEKLY", "FREQ=DAILY")
_OFTEN = 8
"""A series with more dates than this is said once, not date by date."""
_ROW_GAP = 3.0
_KEPT_TOGETHER = 3


def calendar(job: Job) -> Section | None:
    """Return the calendar of the months to come, or nothing when nothing takes place."""
    content = job.content
    weekly = _weekly(job)
    series = {event.id for event in weekly}
    dated = [one for one in content.occurrences if one.event_id not in series or _unusual(one)]
    blocks: list[Block] = []
    if weekly:
        blocks += _each_week(weekly, job)
    for _, group in groupby(dated, key=lambda one: (one.day.year, one.day.month)):
        blocks += _month(tuple(group), job)
    if not blocks:
        return None
    head: list[Block] = [job.title(phrases.CALENDAR, "agenda")]
    if job.voice.is_double:
        head.append(Paragraph(job.voice.runs(phrases.CLOCK), "aside"))
    title, colour = job.voice.main.of(phrases.CALENDAR), content.profile.accent
    columns = job.layout.calendar_columns
    if columns == 1:
        return Section(title, (*head, *blocks), colour)
    return Section(title, tuple(blocks), colour, columns=columns, masthead=tuple(head))


def _weekly(job: Job) -> list[Event]:
    count = Counter(one.event_id for one in job.content.occurrences)
    events = [
        event
        for event in job.content.events.values()
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


def _each_week(events: Sequence[Event], job: Job) -> list[Block]:
    heading = job.heading(2, phrases.EVERY_WEEK, "agenda-semaine", "month")
    if not job.layout.table:
        lines = [_weekly_line(event, job) for event in events]
        return [Group((heading, lines[0])), *lines[1:]]
    rows = tuple((_when(event, job), _what(event, job)) for event in events)
    header = (job.voice.runs(phrases.WHEN), job.voice.runs(phrases.WHAT_AND_WHERE))
    caption = job.voice.main.of(phrases.WEEKLY_CAPTION)
    return [heading, Table(header, rows, (11, 10), caption=caption)]


def _weekly_line(event: Event, job: Job) -> Paragraph:
    return Paragraph((*_what(event, job), Run("\n"), *_when(event, job)), "weekly")


def _when(event: Event, job: Job) -> Runs:
    return job.voice.each(lambda tongue: _sentence(tongue.repetition(event)), between="\n")


def _what(event: Event, job: Job) -> Runs:
    place = dates.place(event.place, job.content.place_names)
    return job.voice.french(event.title, strong=True) + job.voice.french(
        f"\n{place}" if place else ""
    )


def _month(occurrences: Sequence[Occurrence], job: Job) -> list[Block]:
    first = occurrences[0].day
    heading = _month_heading(first, job)
    days = [
        (day, tuple(_date(one, job) for one in group))
        for day, group in groupby(occurrences, key=lambda one: one.day)
    ]
    if not job.layout.day_width:
        blocks = [block for day, told in days for block in _day_in_full(day, told, job)]
        return [Group((heading, *blocks[:2])), *blocks[2:]]
    rows = tuple(Definition(_short_day(day, job), told) for day, told in days)
    kept, rest = rows[:_KEPT_TOGETHER], rows[_KEPT_TOGETHER:]
    start: list[Block] = [Group((heading, _dates(kept, job)))]
    return [*start, _dates(rest, job)] if rest else start


def _month_heading(first: date, job: Job) -> Heading:
    def name(tongue: Tongue) -> str:
        return _sentence(tongue.wording.month(first.year, first.month))

    voice = job.voice
    said = " / ".join(map(name, voice.tongues))
    between = "\n" if job.layout.calendar_columns > 1 else " / "
    runs = voice.each(name, strong=voice.is_double, between=between)
    return Heading(2, runs, f"agenda-{first.year}-{first.month:02}", said, "month")


def _dates(rows: tuple[Definition, ...], job: Job) -> Definitions:
    return Definitions(rows, "day", "body", label_width=job.layout.day_width, gap=_ROW_GAP)


def _short_day(day: date, job: Job) -> Runs:
    """Return "jeu. 24", or "jeu. · Thu 24"."""
    voice = job.voice
    if not voice.is_double:
        return voice.each(lambda tongue: tongue.dates.short_day(day))
    french, english = (tongue.dates.short_day(day) for tongue in voice.tongues)
    weekday = english.split(NBSP)[0]
    return (
        *voice.french(french, strong=True),
        Run(NBSP),
        *voice.english(weekday),
    )


def _day_in_full(day: date, told: tuple[Runs, ...], job: Job) -> list[Block]:
    """Return a day as a heading, then what takes place on it."""
    voice = job.voice
    runs = voice.each(
        lambda tongue: _sentence(tongue.weekday_and_day(day)), strong=voice.is_double, between=" / "
    )
    return [Heading(3, runs, style="day"), *(Paragraph(one, "body") for one in told)]


def _date(occurrence: Occurrence, job: Job) -> Runs:
    voice, tongue = job.voice, job.voice.main
    where = dates.place(occurrence.place, job.content.place_names)
    told = [tongue.dates.until(occurrence), tongue.dates.hours(occurrence)]
    details = "".join(f", {detail}" for detail in told if detail)
    moved = tongue.dates.moved(occurrence)
    return (
        *_title(occurrence, job),
        *voice.in_tongue(details, tongue),
        *voice.french(f", {where}" if where else ""),
        *voice.in_tongue(f" ({moved})" if moved else "", tongue),
    )


def _title(occurrence: Occurrence, job: Job) -> Runs:
    """Return the title, said to be cancelled where it is."""
    title = job.voice.french(occurrence.title, strong=True)
    if not occurrence.cancelled:
        return title
    before = job.voice.runs(phrases.CANCELLED, strong=True, between=" / ")
    return (*before, *title)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
