"""Dates, times, numbers and phones in French, with the no-break spaces of good typography.

Source: Imprimerie nationale, *Lexique des règles typographiques en usage à l'Imprimerie
nationale* (dates, heures, nombres).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal

from ctg_desktop.domain.calendar_words import (
    MONTHS,
    MONTHS_SHORT,
    NARROW,
    NBSP,
    WEEKDAYS,
    WEEKDAYS_SHORT,
)
from ctg_desktop.domain.event import Moment
from ctg_desktop.domain.moments import last_day
from ctg_desktop.domain.phone_wording import national as phone
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.typed_dates import parse_day, parse_time

__all__ = [
    "NARROW",
    "NBSP",
    "day",
    "day_full",
    "day_number",
    "day_of_month",
    "joined",
    "moment",
    "month",
    "number",
    "of",
    "of_place",
    "parse_day",
    "parse_time",
    "period",
    "phone",
    "plural",
    "site",
    "span",
    "time",
]

_MARKS = str.maketrans(",.-", f"{NARROW},−")
_ELIDING = tuple("aeiouyh")
_ARTICLES = (("Le ", "du "), ("Les ", "des "))


def day_number(value: int) -> str:
    """Return the number of a day in its month: ``"1er"``, ``"2"``."""
    return "1er" if value == 1 else str(value)


def day_of_month(value: date) -> str:
    """Return ``"14 juillet"``: a day without its year."""
    return f"{day_number(value.day)}{NBSP}{MONTHS[value.month - 1]}"


def day(value: date) -> str:
    """Return a short date: ``"mar. 3 sept. 2024"``."""
    weekday, name = WEEKDAYS_SHORT[value.weekday()], MONTHS_SHORT[value.month - 1]
    return f"{weekday}{NBSP}{day_number(value.day)}{NBSP}{name} {value.year}"


def day_full(value: date) -> str:
    """Return a date in full: ``"mardi 3 septembre 2024"``."""
    return f"{WEEKDAYS[value.weekday()]} {day_of_month(value)} {value.year}"


def month(year: int, number_: int) -> str:
    """Return ``"septembre 2026"`` for 2026 and 9."""
    return f"{MONTHS[number_ - 1]} {year}"


def time(value: clock | datetime) -> str:
    """Return a time of day: ``"9 h"``, ``"9 h 05"``."""
    minutes = f"{NBSP}{value.minute:02}" if value.minute else ""
    return f"{value.hour}{NBSP}h{minutes}"


def span(start: clock | datetime, end: clock | datetime) -> str:
    """Return two times of one day: ``"9 h – 12 h 30"``."""
    return f"{time(start)}{NBSP}–{NBSP}{time(end)}"


def moment(value: Moment) -> str:
    """Return a date, with its time when it has one: ``"mar. 3 sept. 2024 à 14 h 30"``."""
    if isinstance(value, datetime):
        return f"{day(value)} à{NBSP}{time(value)}"
    return day(value)


def period(start: Moment, end: Moment | None) -> str:
    """Return when something takes place, from its first to its last moment.

    Args:
        start: First moment.
        end: Last moment; for whole days the last day, included; ``None`` when unknown.
    """
    if end is None or end == start:
        return moment(start)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return f"du {day(start)} au {day(end)}"
    if last_day(start, end) == start.date():
        return f"{day(start)}, {span(start, end)}"
    return f"du {moment(start)} au {moment(end)}"


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """Return a number: ``"1 234,5"``, ``"−3"``.

    Args:
        value: A finite number.
        decimals: How many digits after the comma; without it, two at most and no useless zero.
    """
    text = f"{value:,.{2 if decimals is None else decimals}f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.translate(_MARKS)


def plural(count: float, one: str, many: str) -> str:
    """Return a count and its noun: ``"0 fiche"``, ``"1,5 fiche"``, ``"2 fiches"``."""
    return f"{number(count)}{NBSP}{many if abs(count) >= 2 else one}"


def joined(words: Sequence[str], last: str = "et") -> str:
    """Return an enumeration: ``"lundi, mardi et jeudi"``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def of(name: str) -> str:
    """Return a name after "de": ``"de Civray"``, ``"d’Odile"``, ``"d’avril 2026"``."""
    return f"d’{name}" if fold(name).startswith(_ELIDING) else f"de {name}"


def of_place(name: str) -> str:
    """Return a commune after "de": ``"du Vigeant"``, ``"des Adjots"``, ``"d’Anché"``."""
    for article, merged in _ARTICLES:
        if name.startswith(article):
            return f"{merged}{name.removeprefix(article)}"
    return of(name)


def site(website: str) -> str:
    """Return the address of a site as it is typed into a browser."""
    return website.removeprefix("https://").removeprefix("http://").rstrip("/")
