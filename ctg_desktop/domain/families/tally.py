"""What a household counts for in figures without names.

It is the one rule for those that stand and for those that were erased, so that a year counts the
same before and after an erasure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.families.household import Household, Role

_NOT_NOTED = ("",)


class Dimension(StrEnum):
    """What is counted."""

    ARRIVALS = "arrivals"
    """Households by month of arrival: period ``2026-03``, no key."""
    PERSONS = "persons"
    """Persons of the households that arrived in a year; key: a :class:`Role`."""
    NEEDS = "needs"
    """Households that arrived in a year and had a need; key: its code, empty for none noted."""
    LANGUAGES = "languages"
    """Likewise, by ISO 639-1 code; empty for none noted."""
    ISOLATED = "isolated"
    """Households that arrived in a year and said to be isolated; no key."""
    WELCOMES = "welcomes"
    """What was done in a year; key: ``letter``, ``booklet``, ``visit`` or ``invitation``."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count without a name.

    Attributes:
        period: ``2026-03`` or ``2026``.
    """

    period: str
    dimension: Dimension
    key: str = ""
    count: int = 1


def tallies_of(household: Household) -> Iterator[Tally]:
    """Yield what one household counts for; without a date of arrival, in no year of arrivals."""
    yield from _welcomes(household)
    if household.arrival_date is None:
        return
    yield Tally(month_of(household.arrival_date), Dimension.ARRIVALS)
    year = year_of(household.arrival_date)
    for role in Role:
        count = sum(one.role is role for one in household.persons)
        if count:
            yield Tally(year, Dimension.PERSONS, role.value, count)
    for need in household.needs or _NOT_NOTED:
        yield Tally(year, Dimension.NEEDS, need)
    for language in household.languages or _NOT_NOTED:
        yield Tally(year, Dimension.LANGUAGES, language)
    if household.isolated:
        yield Tally(year, Dimension.ISOLATED)


def month_of(day: date) -> str:
    """Return the period of a month."""
    return day.isoformat()[:7]


def year_of(day: date) -> str:
    """Return the period of a year."""
    return day.isoformat()[:4]


def _welcomes(household: Household) -> Iterator[Tally]:
    done = {
        "letter": household.welcome.letter_on,
        "booklet": household.welcome.booklet_on,
        "visit": household.welcome.visit_on,
        "invitation": household.welcome.invited_on,
    }
    for key, day in done.items():
        if day is not None:
            yield Tally(year_of(day), Dimension.WELCOMES, key)
