"""What is counted of a group of households: a total, breakdowns of it, crossings of two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

CellKey = tuple[str, ...]
"""Names a cell: ``()`` the total, ``(breakdown, category)``, ``(rows, row, columns, column)``."""

TOTAL: CellKey = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The same households by one thing known of them.

    Attributes:
        counts: Category → households; ``None`` where nobody can know it, which is neither 0 nor
            masked, and counts nothing in the total. Categories come from a fixed list, empty ones
            too; only one that does not exist yet (a month to come) is left out.
        additive: Each household stands in exactly one category, so that they make the total.
            Otherwise in any number of them, as for needs.
        tells_of_each: A category that holds every household says something private of each of
            them. Not so for the month of arrival.
    """

    code: str
    counts: Mapping[str, int | None]
    additive: bool = True
    tells_of_each: bool = True


@dataclass(frozen=True, slots=True)
class Crossing:
    """Households by two breakdowns at once.

    Attributes:
        rows: Code of an additive breakdown, such as the month of arrival.
        columns: Code of one that is not, such as the needs.
        counts: (row, column) → households, for each row and column that those breakdowns have.
    """

    rows: str
    columns: str
    counts: Mapping[tuple[str, str], int | None]

    def key(self, row: str, column: str) -> CellKey:
        """Return the name of a cell."""
        return (self.rows, row, self.columns, column)


@dataclass(frozen=True, slots=True)
class Counts:
    """Everything that is counted of the same households at one time.

    Raises:
        ValueError: The counts contradict one another, which is a fault of whoever counted.
    """

    total: int
    breakdowns: tuple[Breakdown, ...] = ()
    crossings: tuple[Crossing, ...] = ()

    def __post_init__(self) -> None:
        if self.total < 0:
            raise ValueError("negative total")
        codes = [one.code for one in self.breakdowns]
        if len(set(codes)) < len(codes):
            raise ValueError("two breakdowns of one code")
        for one in self.breakdowns:
            if one.additive and one.tells_of_each and len(one.counts) == 1:
                raise ValueError("a single category cannot be masked: list the empty ones too")
            _check_parts(one.counts.values(), self.total, additive=one.additive)
        crossed = [one.columns for one in self.crossings]
        if len(set(crossed)) < len(crossed):
            raise ValueError("two crossings of the same columns")
        for crossing in self.crossings:
            self._check_crossing(crossing)

    def breakdown(self, code: str) -> Breakdown | None:
        """Return the breakdown of this code."""
        return next((one for one in self.breakdowns if one.code == code), None)

    def crossing(self, rows: str, columns: str) -> Crossing | None:
        """Return the crossing of these two breakdowns."""
        return next(
            (one for one in self.crossings if (one.rows, one.columns) == (rows, columns)), None
        )

    def cells(self) -> Iterator[tuple[CellKey, int | None]]:
        """Yield every cell with its count, ``None`` where it is unknown."""
        yield TOTAL, self.total
        for one in self.breakdowns:
            yield from (((one.code, name), count) for name, count in one.counts.items())
        for crossing in self.crossings:
            yield from ((crossing.key(*cell), count) for cell, count in crossing.counts.items())

    def _check_crossing(self, crossing: Crossing) -> None:
        rows, columns = self.breakdown(crossing.rows), self.breakdown(crossing.columns)
        if rows is None or columns is None or not rows.additive or columns.additive:
            raise ValueError("a crossing wants additive rows and columns that are not")
        wanted = {(row, column) for row in rows.counts for column in columns.counts}
        if wanted != set(crossing.counts):
            raise ValueError("a crossing wants each row and each column once")
        for column, whole in columns.counts.items():
            known = {row: crossing.counts[row, column] for row in rows.counts}
            _check_parts(known.values(), whole or 0, additive=True)
            if any((count or 0) > (rows.counts[row] or 0) for row, count in known.items()):
                raise ValueError("a cell above the total of its row")


def _check_parts(counts: Iterable[int | None], total: int, *, additive: bool) -> None:
    parts = tuple(counts)
    known = [one for one in parts if one is not None]
    if any(one < 0 or one > total for one in chain(known, [0])):
        raise ValueError("a part outside its total")
    if additive and sum(known) != total:
        raise ValueError("parts that do not make their total")
