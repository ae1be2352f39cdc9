"""The strands of a series of sendings: which totals there are, and their parts over time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ctg_desktop.domain.small_counts.counts import Breakdown, CellKey, Crossing
from ctg_desktop.domain.small_counts.flow import NO_LIMIT
from ctg_desktop.domain.small_counts.masked import Masked
from ctg_desktop.domain.small_counts.moment import OTHERS, Moment, Part, Pool, Pooled
from ctg_desktop.domain.small_counts.strand import Strand


def breakdown_strand(breakdown: Breakdown, sendings: Sequence[Masked]) -> Strand:
    """Return the strand of a breakdown whose categories make the total.

    Args:
        breakdown: Of the last sending.
        sendings: Oldest first, none of them withheld.
    """
    return Strand([_breakdown_moment(breakdown.code, one) for one in _with(breakdown, sendings)])


def category_strand(breakdown: Breakdown, name: str, sendings: Sequence[Masked]) -> Strand:
    """Return the strand of one category: who is of it, and who is not (:data:`OTHERS`).

    The others are a count as well: the total without the category.

    Args:
        breakdown: Of the last sending.
        name: Of a category that is known in it.
        sendings: As for :func:`breakdown_strand`.
    """
    moments = (_category_moment(breakdown.code, name, one) for one in _with(breakdown, sendings))
    return Strand(list(moments))


def _with(breakdown: Breakdown, sendings: Sequence[Masked]) -> Iterator[Masked]:
    return (one for one in sendings if one.counts.breakdown(breakdown.code))


def _breakdown_moment(code: str, sending: Masked) -> Moment:
    counts, whole = _counts(code, sending)
    parts = {
        name: _part(sending, (code, name), count, whole)
        for name, count in counts.items()
        if count is not None
    }
    return Moment(sending.counts.total, sending.threshold, parts)


def _category_moment(code: str, name: str, sending: Masked) -> Moment:
    counts, whole = _counts(code, sending)
    total, count = sending.counts.total, counts.get(name) or 0
    part = _part(sending, (code, name), count, whole)
    others = Part(total - count, part.shown)
    return Moment(total, sending.threshold, {name: part, OTHERS: others})


def _counts(code: str, sending: Masked) -> tuple[Mapping[str, int | None], int | None]:
    """Return the counts of a breakdown, and the one that would tell of each household."""
    breakdown = sending.counts.breakdown(code)
    if breakdown is None:
        return {}, None
    return breakdown.counts, sending.counts.total if breakdown.tells_of_each else None


def closed_rows(crossing: Crossing, sendings: Sequence[Masked]) -> frozenset[str]:
    """Return the rows whose total is masked or once was: their cells are never shown again.

    A row that opened again would tell what it was while it was closed, and with it its total.
    """
    crossed = (one for one in sendings if one.counts.crossing(crossing.rows, crossing.columns))
    return frozenset(
        row for one in crossed for code, row in _pairs(one.masks) if code == crossing.rows
    )


def column_strand(crossing: Crossing, column: str, sendings: Sequence[Masked]) -> Strand:
    """Return the strand of one column: its rows, and the households that are not of the column.

    Args:
        crossing: Of the last sending.
        column: One that is known in it.
        sendings: As for :func:`breakdown_strand`; the last one's breakdowns are masked already.
    """
    moments = []
    for place, one in enumerate(sendings):
        known = one.counts.crossing(crossing.rows, crossing.columns)
        columns = one.counts.breakdown(crossing.columns)
        total = columns.counts.get(column) if columns else None
        if known and total is not None:
            closed = closed_rows(crossing, sendings[: place + 1])
            here = _Column(known, column, one, sendings[: place + 1])
            moments.append(_column_moment(here, total, closed))
    return Strand(moments)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a crossing in one sending, which is the last of some."""

    crossing: Crossing
    name: str
    sending: Masked
    so_far: Sequence[Masked]

    @property
    def shown(self) -> bool:
        return (self.crossing.columns, self.name) not in self.sending.masks

    @property
    def tells(self) -> bool:
        columns = self.sending.counts.breakdown(self.crossing.columns)
        return columns is not None and columns.tells_of_each

    def row_total(self, row: str) -> int:
        rows = self.sending.counts.breakdown(self.crossing.rows)
        return (rows.counts.get(row) if rows else None) or 0

    def part(self, row: str, count: int) -> Part:
        total = self.row_total(row)
        key = self.crossing.key(row, self.name)
        whole = total if self.tells else None
        part = _part(self.sending, key, count, whole, ceiling=total)
        return part if self.shown else replace(part, shown=False)

    def whole(self, count: int) -> Part:
        everyone = self.sending.counts.total if self.tells else None
        return _part(self.sending, (self.crossing.columns, self.name), count, everyone)

    def rest(self, count: int) -> Part:
        """Return the others; they are not everyone if the column is masked, for a zero is shown."""
        everyone = self.sending.counts.total
        return Part(everyone - count, self.shown, ceiling=everyone - min(count, 1))

    def pooled(self, row: str) -> Pooled:
        count = self.crossing.counts.get((row, self.name)) or 0
        return Pooled(count, self.row_total(row), max(self._totals_shown(row), default=0))

    def _totals_shown(self, row: str) -> Iterator[int]:
        """Yield what a row counts at least: its total, or an earlier one, if that was shown."""
        now = self.row_total(row)
        for one in self.so_far:
            rows = one.counts.breakdown(self.crossing.rows)
            total = (rows.counts.get(row) if rows else None) or 0
            if total <= now and (self.crossing.rows, row) not in one.masks:
                yield total


def _column_moment(column: _Column, total: int, closed: Collection[str]) -> Moment:
    own = {
        row: count for (row, name), count in column.crossing.counts.items() if name == column.name
    }
    parts = {
        row: column.part(row, count)
        for row, count in own.items()
        if count is not None and row not in closed
    }
    pool = Pool({row: column.pooled(row) for row in sorted(closed)}, column.tells)
    return Moment(
        column.sending.counts.total,
        column.sending.threshold,
        parts,
        column.rest(total),
        pool,
        column.whole(total),
    )


def _part(
    sending: Masked,
    key: CellKey,
    count: int,
    whole: int | None,
    ceiling: int = NO_LIMIT,
) -> Part:
    return Part(
        count,
        shown=key not in sending.masks,
        floor=min(count, 1),
        ceiling=ceiling,
        whole=whole,
    )


def _pairs(masks: Collection[CellKey]) -> Iterator[tuple[str, str]]:
    return ((key[0], key[1]) for key in masks if len(key) == 2)
