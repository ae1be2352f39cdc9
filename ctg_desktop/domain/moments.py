"""Days and times of day, which are one type or the other."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ctg_desktop.domain.event import Moment

YEARS = range(1900, 2200)
"""Years that a directory or a calendar may speak of."""

_NIGHT = timedelta(hours=6)


def day_of(moment: Moment) -> date:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def last_day(start: Moment, end: Moment | None) -> date:
    """Return the last day that something is shown on.

    What ends before six in the morning belongs to the evening it began.
    """
    if end is None:
        return day_of(start)
    if isinstance(end, datetime):
        return max(day_of(start), (end - _NIGHT).date())
    return max(day_of(start), end)


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def month_before(day: date) -> date:
    """Return the first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day (ISO 8601)."""
    return day - timedelta(days=day.weekday())
