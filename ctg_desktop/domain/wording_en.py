"""Dates, times, numbers and phones in English, for families who read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal

from ctg_desktop.domain.calendar_words import MONTHS_EN, MONTHS_EN_SHORT, NBSP, WEEKDAYS_EN
from ctg_desktop.domain.event import Moment
from ctg_desktop.domain.moments import last_day
from ctg_desktop.domain.phone_wording import international as phone

__all__ = [
    "day",
    "day_full",
    "day_of_month",
    "joined",
    "moment",
    "month",
    "number",
    "period",
    "phone",
    "plural",
    "span",
    "time",
]

_NOON = 12


def day_of_month(value: date) -> str:
    """Return ``"14 July"``: a day without its year."""
    return f"{value.day}{NBSP}{MONTHS_EN[value.month - 1]}"


def day(value: date) -> str:
    """Return a short date: ``"Tue 3 Sept 2024"``."""
    name = MONTHS_EN_SHORT[value.month - 1]
    return f"{WEEKDAYS_EN[value.weekday()][:3]}{NBSP}{value.day}{NBSP}{name} {value.year}"


def day_full(value: date) -> str:
    """Return a date in full: ``"Tuesday 3 September 2024"``."""
    return f"{WEEKDAYS_EN[value.weekday()]} {day_of_month(value)} {value.year}"


def month(year: int, number_: int) -> str:
    """Return ``"September 2026"`` for 2026 and 9."""
    return f"{MONTHS_EN[number_ - 1]} {year}"


def time(value: clock | datetime) -> str:
    """Return a time of day: ``"9 am"``, ``"2:30 pm"``, ``"noon"``, ``"midnight"``."""
    if value.minute == 0 and value.hour % _NOON == 0:
        return "noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    half = "am" if value.hour < _NOON else "pm"
    return f"{value.hour % _NOON or _NOON}{minutes}{NBSP}{half}"


def span(start: clock | datetime, end: clock | datetime) -> str:
    """Return two times of one day: ``"9 am – 12:30 pm"``."""
    return f"{time(start)}{NBSP}–{NBSP}{time(end)}"


def moment(value: Moment) -> str:
    """Return a date, with its time when it has one: ``"Tue 3 Sept 2024 at 2:30 pm"``."""
    if isinstance(value, datetime):
        return f"{day(value)} at{NBSP}{time(value)}"
    return day(value)


def period(start: Moment, end: Moment | None) -> str:
    """Return when something takes place, from its first to its last moment, both included."""
    if end is None or end == start:
        return moment(start)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return f"{day(start)} to {day(end)}"
    if last_day(start, end) == start.date():
        return f"{day(start)}, {span(start, end)}"
    return f"{moment(start)} to {moment(end)}"


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """Return a number: ``"1,234.5"``; without ``decimals``, two at most and no useless zero."""
    text = f"{value:,.{2 if decimals is None else decimals}f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.replace("-", "−")


def plural(count: float, one: str, many: str) -> str:
    """Return a count and its noun: ``"0 entries"``, ``"1 entry"``."""
    return f"{number(count)}{NBSP}{one if abs(count) == 1 else many}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return an enumeration: ``"Monday, Tuesday and Thursday"``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
