"""Someone who has the program runs it on every year there can be, and compares.

The strongest there is: of all worlds, only those are left of which the program would have shown the
very same. They know everything but the secret of the town hall, hence try each order it can draw.
"""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product

import pytest

from ctg_desktop.domain.small_counts import Breakdown, Counts, Masked, mask

Row = tuple[int, ...]
"""Households by category, in one sending."""
World = tuple[Row, ...]
Seen = tuple[tuple[int | None, ...], ...]
"""The total and the categories of each sending, as they left."""


@dataclass(frozen=True)
class Table:
    """What is counted: so many categories, or a need and those who do not have it."""

    threshold: int
    categories: int = 2
    tells: bool = False
    need: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple("abcd"[: 1 if self.need else self.categories])

    def counts(self, row: Row) -> Counts:
        known = dict(zip(self.names, row, strict=not self.need))
        one = Breakdown("x", known, additive=not self.need, tells_of_each=self.tells)
        return Counts(sum(row), (one,))

    def secrets(self) -> list[bytes]:
        """Return a secret for each order in which the categories may be drawn."""
        found: dict[tuple[str, ...], bytes] = {}
        for number in range(1000):
            secret = str(number).encode()
            drawn = {one: hmac.digest(secret, f"x/{one}".encode(), "sha256") for one in self.names}
            found.setdefault(tuple(sorted(drawn, key=drawn.__getitem__)), secret)
        assert set(found) == set(permutations(self.names))
        return list(found.values())


def rows_of(total: int, categories: int) -> Iterator[Row]:
    """Yield all ways in which households stand in categories."""
    if categories == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in rows_of(total - first, categories - 1))


def worlds(totals: tuple[int, ...], categories: int) -> Iterator[World]:
    """Yield all years in which nobody is taken out again."""
    grown = (now - before for before, now in zip((0, *totals), totals, strict=False))
    for steps in product(*(list(rows_of(one, categories)) for one in grown)):
        now: Row = (0,) * categories
        year = []
        for step in steps:
            now = tuple(map(sum, zip(now, step, strict=True)))
            year.append(now)
        yield tuple(year)


def seen_in(table: Table, totals: tuple[int, ...]) -> dict[Seen, set[World]]:
    """Return every possible output, and the worlds that give it."""
    found: dict[Seen, set[World]] = defaultdict(set)
    for secret in table.secrets():
        sent: dict[World, Masked] = {}
        for world in worlds(totals, table.categories):
            for place in range(len(world)):
                if world[: place + 1] not in sent:
                    before = [sent[world[:one]] for one in range(1, place + 1)]
                    counts = table.counts(world[place])
                    now = mask(counts, before, table.threshold, secret=secret)
                    sent[world[: place + 1]] = now
            masked = (sent[world[: place + 1]] for place in range(len(world)))
            seen = tuple(tuple(cell.shown for _, cell in one.cells()) for one in masked)
            found[seen].add(world)
    return found


def left(table: Table, totals: tuple[int, ...]) -> Iterator[tuple[set[int], list[set[int]]]]:
    """Yield the values that each masked count may have, and its differences to what was shown."""
    for seen, possible in seen_in(table, totals).items():
        for place, shown in enumerate(seen):
            for at in range(len(table.names)):
                if shown[0] is None or shown[at + 1] is not None:
                    continue
                values = {world[place][at] for world in possible}
                before = (one[at + 1] for one in seen[:place] if one[0] is not None)
                yield values, [{one - was for one in values} for was in before if was is not None]


def small(values: set[int], threshold: int) -> set[int]:
    return values & set(range(1, threshold))


@pytest.mark.parametrize(
    ("table", "total"),
    [
        *((Table(3, 3, tells), total) for tells in (True, False) for total in (3, 4, 7, 9, 10)),
        *((Table(5, 3), total) for total in (5, 11, 13)),
        (Table(3, 4, tells=True), 9),
        (Table(3, 4), 4),
    ],
)
def test_of_one_sending_every_small_value_stays_possible(table: Table, total: int) -> None:
    for values, _ in left(table, (total,)):
        assert small(values, table.threshold) in (set(), set(range(1, table.threshold)))


@pytest.mark.parametrize("total", [5, 6, 9, 10, 11, 30])
def test_a_masked_need_may_be_of_a_few_and_of_all_but_a_few(total: int) -> None:
    table = Table(5, tells=True, need=True)
    few = set(range(1, 5))
    for values, _ in left(table, (total,)):
        assert few | {total - one for one in (0, *few)} == values


@pytest.mark.parametrize("totals", [(5, 8), (6, 11), (8, 12), (10, 14)])
def test_of_a_need_sent_twice_every_small_value_and_difference_stays_possible(
    totals: tuple[int, int],
) -> None:
    table = Table(3, tells=True, need=True)
    for values, differences in left(table, totals):
        assert small(values, 3) in (set(), {1, 2})
        for one in differences:
            assert small(one, 3) in (set(), {1, 2})
            assert small({-was for was in one}, 3) in (set(), {1, 2})


@pytest.mark.parametrize("totals", [(3, 6), (4, 8), (6, 10)])
def test_of_a_table_sent_twice_no_count_is_found_and_no_difference_excluded(
    totals: tuple[int, int],
) -> None:
    for values, differences in left(Table(3, 3), totals):
        assert not small(values, 3) or len(values) > 1
        for one in differences:
            assert small(one, 3) in (set(), {1, 2})
