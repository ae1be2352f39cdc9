"""How papers say in English when something takes place; see :mod:`ctg_desktop.pdf.dates`."""

from __future__ import annotations

from datetime import date, datetime

from ctg_desktop.domain import wording_en as wording
from ctg_desktop.domain.calendar_words import NBSP, WEEKDAYS_EN
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.moments import last_day


def short_day(day: date) -> str:
    """Return a day of a month that was named above: "Sat 12"."""
    return f"{_weekday(day)}{NBSP}{day.day}"


def short_moment(moment: date) -> str:
    """Return a day with its month, and its time when it has one: "Sat 12 June at 8 pm"."""
    shown = f"{_weekday(moment)}{NBSP}{wording.day_of_month(moment)}"
    if isinstance(moment, datetime):
        return f"{shown} at{NBSP}{wording.time(moment)}"
    return shown


def until(occurrence: Occurrence) -> str:
    """Return "until Sun 13 June" for what lasts several days, otherwise nothing."""
    last = last_day(occurrence.start, occurrence.end)
    return f"until {short_moment(last)}" if last > occurrence.day else ""


def hours(occurrence: Occurrence) -> str:
    """Return "9 am – noon", "9 am" without an end, nothing for a whole day."""
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime):
        return ""
    if isinstance(end, datetime) and end > start:
        return wording.span(start, end)
    return wording.time(start)


def moved(occurrence: Occurrence) -> str:
    """Return "moved from Sat 12 June" for what was moved, otherwise nothing."""
    if occurrence.moved_from is None or occurrence.cancelled:
        return ""
    return f"moved from {short_moment(occurrence.moved_from)}"


def _weekday(day: date) -> str:
    return WEEKDAYS_EN[day.weekday()][:3]
