"""Days and times read the way people type them in French: "3/9", "mardi prochain", "9h30"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from ctg_desktop.domain.calendar_words import MONTHS, WEEKDAYS
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError

_LONGEST = 60
_YEARS = range(1900, 2200)
_TWO_DIGIT_PIVOT = 70

_NEAR = {
    "avant hier": -2,
    "hier": -1,
    "aujourd hui": 0,
    "aujourdhui": 0,
    "auj": 0,
    "ce jour": 0,
    "demain": 1,
    "apres demain": 2,
}
_UNITS = {"jour": 1, "semaine": 7}

_WEEKDAY = r"(?P<weekday>lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|anche|edi)?"
_NUMBER_MONTH = re.compile(r"(\d{1,2})(?:er)? (\d{1,2})(?: (\d{2}|\d{4}))?")
_NAMED_MONTH = re.compile(r"(\d{1,2})(?:er)? ?([a-z]{3,9})(?: ?(\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})")
_COMPACT = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)")
_WEEKDAY_ALONE = re.compile(rf"(?:ce )?{_WEEKDAY}(?: (?P<which>prochain|dernier|passe))?")
_WEEKDAY_FIRST = re.compile(rf"{_WEEKDAY} (?P<rest>.+)")
_DISTANCE = re.compile(r"(?P<sign>dans|il y a) (?P<count>\d{1,3}) (?P<unit>jour|semaine)s?")

_SEPARATORS = re.compile(r"[\s./,'_-]+")
_CLOCK = re.compile(r"(\d{1,2})(?:(?:h|:|\.|heures?)(\d{2})?)?(?:mn|min)?")
_CLOCK_BARE = re.compile(r"(\d{1,2})(\d{2})")
_CLOCK_WORDS = {"midi": time(12), "midietdemi": time(12, 30), "minuit": time(0)}


@dataclass(frozen=True, slots=True)
class _Typed:
    """Folded words, the day they were typed on, and which way a day without a year leans."""

    words: str
    today: date
    past: bool


def parse_day(text: str, today: date, *, field: str = "", past: bool = False) -> date:
    """Return the day that was typed.

    Understood: ``3/9``, ``3/9/26``, ``03.09.2026``, ``03092026``, ``2026-09-03``, ``3 sept``,
    ``mardi 1er septembre 2026``, ``demain``, ``lundi`` (the next one, today excluded),
    ``lundi dernier``, ``dans 3 semaines``, ``il y a 2 jours``.

    Args:
        text: What was typed.
        today: The day it was typed on.
        field: Path of the input, for the error.
        past: A day without a year is the last one that has been rather than the next to come.

    Raises:
        UserError: ``date-invalid`` when it is no day, ``date-weekday-wrong`` when the weekday
            typed before it does not fall on that day.
    """
    words = " ".join(_SEPARATORS.split(fold(text[: _LONGEST + 1]))).strip()
    typed = _Typed(words.removeprefix("le "), today, past)
    found = next((day for read in _READERS if (day := read(typed)) is not None), None)
    if found is None or len(text.strip()) > _LONGEST:
        raise UserError("date-invalid", field=field, value=text[:40])
    return _checked_weekday(typed.words, found, field)


def parse_time(text: str, *, field: str = "") -> time:
    """Return the time of day that was typed: ``9h``, ``9 h 30``, ``14:00``, ``1430``, ``midi``.

    Raises:
        UserError: ``time-invalid``.
    """
    typed = "".join(fold(text[:_LONGEST]).split())
    if typed in _CLOCK_WORDS:
        return _CLOCK_WORDS[typed]
    match = _CLOCK.fullmatch(typed) or _CLOCK_BARE.fullmatch(typed)
    if match:
        hour, minute = int(match.group(1)), int(match.group(2) or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise UserError("time-invalid", field=field, value=text[:40])


def _near(typed: _Typed) -> date | None:
    return typed.today + timedelta(_NEAR[typed.words]) if typed.words in _NEAR else None


def _distance(typed: _Typed) -> date | None:
    match = _DISTANCE.fullmatch(typed.words)
    if match is None:
        return None
    days = int(match["count"]) * _UNITS[match["unit"]]
    return typed.today + timedelta(days if match["sign"] == "dans" else -days)


def _weekday_alone(typed: _Typed) -> date | None:
    match = _WEEKDAY_ALONE.fullmatch(typed.words)
    if match is None:
        return None
    ahead = (_weekday_number(match["weekday"]) - typed.today.weekday()) % 7
    if match["which"] in {"dernier", "passe"} or (typed.past and match["which"] is None):
        return typed.today + timedelta(ahead - 7)
    return typed.today + timedelta(ahead or 7)


def _numbers(typed: _Typed) -> date | None:
    iso = _ISO.fullmatch(typed.words)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    match = _NUMBER_MONTH.fullmatch(typed.words) or _COMPACT.fullmatch(typed.words)
    return _dated(int(match[1]), int(match[2]), match[3], typed) if match else None


def _named(typed: _Typed) -> date | None:
    match = _NAMED_MONTH.fullmatch(typed.words)
    if match is None:
        return None
    month = _month_number(match[2])
    return _dated(int(match[1]), month, match[3], typed) if month else None


def _with_weekday(typed: _Typed) -> date | None:
    match = _WEEKDAY_FIRST.fullmatch(typed.words)
    if match is None:
        return None
    rest = replace(typed, words=match["rest"])
    return _numbers(rest) or _named(rest)


_READERS: tuple[Callable[[_Typed], date | None], ...] = (
    _near,
    _distance,
    _weekday_alone,
    _numbers,
    _named,
    _with_weekday,
)


def _dated(day: int, month: int, year: str | None, typed: _Typed) -> date | None:
    if year is not None:
        return _date(_full_year(year), month, day)
    around = range(typed.today.year - 8, typed.today.year + 9)
    candidates = [found for y in around if (found := _date(y, month, day)) is not None]
    if typed.past:
        return max((c for c in candidates if c <= typed.today), default=None)
    return min((c for c in candidates if c >= typed.today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _TWO_DIGIT_PIVOT else 1900)


def _month_number(word: str) -> int:
    """Return the month that a word begins, 0 when none or several do ("jui")."""
    found = [i for i, name in enumerate(MONTHS, start=1) if fold(name).startswith(word)]
    return found[0] if len(found) == 1 else 0


def _weekday_number(three_letters: str) -> int:
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(three_letters))


def _checked_weekday(words: str, found: date, field: str) -> date:
    match = _WEEKDAY_FIRST.fullmatch(words)
    if (
        match
        and match["rest"][0].isdigit()
        and _weekday_number(match["weekday"]) != found.weekday()
    ):
        raise UserError(
            "date-weekday-wrong", field=field, day=found.isoformat(), typed=match["weekday"]
        )
    return found
