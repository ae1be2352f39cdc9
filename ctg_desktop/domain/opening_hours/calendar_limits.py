"""Which days a month can have."""

from __future__ import annotations

import calendar

_LEAP_YEAR = 2000
MONTHS = 12


def is_day(month: int, day: int, year: int = 0) -> bool:
    """Return whether the day exists in this month; 29 February does when no year is given."""
    return 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]
