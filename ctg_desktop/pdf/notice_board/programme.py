"""The dates of a month as blocks: a row a day, a strip for what comes each week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import WEEKDAYS_SHORT
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.month_programme import Programme, ProgrammeDay, WeeklySeries
from ctg_desktop.pdf import dates
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Definition,
    Definitions,
    Heading,
    Paragraph,
    Part,
)
from ctg_desktop.pdf.notice_board.measuring import Measure
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import words

Item = TypeVar("Item")

EACH_WEEK = "Chaque semaine"
RUNNING = "En cours"
ALL_DAY = "toute la journée"
_EVERY_DAY = 7
_DAY = {False: (42.0, 12.0), True: (31.5, 6.0)}
"""Width of the day and space behind it, in an airy and in a dense look."""
_BOX_PADDING = {False: 15.0, True: 10.5}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the poster: a day and what takes place on it.

    Attributes:
        day: ``None`` for what began before the month.
        goes_on: The day stands above already.
    """

    day: date | None
    occurrences: tuple[Occurrence, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RowLook:
    """How rows are set.

    Attributes:
        length: Points of the poster for one point of A4 at full scale.
        dense: Title, hours and place in one paragraph.
    """

    length: float
    dense: bool
    places: Mapping[str, str]

    def row(self, row: Row, width: float, *, repeat: bool = False) -> Block:
        """Return a row as wide as its column.

        Args:
            row: What to print.
            width: Of the column.
            repeat: Say the day again: the row stands on top of a column.
        """
        left, gap = (one * self.length for one in _DAY[self.dense])
        events = tuple(block for one in row.occurrences for block in self.event(one))
        share = left / (width - gap)
        return Columns((Part(self._day(row, repeat=repeat), share), Part(events, 1 - share)), gap)

    def event(self, occurrence: Occurrence) -> tuple[Block, ...]:
        """Return one event: title, then when and where."""
        title = words(dates.title(occurrence), strong=True)
        details = self.details(occurrence)
        if not self.dense:
            return (Paragraph(title, "event"), Paragraph(words(details), "details"))
        return (Paragraph(title + words(f", {details}" if details else ""), "event"),)

    def details(self, occurrence: Occurrence) -> str:
        """Return hours, last day, place, and from when it was moved."""
        until, hours = dates.until(occurrence), dates.hours(occurrence)
        when = [hours or ("" if until or self.dense else ALL_DAY), until]
        where = dates.place(occurrence.place, self.places)
        told = [*when, where, dates.moved(occurrence)]
        return (", " if self.dense else " · ").join(one for one in told if one)

    def _day(self, row: Row, *, repeat: bool) -> tuple[Block, ...]:
        if row.day is None:
            return (Heading(2, words(RUNNING), style="weekday"),)
        number = words(wording.day_number(row.day.day))
        weekday = Paragraph(words(WEEKDAYS_SHORT[row.day.weekday()]), "weekday")
        if row.goes_on:
            return (Paragraph(number, "day-number"), weekday) if repeat else ()
        return (Heading(2, number, style="day-number"), weekday)


def rows(programme: Programme) -> list[Row]:
    """Return the rows of a month, what is still going on first."""
    running = [Row(None, programme.running)] if programme.running else []
    return [*running, *map(_row, programme.days)]


def _row(day: ProgrammeDay) -> Row:
    return Row(day.day, day.occurrences, day.goes_on)


def weekly_strip(
    weekly: tuple[WeeklySeries, ...], look: RowLook, fill: str, measure: Measure, width: float
) -> tuple[Block, ...]:
    """Return what comes each week, in a strip of its own; nothing when there is nothing."""
    if not weekly:
        return ()
    padding = _BOX_PADDING[look.dense] * look.length
    gutter = measure.sheet.gutter
    narrow = (width - 2 * padding - gutter) / 2

    def listed(some: tuple[WeeklySeries, ...]) -> Block:
        entries = tuple(_series(series, look.places) for series in some)
        return Definitions(entries, "strip-day", "strip", gap=2.25 * look.length)

    heights = [measure.height((listed((one,)),), narrow) for one in weekly]
    parts = [listed(part) for part in halves(weekly, heights)]
    told = Columns(tuple(Part((one,)) for one in parts), gutter) if parts[1:] else parts[0]
    blocks = (Heading(2, words(EACH_WEEK), style="strip-title"), told)
    return (Box(blocks, fill=fill, padding=padding),)


def halves(items: Sequence[Item], heights: Sequence[float]) -> list[tuple[Item, ...]]:
    """Part items into two columns of about one height; a lone item stays in one."""
    if len(items) < 2:
        return [tuple(items)]
    cut = min(range(1, len(items)), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    return [tuple(items[:cut]), tuple(items[cut:])]


def _series(series: WeeklySeries, places: Mapping[str, str]) -> Definition:
    usual = series.usual
    told = [dates.hours(usual), dates.place(usual.place, places), _limits(series)]
    text = "".join(f", {one}" for one in told if one)
    value: Runs = words(usual.title, strong=True) + words(text)
    return Definition((Run(_weekdays(series.weekdays)),), (value,))


def _weekdays(days: tuple[int, ...]) -> str:
    if len(days) == _EVERY_DAY:
        return "tous les jours"
    names = [WEEKDAYS_SHORT[day] for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]} – {names[-1]}"
    return ", ".join(names)


def _limits(series: WeeklySeries) -> str:
    told = []
    if series.since is not None:
        told.append(f"à partir du {wording.day_number(series.since.day)}")
    if series.until is not None:
        told.append(f"jusqu’au {wording.day_number(series.until.day)}")
    if series.missing:
        article = "les" if len(series.missing) > 1 else "le"
        days = wording.joined([wording.day_number(day.day) for day in series.missing])
        told.append(f"sauf {article} {days}")
    return ", ".join(told)
