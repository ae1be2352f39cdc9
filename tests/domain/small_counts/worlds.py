"""Invented years of households, counted several times."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from ctg_desktop.domain.small_counts import Breakdown, Counts, Crossing, Masked, mask

NEVER = 99


@dataclass(frozen=True)
class Family:
    """One household; times are numbers of sendings.

    Attributes:
        needs: Need → the sending from which it is known.
        gone: The sending from which it is no longer counted: it was entered by mistake.
    """

    since: int
    month: int
    language: int
    needs: Mapping[int, int]
    gone: int = NEVER


@dataclass(frozen=True)
class Year:
    """Some sendings of a year.

    Attributes:
        unknown: Months before anybody counted: an empty one is not known.
    """

    threshold: int
    months: int
    languages: int
    needs: int
    sendings: int
    families: tuple[Family, ...]
    crossed: bool = False
    unknown: int = 0

    def counts(self) -> list[Counts]:
        """Return what is counted at each sending."""
        return [self._counts(place) for place in range(self.sendings)]

    def sent(self) -> list[Masked]:
        """Return the sendings as they are masked, one after the other."""
        before: list[Masked] = []
        for counts in self.counts():
            before.append(mask(counts, before, self.threshold, secret=b"of a town hall"))
        return before

    def _counts(self, place: int) -> Counts:
        there = [one for one in self.families if one.since <= place < one.gone]
        months, languages, needs = range(self.months), range(self.languages), range(self.needs)
        arrived = {one: sum(family.month == one for family in there) for one in months}
        known = {one: arrived[one] or (None if one < self.unknown else 0) for one in months}
        cells = {
            (str(month), str(need)): None
            if known[month] is None
            else sum(one.month == month and one.needs.get(need, NEVER) <= place for one in there)
            for month in months
            for need in needs
        }
        return Counts(
            len(there),
            (
                _by("month", known, False),
                _by("language", {one: sum(f.language == one for f in there) for one in languages}),
                Breakdown(
                    "need",
                    {
                        str(need): sum(one.needs.get(need, NEVER) <= place for one in there)
                        for need in needs
                    },
                    additive=False,
                ),
            ),
            (Crossing("month", "need", cells),) if self.crossed else (),
        )


def _by(code: str, counts: Mapping[int, int | None], tells: bool = True) -> Breakdown:
    return Breakdown(code, {str(k): v for k, v in counts.items()}, tells_of_each=tells)


@st.composite
def years(draw: st.DrawFn, *, crossed: bool = False, corrected: bool = False) -> Year:
    """Years that are quick to attack: few categories, small numbers, up to four sendings."""
    threshold = draw(st.integers(3, 5))
    sendings = draw(st.integers(1, 3 if crossed else 4))
    year = Year(
        threshold,
        months=draw(st.integers(1, 3)),
        languages=draw(st.integers(2, 3)),
        needs=draw(st.integers(1, 2)),
        sendings=sendings,
        families=(),
        crossed=crossed,
        unknown=draw(st.integers(0, 2)),
    )
    growth = st.sampled_from([0, 1, threshold - 1, threshold, threshold + 1, 2 * threshold])
    arrivals = draw(st.lists(growth, min_size=sendings, max_size=sendings))
    rng = random.Random(draw(st.integers(0, 1 << 32)))  # noqa: S311  # invented families
    families = tuple(_families(rng, year, arrivals, corrected=corrected))
    return Year(**{**year.__dict__, "families": families})


def _families(
    rng: random.Random, year: Year, arrivals: Iterable[int], *, corrected: bool
) -> Iterable[Family]:
    for since, many in enumerate(arrivals):
        for _ in range(many):
            needs = {
                need: since if rng.random() < 0.7 else rng.randint(since, year.sendings)
                for need in range(year.needs)
                if rng.random() < rng.choice([0.2, 0.5, 0.9])
            }
            language = rng.randrange(year.languages) if rng.random() < 0.5 else 0
            gone = corrected and rng.random() < 0.15
            yield Family(
                since,
                rng.randrange(year.months),
                language,
                needs,
                rng.randint(since + 1, year.sendings) if gone else NEVER,
            )
