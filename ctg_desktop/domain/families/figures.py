"""Figures of a year without names: families that arrived, where people were sent.

Those of families that stand and of those that were erased come from the one rule of
:mod:`ctg_desktop.domain.families.tally`. What nobody can know is ``None``, never 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ctg_desktop.domain.families.dealings import Referral, ReferralOutcome
from ctg_desktop.domain.families.household import Role
from ctg_desktop.domain.families.tally import Dimension, Tally
from ctg_desktop.domain.needs import NEEDS

Key = TypeVar("Key")

MONTHS = 12
WELCOMES = ("letter", "booklet", "visit", "invitation")


@dataclass(frozen=True, slots=True)
class Told:
    """How often people were told where to go, and how many persons it concerned."""

    times: int = 0
    persons: int = 0

    def __add__(self, other: Told) -> Told:
        return Told(self.times + other.times, self.persons + other.persons)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which year, as of when.

    Attributes:
        today: Months after it are yet to come.
        since: First day of the vault; an empty month before it is not known. ``None``: no day is.
    """

    year: int
    today: date
    since: date | None = None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Exact figures, for the town hall itself.

    Attributes:
        months: Families by month of arrival, January first; ``None`` where nobody can know it.
        persons: Of the families that arrived.
        needs: Families that arrived by need, for each that there is.
        without_needs: Families that arrived, of which no need was noted.
        languages: Families that arrived by language, most first.
        without_languages: Families that arrived, of which no language was noted.
        isolated: Families that arrived and said so; of the others, nobody may have asked.
        welcomes: What was done in the year, whenever the family arrived.
        referrals: By need, for each that there is.
        outcomes: The same referrals by what became of them.
        undated: Families without a date of arrival: they count in no year.
    """

    asked: Asked
    months: tuple[int | None, ...] = (None,) * MONTHS
    persons: Mapping[Role, int] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    without_needs: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    without_languages: int = 0
    isolated: int = 0
    welcomes: Mapping[str, int] = field(default_factory=dict)
    referrals: Mapping[str, Told] = field(default_factory=dict)
    outcomes: Mapping[ReferralOutcome, Told] = field(default_factory=dict)
    undated: int = 0

    @property
    def year(self) -> int:
        """The year counted."""
        return self.asked.year

    @property
    def families(self) -> int:
        """Families that arrived in the year, as far as it is known."""
        return sum(one or 0 for one in self.months)

    @property
    def told(self) -> Told:
        """All referrals of the year."""
        return sum(self.referrals.values(), Told())


def year_figures(
    asked: Asked, tallies: Iterable[Tally], referrals: Iterable[Referral], undated: int = 0
) -> YearFigures:
    """Count a year.

    Args:
        asked: Which.
        tallies: Of all families, those erased too; of other years as well.
        referrals: Of the year.
        undated: Families without a date of arrival.
    """
    counts: Counter[tuple[Dimension, str]] = Counter()
    months: Counter[int] = Counter()
    for one in tallies:
        year, _, month = one.period.partition("-")
        if int(year) != asked.year:
            continue
        if one.dimension is Dimension.ARRIVALS:
            months[int(month)] += one.count
        counts[one.dimension, one.key] += one.count
    told = tuple(referrals)
    languages = {key: count for (what, key), count in counts.items() if what is Dimension.LANGUAGES}
    return YearFigures(
        asked=asked,
        months=tuple(_month(asked, number, months[number]) for number in range(1, MONTHS + 1)),
        persons={role: counts[Dimension.PERSONS, role.value] for role in Role},
        needs={need.code: counts[Dimension.NEEDS, need.code] for need in NEEDS},
        without_needs=counts[Dimension.NEEDS, ""],
        languages={
            key: count
            for key, count in sorted(languages.items(), key=lambda one: (-one[1], one[0]))
            if key
        },
        without_languages=counts[Dimension.LANGUAGES, ""],
        isolated=counts[Dimension.ISOLATED, ""],
        welcomes={key: counts[Dimension.WELCOMES, key] for key in WELCOMES},
        referrals=_by([need.code for need in NEEDS], told, lambda one: one.need),
        outcomes=_by(list(ReferralOutcome), told, lambda one: one.outcome),
        undated=undated,
    )


def _month(asked: Asked, month: int, count: int) -> int | None:
    """Return the arrivals of a month; an empty one is 0 only where somebody kept count."""
    here, since = (asked.year, month), asked.since
    begun = since is not None and here >= (since.year, since.month)
    come = here <= (asked.today.year, asked.today.month)
    return count or (0 if begun and come else None)


def _by(
    keys: Iterable[Key], referrals: Iterable[Referral], key_of: Callable[[Referral], Key]
) -> dict[Key, Told]:
    counted = dict.fromkeys(keys, Told())
    for one in referrals:
        key = key_of(one)
        counted[key] = counted.get(key, Told()) + Told(1, one.persons)
    return counted
