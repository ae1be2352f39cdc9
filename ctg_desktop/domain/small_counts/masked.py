"""What may be shown of counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ctg_desktop.domain.small_counts.counts import TOTAL, CellKey, Counts


class Mask(Enum):
    """Why a cell is masked: for the preview in the town hall, never for who receives the counts."""

    SMALL = "small"
    """It counts households, but fewer than the threshold."""
    EVERYONE = "everyone"
    """It counts all of them, or all but a few, and so would tell of each, or of those few."""
    GROWTH = "growth"
    """Against a count already sent, the difference is under the threshold."""
    COMPLEMENT = "complement"
    """Another masked cell could be worked out from it."""
    TOTAL = "total"
    """The total that it is a part of is masked."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What may leave of one count.

    Attributes:
        shown: ``None`` when it is masked or unknown.
        mask: ``None`` when it is shown or unknown.
    """

    shown: int | None
    mask: Mask | None

    @property
    def unknown(self) -> bool:
        """Tell whether nobody can know this count."""
        return self.shown is None and self.mask is None


@dataclass(frozen=True, slots=True)
class Masked:
    """A sending: what was counted, which stays in the vault, and which cells of it are masked.

    Attributes:
        counts: As counted; kept, because the next sending is judged with them.
        threshold: Households that a shown cell counts at least.
        masks: Why, for each masked cell. Any other cell is shown.
    """

    counts: Counts = field(repr=False)
    threshold: int
    masks: Mapping[CellKey, Mask] = field(repr=False)

    @property
    def withheld(self) -> bool:
        """Tell whether nothing at all is shown."""
        return TOTAL in self.masks

    def cell(self, key: CellKey) -> Cell:
        """Return what may be shown of a cell.

        Raises:
            KeyError: Nothing of that name was counted.
        """
        return dict(self.cells())[key]

    def cells(self) -> Iterator[tuple[CellKey, Cell]]:
        """Yield everything that may leave, in the order it was counted."""
        for key, count in self.counts.cells():
            reason = self.masks.get(key)
            yield key, Cell(None if reason else count, reason)
