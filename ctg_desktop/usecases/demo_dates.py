"""Days written relative to today, so that the demonstration commune is always alive.

``today+12``; ``sat+2``, the third Saturday from today on; ``next 07-14`` and ``last 09-01``, a day
and month, today included; ``next 07-06 mon``, the first Monday from that day on. A time may follow:
``sat+2T14:30``. The end of an event is relative to its start: ``T17:00`` that day, ``+1T02:00`` the
day after, ``+3`` three days later.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from ctg_desktop.domain.event import Moment

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR = re.compile(r"(today|mon|tue|wed|thu|fri|sat|sun)([+-]\d+)?")
_YEARLY = re.compile(r"(next|last) (\d\d)-(\d\d)(?: (mon|tue|wed|thu|fri|sat|sun))?")


def moment(text: str, today: date) -> Moment:
    """Return the day, or the day and time, that a relative text means.

    Raises:
        ValueError: The text is not in this language: the data file is wrong.
    """
    day, _, clock = text.partition("T")
    return _at(relative_day(day, today), clock)


def end_moment(text: str, start: Moment) -> Moment:
    """Return the end that a text relative to a start means.

    Raises:
        ValueError: The text is not in this language: the data file is wrong.
    """
    shift, _, clock = text.partition("T")
    first = start.date() if isinstance(start, datetime) else start
    return _at(first + timedelta(int(shift or 0)), clock)


def relative_day(text: str, today: date) -> date:
    """Return the day that a relative text means.

    Raises:
        ValueError: The text is not in this language: the data file is wrong.
    """
    near = _NEAR.fullmatch(text)
    if near:
        return _near(near[1], int(near[2] or 0), today)
    yearly = _YEARLY.fullmatch(text)
    if yearly is None:
        raise ValueError(text)
    found = _yearly(yearly[1], int(yearly[2]), int(yearly[3]), today)
    return _near(yearly[4], 0, found) if yearly[4] else found


def within(day: date, first: str, last: str) -> bool:
    """Tell whether a day lies between two days of a year, ``"12-20"`` to ``"01-04"`` say."""
    here = f"{day:%m-%d}"
    return first <= here <= last if first <= last else here >= first or here <= last


def _yearly(which: str, month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    if which == "next":
        return this_year if this_year >= today else date(today.year + 1, month, day)
    return this_year if this_year <= today else date(today.year - 1, month, day)


def _near(name: str, count: int, today: date) -> date:
    if name == "today":
        return today + timedelta(count)
    ahead = (_WEEKDAYS.index(name) - today.weekday()) % 7
    return today + timedelta(ahead + 7 * count)


def _at(day: date, clock: str) -> Moment:
    return datetime.combine(day, time.fromisoformat(clock)) if clock else day
