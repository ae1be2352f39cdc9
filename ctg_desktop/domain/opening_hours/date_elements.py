"""Dates as people type them: "en août", "du 1er juin au 15 septembre", "24/12", "1er et 8 mai"."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.opening_hours.calendar_limits import MONTHS, is_day
from ctg_desktop.domain.opening_hours.lexicon import Kind
from ctg_desktop.domain.opening_hours.model import DateSpan, YearDay
from ctg_desktop.domain.opening_hours.token_cursor import Cursor, NotUnderstoodError

_RANGE = (Kind.TO, Kind.DASH, Kind.UNTIL)
_YEARS = range(1900, 2200)


def date_spans(cursor: Cursor) -> tuple[DateSpan, ...]:
    """Read dates that share a month, or one date or range.

    Raises:
        NotUnderstoodError: When what stands here is not a date, or no such day exists.
    """
    start = cursor.offset
    if cursor.kind() is Kind.MONTH:
        return (_months(cursor, start),)
    days = [_day_number(cursor)]
    while cursor.takes_tie_before(Kind.NUMBER, Kind.RANK):
        days.append(_day_number(cursor))
    if len(days) > 1:
        return _days_of_month(cursor, days, start)
    if cursor.kind() in _RANGE and cursor.kind(2) is Kind.MONTH:
        cursor.skip()
        last = _complete(cursor, _day_number(cursor), start)
        return (_checked(replace(last, day=days[0]), last, start),)
    first = _complete(cursor, days[0], start)
    if not (cursor.kind() in _RANGE and _starts_day(cursor)):
        return (DateSpan(first, first),)
    cursor.skip()
    last = _complete(cursor, _day_number(cursor), start)
    return (_checked(first, last, start),)


def _days_of_month(cursor: Cursor, days: list[int], start: int) -> tuple[DateSpan, ...]:
    last = _complete(cursor, days[-1], start)
    if not all(is_day(last.month, day, last.year) for day in days):
        raise NotUnderstoodError(start)
    moments = [replace(last, day=day) for day in days]
    return tuple(DateSpan(moment, moment) for moment in moments)


def _months(cursor: Cursor, start: int) -> DateSpan:
    first = YearDay(_month(cursor), 0, _year(cursor))
    if not (cursor.kind() in _RANGE and cursor.kind(1) is Kind.MONTH):
        return DateSpan(first, first)
    cursor.skip()
    last = YearDay(_month(cursor), 0, _year(cursor))
    if first.year or last.year:
        raise NotUnderstoodError(start)
    return DateSpan(first, last)


def _starts_day(cursor: Cursor) -> bool:
    return cursor.kind(1) in {Kind.NUMBER, Kind.RANK} and cursor.kind(2) in {
        Kind.MONTH,
        Kind.SLASH,
    }


def _complete(cursor: Cursor, day: int, start: int) -> YearDay:
    if cursor.takes(Kind.SLASH):
        month = cursor.number(MONTHS)
        year = _year(cursor) if cursor.takes(Kind.SLASH) else 0
    else:
        month, year = _month(cursor), _year(cursor)
    if cursor.kind() is Kind.HOUR or not month or not is_day(month, day, year):
        raise NotUnderstoodError(start)
    return YearDay(month, day, year)


def _checked(first: YearDay, last: YearDay, start: int) -> DateSpan:
    if last.year and not first.year:
        passes_new_year = (first.month, first.day) > (last.month, last.day)
        first = replace(first, year=last.year - passes_new_year)
    backwards = (first.year, first.month, first.day) > (last.year, last.month, last.day)
    if bool(first.year) is not bool(last.year) or (first.year and backwards):
        raise NotUnderstoodError(start)
    if first.month == last.month and first.day > last.day:
        raise NotUnderstoodError(start)
    if not is_day(first.month, first.day, first.year):
        raise NotUnderstoodError(start)
    return DateSpan(first, last)


def _day_number(cursor: Cursor) -> int:
    return cursor.rank(1) if cursor.kind() is Kind.RANK else cursor.number(31)


def _month(cursor: Cursor) -> int:
    start = cursor.offset
    value = cursor.take().value if cursor.kind() is Kind.MONTH else None
    if not isinstance(value, int):
        raise NotUnderstoodError(start)
    return value


def _year(cursor: Cursor) -> int:
    text = str(cursor.peek_value())
    is_year = cursor.kind() is Kind.NUMBER and len(text) == 4 and int(text) in _YEARS
    return cursor.number(9999) if is_year and cursor.kind(1) is not Kind.HOUR else 0
