"""Counts that leave the commune, with the small ones masked so that subtraction is of no use.

The method, its sources and its limits are in ``docs/decisions/0020-small-counts.md``.
"""

from ctg_desktop.domain.small_counts.counts import Breakdown, CellKey, Counts, Crossing
from ctg_desktop.domain.small_counts.masked import Cell, Mask, Masked
from ctg_desktop.domain.small_counts.masking import DEFAULT_THRESHOLD, STRICT_THRESHOLD, mask

__all__ = [
    "DEFAULT_THRESHOLD",
    "STRICT_THRESHOLD",
    "Breakdown",
    "Cell",
    "CellKey",
    "Counts",
    "Crossing",
    "Mask",
    "Masked",
    "mask",
]
