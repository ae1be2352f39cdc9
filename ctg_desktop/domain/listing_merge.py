"""How two entries about the same organisation become one."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.listing import ExternalIds, Listing

# A merge never changes who the entry is or whether it is printed.
KEPT = frozenset({"id", "kind", "category", "coverage", "published", "closed_until"})


def merged(kept: Listing, other: Listing) -> Listing:
    """Return ``kept``, completed with what only ``other`` knows.

    Lists are joined without repeats; an empty text or date takes the other's value.
    """
    return replace(
        kept,
        **{
            one.name: _joined(getattr(kept, one.name), getattr(other, one.name))
            for one in fields(Listing)
            if one.name not in KEPT
        },
    )


def _joined(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, tuple):
        return tuple(dict.fromkeys((*ours, *theirs)))
    if isinstance(ours, Address):
        return ours if ours.lines or ours.city else theirs
    if isinstance(ours, ExternalIds):
        return ExternalIds(
            ours.rna or theirs.rna, ours.siret or theirs.siret, ours.dila or theirs.dila
        )
    return ours or theirs
