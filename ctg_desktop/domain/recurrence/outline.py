"""What a sentence about a repetition has to say, before it is said in a language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from datetime import datetime as moment
from itertools import groupby

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.moments import day_of, last_day
from ctg_desktop.domain.recurrence.expansion import completed
from ctg_desktop.domain.recurrence.rule import Rule, parse
from ctg_desktop.domain.recurrence.series import has_occurrence

MOST_EXCEPTIONS = 8
_YEAR = timedelta(366)


def rule_in_full(event: Event) -> Rule:
    """Return the rule of an event with the weekday or date that it takes from its start."""
    return completed(parse(event.recurrence), day_of(event.start))


def times(event: Event) -> tuple[time | None, time | None]:
    """Return the time of start and, when it is on the same day, that of the end."""
    start, end = event.start, event.end
    if not isinstance(start, moment):
        return None, None
    if isinstance(end, moment) and start < end and last_day(start, end) == start.date():
        return start.time(), end.time()
    return start.time(), None


def length(event: Event) -> int:
    """Return on how many days each occurrence takes place."""
    return (last_day(event.start, event.end) - day_of(event.start)).days + 1


def exceptions(event: Event, since: date | None) -> list[date]:
    """Return the exceptions that take something away, from ``since`` on."""
    kept = {day for day in event.exceptions if since is None or day >= since}
    return sorted(day for day in kept if has_occurrence(event, day))


def within_a_year(event: Event, rule: Rule) -> bool:
    """Tell whether a day and month alone can only mean one date of the series."""
    return rule.until is not None and day_of(rule.until) - day_of(event.start) < _YEAR


def by_month(days: Sequence[date]) -> list[list[date]]:
    """Group sorted days by year and month."""
    return [list(group) for _, group in groupby(days, key=lambda day: (day.year, day.month))]


def run(numbers: Sequence[int], size: int) -> tuple[int, int] | None:
    """Return the ends of numbers that follow one another, 12 being followed by 1 for months.

    Args:
        numbers: Distinct numbers from 1 to ``size``.
        size: 7 for weekdays, which are not wrapped, 12 for months, which are.

    Returns:
        First and last number of a run of at least three; ``None`` for anything else.
    """
    chosen = set(numbers)
    wrapped = size == 12
    starts = [n for n in chosen if ((n - 2) % size + 1 if wrapped else n - 1) not in chosen]
    if len(starts) != 1 or len(chosen) < 3:
        return None
    last = starts[0] + len(chosen) - 1
    return starts[0], (last - 1) % size + 1
