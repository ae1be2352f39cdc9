"""What leaves of a year, in the hands of somebody who can subtract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from ctg_desktop.domain.families.figure_sending import MaskedFigures, masked_figures
from ctg_desktop.domain.families.figure_tables import MASKED, UNKNOWN, masked_tables
from ctg_desktop.domain.families.figures import Asked, year_figures
from ctg_desktop.domain.families.tally import Dimension, Tally

THRESHOLD = 5
BEGUN = date(2026, 8, 20)
TODAY = date(2026, 11, 26)


def sent(arrivals: dict[int, int], need: int = 0) -> MaskedFigures:
    """Return what leaves of a vault that was begun in August."""
    months = [
        Tally(f"2026-{month:02}", Dimension.ARRIVALS, count=many)
        for month, many in arrivals.items()
    ]
    tallies = [*months, Tally("2026", Dimension.NEEDS, "school", need)]
    figures = year_figures(Asked(2026, TODAY, BEGUN), tallies, ())
    return masked_figures(figures, (), THRESHOLD, secret=b"of this vault")


def printed(figures: MaskedFigures, title: str) -> dict[str, str]:
    table = next(one for one in masked_tables(figures) if one.title == title)
    return {row[0]: row[1] for row in table.rows}


def fitting(rows: dict[str, str], total: int) -> Iterator[tuple[int, ...]]:
    """Yield what the masked rows can be: all make the total, and what is unknown adds nothing."""
    masked = sum(one == MASKED for one in rows.values())
    left = total - sum(int(one) for one in rows.values() if one.isdigit())
    found: list[tuple[int, ...]] = [()]
    for _ in range(masked):
        found = [(*one, more) for one in found for more in range(1, left - sum(one) + 1)]
    return (one for one in found if sum(one) == left)


@pytest.mark.parametrize("small", range(1, THRESHOLD))
def test_in_the_first_year_the_months_before_it_hide_nobody(small: int) -> None:
    """Nobody counted in spring: a reader subtracts autumn from the total."""
    figures = sent({9: small, 11: 12 - small})
    assert figures.families.cell(()).shown == 12
    rows = printed(figures, "Arrivées")
    assert rows["Mars"] == UNKNOWN
    assert rows["Septembre"] == MASKED
    possible = {one[0] for one in fitting(rows, 12)}
    assert set(range(1, THRESHOLD)) <= possible


@pytest.mark.parametrize("need", [12, 11, 8])
def test_a_need_of_nearly_all_is_not_told(need: int) -> None:
    assert printed(sent({9: 6, 11: 6}, need), "Besoins")["École"] == MASKED


def test_a_need_of_some_is() -> None:
    assert printed(sent({9: 6, 11: 6}, 7), "Besoins")["École"] == "7"
