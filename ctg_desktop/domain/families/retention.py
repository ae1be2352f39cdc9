"""For how long a household is kept: until its time has run out a person decides, never a clock.

Source: regulation (EU) 2016/679 (GDPR), article 5.1.e; the months are a setting of the town hall.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ctg_desktop.domain.families.household import Household

MONTHS_BY_DEFAULT = 24
MONTHS_ALLOWED = range(1, 121)


def review_day(household: Household, months: int) -> date | None:
    """Return the day from which on somebody must decide; ``None`` before the first contact.

    Args:
        household: As stored.
        months: For how long it is kept after the last contact.
    """
    basis = household.last_contact or household.arrival_date
    if basis is None:
        return None
    due = months_after(basis, months)
    return max(due, household.kept_until) if household.kept_until else due


def is_due(household: Household, today: date, months: int) -> bool:
    """Tell whether its time has run out."""
    due = review_day(household, months)
    return due is not None and due <= today


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_due(today: date, months: int) -> date:
    """Return the last day of a contact whose months have run out on a day."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    last = monthrange(year, month + 1)[1]
    ends = today.day == monthrange(today.year, today.month)[1]
    return date(year, month + 1, last if ends else min(today.day, last))
