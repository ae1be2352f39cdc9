"""The days that a rule gives within a window.

The expansion looks at the periods (day, week, month, year) of the window and at nothing else: it
jumps over whatever lies between the start of a series and the window, and ends with the window
even when a rule never gives a day (30 February).
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.recurrence.rule import Frequency, Rule, Weekday


def days(rule: Rule, first: date, start: date, end: date) -> Iterator[date]:
    """Give the days of a rule in order, without regard to its ``until``.

    Args:
        rule: A coherent rule.
        first: First day of the series: no day is given before it, and periods count from it.
        start: First day of the window.
        end: First day after the window.
    """
    found = _candidates(rule, first, start if not rule.count else first, end)
    for number, day in enumerate((day for day in found if first <= day), start=1):
        if day >= end or (rule.count and number > rule.count):
            return
        if day >= start:
            yield day


def _candidates(rule: Rule, first: date, start: date, end: date) -> Iterator[date]:
    explicit = completed(rule, first)
    for period in _PERIODS[rule.frequency](explicit, first, max(first, start), end):
        chosen = [day for day in period if _fits(explicit, day)]
        if explicit.positions:
            chosen = _at(chosen, explicit.positions)
        yield from chosen


def completed(rule: Rule, first: date) -> Rule:
    """Complete a rule with what it takes from the first day (RFC 5545, 3.3.10)."""
    if rule.weekdays or rule.month_days or rule.frequency is Frequency.DAILY:
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, weekdays=(Weekday(first.isoweekday()),))
    months = rule.months
    if rule.frequency is Frequency.YEARLY and not months:
        months = (first.month,)
    return replace(rule, months=months, month_days=(first.day,))


def _daily(rule: Rule, first: date, start: date, end: date) -> Iterator[list[date]]:
    skipped = -(-(start - first).days // rule.interval)
    day = first.toordinal() + skipped * rule.interval
    for ordinal in range(day, end.toordinal(), rule.interval):
        yield [date.fromordinal(ordinal)]


def _weekly(rule: Rule, first: date, start: date, end: date) -> Iterator[list[date]]:
    monday = first.toordinal() - (first.isoweekday() - rule.week_start) % 7
    step = 7 * rule.interval
    week = monday + (start.toordinal() - monday) // step * step
    for ordinal in range(week, end.toordinal(), step):
        yield [date.fromordinal(ordinal + i) for i in range(7)]


def _monthly(rule: Rule, first: date, start: date, end: date) -> Iterator[list[date]]:
    origin = first.year * 12 + first.month - 1
    here = start.year * 12 + start.month - 1
    month = origin + (here - origin) // rule.interval * rule.interval
    for number in range(month, end.year * 12 + end.month, rule.interval):
        if not rule.months or number % 12 + 1 in rule.months:
            yield list(_days_of_month(number // 12, number % 12 + 1))


def _yearly(rule: Rule, first: date, start: date, end: date) -> Iterator[list[date]]:
    year = first.year + (start.year - first.year) // rule.interval * rule.interval
    for number in range(year, end.year + 1, rule.interval):
        months = rule.months or range(1, 13)
        yield [day for month in months for day in _days_of_month(number, month)]


_PERIODS: dict[Frequency, Callable[[Rule, date, date, date], Iterator[list[date]]]] = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _days_of_month(year: int, month: int) -> Iterator[date]:
    return (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _fits_month_day(rule.month_days, day):
        return False
    return not rule.weekdays or any(_fits_weekday(rule, one, day) for one in rule.weekdays)


def _fits_month_day(month_days: tuple[int, ...], day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    return day.day in month_days or day.day - length - 1 in month_days


def _fits_weekday(rule: Rule, weekday: Weekday, day: date) -> bool:
    if weekday.day != day.isoweekday():
        return False
    if not weekday.nth:
        return True
    of_year = rule.frequency is Frequency.YEARLY and not rule.months
    before = day.timetuple().tm_yday - 1 if of_year else day.day - 1
    length = 365 + isleap(day.year) if of_year else monthrange(day.year, day.month)[1]
    if weekday.nth > 0:
        return before // 7 + 1 == weekday.nth
    return (length - 1 - before) // 7 + 1 == -weekday.nth


def _at(chosen: list[date], positions: tuple[int, ...]) -> list[date]:
    wanted = {one - 1 if one > 0 else len(chosen) + one for one in positions}
    return [day for index, day in enumerate(chosen) if index in wanted]
