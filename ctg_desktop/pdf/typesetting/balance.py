"""The last page of columns: as low as what stands in them allows, instead of leaving one empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from ctg_desktop.pdf.typesetting.atoms import Atom

_EPSILON = 0.01
_FINE = 1.5
"""Half a line of the grid: two heights nearer than this are as good as each other."""

Chunk: TypeAlias = list[Atom]
Reach = Callable[[Chunk, float], float]


def divided(chunks: Sequence[Chunk], count: int, highest: float, reach: Reach) -> list[list[Chunk]]:
    """Return what stands in each column once all are as low as possible, in reading order.

    Args:
        chunks: Slices that hold together.
        count: Of columns.
        highest: Height of a whole column.
        reach: How far down a chunk reaches that begins after so many points of its column.

    Returns:
        Nothing where the chunks do not fit these columns.
    """
    best = _columns(chunks, count, highest, reach)
    low, high = 0.0, highest
    while best and high - low > _FINE:
        middle = (low + high) / 2
        found = _columns(chunks, count, middle, reach)
        if found:
            best, high = found, middle
        else:
            low = middle
    return best


def _columns(chunks: Sequence[Chunk], count: int, height: float, reach: Reach) -> list[list[Chunk]]:
    """Fill columns of a height one after the other; return nothing where they do not suffice."""
    columns: list[list[Chunk]] = [[]]
    y = 0.0
    for chunk in chunks:
        down = reach(chunk, y)
        if columns[-1] and down > height + _EPSILON:
            columns.append([])
            down = reach(chunk, 0.0)
        if down > height + _EPSILON or len(columns) > count:
            return []
        columns[-1].append(chunk)
        y = down
    return columns
