"""Between which days an event may occur: cheap, and never too narrow."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from ctg_desktop.domain.event import Moment

_UNTIL = re.compile(r"(?:^|;)UNTIL=(\d{4})(\d{2})(\d{2})", re.IGNORECASE)
_ONE_DAY = timedelta(days=1)


def moment_to_text(moment: Moment | None) -> str:
    """Return a day or a local time in ISO 8601; empty for none."""
    return "" if moment is None else moment.isoformat()


def moment_from_text(text: str) -> Moment:
    """Return the day or the local time that ``moment_to_text`` wrote."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def span_of(starts: str, ends: str, recurrence: str, moved: list[Any]) -> tuple[date, date | None]:
    """Return the first day and the last day on which an event may take place.

    Args:
        starts: Start of the first occurrence, ISO 8601.
        ends: Its end, or empty.
        recurrence: iCalendar RRULE (RFC 5545), or empty.
        moved: Moved occurrences, as stored.

    Returns:
        The last day is ``None`` for a series whose rule says no day: it may never end.
    """
    start, end = _day(starts), _day(ends or starts)
    first, last = start, _last_of_rule(recurrence, start, end)
    for one in moved:
        first = min(first, _day(one["start"]))
        if last is not None:
            last = max(last, _day(one["end"] or one["start"]) + (end - start))
    return first, last


def _last_of_rule(recurrence: str, start: date, end: date) -> date | None:
    if not recurrence:
        return end
    until = _UNTIL.search(recurrence)
    if until is None:
        return None
    try:
        # The rule may give its end in UTC, a day earlier or later than here.
        last_start = date(*map(int, until.groups())) + _ONE_DAY
        return max(last_start + (end - start), end)
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])
