"""Masks for the last moment of a strand: first what is small, then what would give it away."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.domain.small_counts.masked import Mask
from ctg_desktop.domain.small_counts.strand import Promise, Strand

Rank = Callable[[str], bytes]
"""In which order parts are taken; it knows their names alone."""


class BeyondRepairError(Exception):
    """No mask in this sending would keep what was promised."""


def protect(strand: Strand, rank: Rank, *, modest: bool = False) -> dict[str, Mask]:
    """Hide parts of the last moment until every promise holds; return why each was hidden.

    Args:
        strand: With nothing hidden yet in its last moment, but what can never be shown.
        rank: In which order others are hidden beside what is small.
        modest: Other totals are hidden already: a promise may be left as far as it goes.

    Raises:
        BeyondRepairError: All parts are hidden, and still it does not hold.
    """
    masks = {name: why for name in strand.last if (why := strand.reason(name)) is not None}
    for name in masks:
        strand.hide(name)
    while beside := _beside(strand, rank, modest=modest):
        # What was hidden makes promises of its own, and brings others within reach.
        masks |= dict.fromkeys(beside, Mask.COMPLEMENT)
    return masks


def _beside(strand: Strand, rank: Rank, *, modest: bool) -> list[str]:
    """Hide what the promises need that there are now, and return it."""
    hidden: list[str] = []
    for promise in tuple(strand.promises()):
        while not strand.keeps(promise):
            chosen = _complement(strand, promise, rank)
            if not chosen and modest and promise.modest:
                break
            if not chosen:
                raise BeyondRepairError
            for name in chosen:
                strand.hide(name)
            hidden += chosen
    return hidden


def _complement(strand: Strand, promise: Promise, rank: Rank) -> list[str]:
    """Choose what to hide next: one part that suffices, else the first; zeros last, at once.

    What was hidden before comes first, then the order of ``rank``: a choice that looked at what is
    hidden, the least worth for instance, would tell of it to whoever knows the program.

    Where nothing but zeros is left to hide, all of them go: whoever sees one zero masked and one
    shown would know that zeros hide only among the masked.
    """
    shown = [name for name, part in strand.last.items() if part.shown]
    counted = sorted(
        (name for name in shown if strand.last[name].value),
        key=lambda name: (not strand.was_hidden(name), rank(name)),
    )
    if counted:
        enough = (name for name in counted if strand.keeps_by_hiding(promise, name))
        return [next(enough, counted[0])]
    return shown
