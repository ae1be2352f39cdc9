"""Figures of a year as they leave the town hall: without small counts.

Of families: the months of arrival, needs, languages, isolation. Of referrals: needs and outcomes,
one a visit, and how many persons they concerned in all. Of how many families no need or language is
noted is not sent: it would tell how many others there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.families.figures import Told, YearFigures
from ctg_desktop.domain.families.languages import LANGUAGES
from ctg_desktop.domain.small_counts import Breakdown, Counts, Masked, mask

MONTHS, NEEDS, LANGUAGES_SPOKEN, ISOLATED, OUTCOMES = (
    "months",
    "needs",
    "languages",
    "isolated",
    "outcomes",
)
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class MaskedFigures:
    """A sending.

    Attributes:
        on: The day it was masked.
        families: What may leave of families.
        referrals: What may leave of referrals.
        persons: That all referrals concerned; ``None`` when it is masked.
    """

    year: int
    on: date
    families: Masked
    referrals: Masked
    persons: int | None

    @property
    def withheld(self) -> bool:
        """Whether nothing at all may leave, but that there was nothing."""
        return not (tells(self.families) or tells(self.referrals))

    def tells_as(self, other: MaskedFigures) -> bool:
        """Whether another sending of this year shows the same, whatever its day."""
        ours, theirs = (
            (one.families, one.referrals, one.persons, one.year) for one in (self, other)
        )
        return ours == theirs


def tells(masked: Masked) -> bool:
    """Tell whether counts leave, of anybody at all."""
    return masked.counts.total > 0 and not masked.withheld


def masked_figures(
    figures: YearFigures,
    before: Sequence[MaskedFigures],
    threshold: int,
    *,
    secret: bytes,
) -> MaskedFigures:
    """Mask the figures of a year.

    Args:
        figures: As they are today.
        before: What was sent of the year, oldest first.
        threshold: Counts under it are masked.
        secret: Of the vault; see :func:`mask`.
    """
    mine, told = ([one.families for one in before], [one.referrals for one in before])
    families = mask(family_counts(figures), mine, threshold, secret=secret)
    referrals = mask(referral_counts(figures), told, threshold, secret=secret)
    persons = figures.told.persons
    shown = (one.persons for one in before if one.persons is not None)
    moved = any(0 < abs(persons - one) < threshold for one in shown)
    return MaskedFigures(
        year=figures.year,
        on=figures.asked.today,
        families=families,
        referrals=referrals,
        persons=None if referrals.withheld or moved else persons,
    )


def family_counts(figures: YearFigures) -> Counts:
    """Return what is counted of the families that arrived."""
    total = figures.families
    return Counts(
        total,
        (
            Breakdown(MONTHS, _months(figures), tells_of_each=False),
            Breakdown(NEEDS, dict(figures.needs), additive=False),
            Breakdown(LANGUAGES_SPOKEN, _languages(figures), additive=False),
            Breakdown(ISOLATED, {YES: figures.isolated, NO: total - figures.isolated}),
        ),
    )


def referral_counts(figures: YearFigures) -> Counts:
    """Return what is counted of the referrals."""
    return Counts(
        figures.told.times,
        (
            Breakdown(NEEDS, _times(figures.referrals.items())),
            Breakdown(
                OUTCOMES, _times((one.value, told) for one, told in figures.outcomes.items())
            ),
        ),
    )


def _months(figures: YearFigures) -> dict[str, int | None]:
    """Return arrivals by month; those yet to come are left out."""
    asked = figures.asked
    last = 12 if figures.year < asked.today.year else asked.today.month
    return {
        f"{number:02}": count
        for number, count in enumerate(figures.months, start=1)
        if count is not None or (number <= last and figures.year <= asked.today.year)
    }


def _languages(figures: YearFigures) -> dict[str, int]:
    """Return families by each language that there is; a list that is fixed tells nothing itself."""
    return dict.fromkeys(LANGUAGES, 0) | dict(figures.languages)


def _times(told: Iterable[tuple[str, Told]]) -> dict[str, int]:
    return {key: one.times for key, one in told}
