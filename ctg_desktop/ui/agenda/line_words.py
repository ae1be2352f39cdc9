"""The words of one date: its day, its time, its state."""

from __future__ import annotations

from datetime import datetime

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.ui.agenda.reading import DatedLine
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge

CANCELLED = Badge(Icon.CLOSED, Tone.ERROR, "annulée")
DRAFT = Badge(Icon.EDIT, Tone.NEUTRAL, "brouillon")
MOVED = Badge(Icon.CALENDAR_TIME, Tone.INFORMATION, "déplacée")
REPEATED = Badge(Icon.REFRESH, Tone.NEUTRAL, "se répète")
ONCE = Badge(Icon.CALENDAR, Tone.NEUTRAL, "une fois")


def day_words(occurrence: Occurrence) -> str:
    """Return the day, or the days from the first to the last."""
    end = occurrence.end
    if occurrence.all_day and end is not None and end != occurrence.start:
        first, last = wording.day(occurrence.day), wording.day(end)
        if occurrence.day.replace(day=1) == end.replace(day=1):
            return f"{occurrence.day.day}\u00a0– {_without_weekday(last)}"
        return f"{_without_year(first)}\u00a0– {_without_weekday(last)}"
    return wording.day(occurrence.day)


def _without_weekday(words: str) -> str:
    return words.split(wording.NBSP, 1)[1]


def _without_year(words: str) -> str:
    return _without_weekday(words).rpartition(" ")[0]


def time_words(occurrence: Occurrence) -> str:
    """Return "9 h 30 – 11 h 30", "20 h 30", or "toute la journée"."""
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime):
        return "toute la journée"
    if isinstance(end, datetime) and end != start:
        return wording.span(start, end)
    return wording.time(start)


def badge_of(line: DatedLine) -> Badge:
    """Return the state of a date."""
    if line.occurrence.cancelled:
        return CANCELLED
    if not line.published:
        return DRAFT
    if line.occurrence.moved_from is not None:
        return MOVED
    return REPEATED if line.repeated else ONCE


def spoken(line: DatedLine) -> str:
    """Return a date as a screen reader says it."""
    occurrence = line.occurrence
    parts = (occurrence.title, time_words(occurrence), line.place, badge_of(line).word)
    return ", ".join(filter(None, parts))
