"""One total in one sending, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ctg_desktop.domain.small_counts.flow import NO_LIMIT

REST = "\0rest"
"""The part of what stands in no other."""
OTHERS = "\0others"
"""The households that are not of a category, where each category is a table of its own."""
POOL = "\0pool"
"""The part of the rows of a crossing whose totals are masked: of them, only the sum is known."""

Span = tuple[int, int]
"""Values that a count must be able to take, both ends included."""


@dataclass(frozen=True, slots=True, order=True)
class Guarded:
    """Values of a masked count of which none may be excluded unless all are.

    Attributes:
        values: Those.
        kept: They and one more: whoever knows the program, and sees that another part was masked
            for it, still takes every one of ``values`` for possible.
    """

    values: Span
    kept: Span

    def holds(self, value: int) -> bool:
        """Tell whether a value is among those that are guarded."""
        low, high = self.values
        return low <= value <= high

    def of_the_rest(self, total: int) -> Guarded:
        """Return what is guarded of the total without this count."""
        (low, high), (least, most) = self.values, self.kept
        return Guarded((total - high, total - low), (total - most, total - least))


@dataclass(frozen=True, slots=True)
class Part:
    """A count in one sending.

    Attributes:
        floor: What everyone knows it to be at least, if it is masked.
        ceiling: What everyone knows it to be at most.
        whole: The count that, reached, would tell of each household; ``None`` for none.
    """

    value: int
    shown: bool
    floor: int = 0
    ceiling: int = NO_LIMIT
    whole: int | None = None

    def guarded(self, earlier: Iterable[Part], threshold: int) -> Iterator[Guarded]:
        """Yield what is guarded of it, masked, after others of the same name.

        Small values, small differences from what was shown, and being all. What it is in truth
        makes no difference: a mask more or less would tell it.
        """
        shown = {one.value for one in earlier if one.shown}
        for value in sorted({0, *shown}):
            if value < self.ceiling:
                last = min(value + threshold - 1, self.ceiling)
                yield Guarded((value + 1, last), (value + 1, min(last + 1, self.ceiling)))
        for value in sorted(shown - {0}):
            first = max(value - threshold + 1, 0)
            yield Guarded((first, value - 1), (max(first - 1, 0), value - 1))
        if self.whole:
            yield Guarded((self.whole, self.whole), (max(self.whole - threshold, 0), self.whole))


ABSENT = Part(0, shown=True)
"""A category that a sending did not have, or that was unknown: nobody stands in it."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """A row of a crossing that is never shown.

    Attributes:
        row_total: Of all columns, which the cell cannot exceed.
        least_total: What everyone knows it to be at least. Of the rest of it, only the sum with the
            others is known.
    """

    value: int
    row_total: int
    least_total: int


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows of a crossing that are never shown, in one sending.

    Attributes:
        tells: All households of these rows would tell of each.
    """

    rows: Mapping[str, Pooled] = field(default_factory=dict)
    tells: bool = False

    @property
    def value(self) -> int:
        """Their sum."""
        return sum(one.value for one in self.rows.values())

    @property
    def ceiling(self) -> int:
        """The sum of their totals."""
        return sum(one.row_total for one in self.rows.values())

    def spans(self, threshold: int) -> Iterator[Span]:
        """Yield sums that must be possible, so that each row can be whatever is promised of it.

        A small row must be able to grow to the threshold, and the others with the room of their own
        totals must be able to take the whole sum but one.
        """
        small = [one for one in self.rows.values() if 0 < one.value < threshold]
        if small:
            room = self.ceiling - max(one.least_total for one in small)
            yield min(self.value, room + 1), max(self.value, threshold - 1)
        if self.tells and self.value and self.value == self.ceiling:
            yield max(self.ceiling - threshold + 1, 0), self.ceiling

    def growth_spans(self, grown: Mapping[str, int], threshold: int) -> Iterator[Span]:
        """Yield sums that must be possible, so that a row may have grown by one household only.

        The others with the room of their totals must be able to take the rest.
        """
        for name, growth in grown.items():
            row = self.rows[name]
            if 0 < growth < threshold:
                room = self.ceiling - row.least_total
                yield min(self.value, room + row.value - growth + 1), self.value


@dataclass(frozen=True, slots=True)
class Moment:
    """A sending that shows a total, as far as it concerns that total.

    Attributes:
        rest: What the parts do not make up.
        pool: Parts that are never shown.
        whole: What parts and pool make together, where that is a count of its own.
    """

    total: int
    threshold: int
    parts: Mapping[str, Part]
    rest: Part = ABSENT
    pool: Pool = Pool()
    whole: Part | None = None
