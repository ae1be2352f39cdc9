"""Masks for the last moment of a strand: first what is small, then what would give it away."""

from __future__ import annotations

from ctg_desktop.domain.small_counts.masked import Mask
from ctg_desktop.domain.small_counts.strand import Promise, Strand


class BeyondRepairError(Exception):
    """No mask in this sending would keep what was promised."""


def protect(strand: Strand, *, modest: bool = False) -> dict[str, Mask]:
    """Hide parts of the last moment until every promise holds; return why each was hidden.

    Hiding only ever widens what is possible, so that a promise once kept needs no second look.

    Args:
        strand: With nothing hidden yet in its last moment, but what can never be shown.
        modest: Other totals are hidden already: a promise may be left as far as it goes.

    Raises:
        BeyondRepairError: All parts are hidden, and still it does not hold.
    """
    masks = {name: why for name in strand.last if (why := strand.reason(name)) is not None}
    for name in masks:
        strand.hide(name)
    for promise in tuple(strand.promises()):
        while not strand.keeps(promise):
            chosen = _complement(strand, promise)
            if not chosen and modest and promise.modest:
                break
            if not chosen:
                raise BeyondRepairError
            for name in chosen:
                strand.hide(name)
            masks.update(dict.fromkeys(chosen, Mask.COMPLEMENT))
    return masks


def _complement(strand: Strand, promise: Promise) -> list[str]:
    """Choose what to hide next: one part that suffices, else the least worth; zeros last, at once.

    Where nothing but zeros is left to hide, all of them go: whoever sees one zero masked and one
    shown would know that zeros hide only among the masked.
    """
    shown = [name for name, part in strand.last.items() if part.shown]
    counted = sorted(
        (name for name in shown if strand.last[name].value),
        key=lambda name: (not strand.was_hidden(name), strand.last[name].value, name),
    )
    if counted:
        enough = (name for name in counted if strand.keeps_by_hiding(promise, name))
        return [next(enough, counted[0])]
    return shown
