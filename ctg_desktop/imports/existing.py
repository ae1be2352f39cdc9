"""What planning asks of the directory as it is, and an index that answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from ctg_desktop.domain.listing import ExternalIds, Listing
from ctg_desktop.domain.text import fold

EXTERNAL_KINDS = ("rna", "dila", "siret")

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """Return a name as it is compared: without case, accents, punctuation or blanks around it."""
    return _NOT_ALPHANUMERIC.sub(" ", fold(name)).strip()


class ExistingDirectory(Protocol):
    """The directory that an import would change."""

    def by_id(self, listing_id: str) -> Listing | None:
        """Return the listing with this identifier of ours."""

    def by_external(self, kind: str, value: str) -> Sequence[Listing]:
        """Return the listings with a public key: ``rna``, ``dila`` or ``siret``.

        A SIRET may be that of several listings: one organisation, several places.
        """

    def by_name(self, key: str) -> Sequence[Listing]:
        """Return the listings whose name has this ``name_key``."""

    def corrected_fields(self, listing_id: str) -> frozenset[str]:
        """Return the fields whose last writer is a person rather than an import."""


class DirectoryIndex:
    """An ``ExistingDirectory`` over any store, holding keys and identifiers only.

    Args:
        listings: Every listing of the directory, read once as a stream.
        load: Gives a listing by identifier.
        corrected: Gives the fields of a listing that a person wrote last.
    """

    def __init__(
        self,
        listings: Iterable[Listing],
        load: Callable[[str], Listing],
        corrected: Callable[[str], Iterable[str]],
    ) -> None:
        self._load = load
        self._corrected = corrected
        self._ids: set[str] = set()
        self._externals: dict[tuple[str, str], list[str]] = {}
        self._names: dict[str, list[str]] = {}
        for listing in listings:
            self._add(listing)

    def by_id(self, listing_id: str) -> Listing | None:
        """Return the listing with this identifier of ours."""
        return self._load(listing_id) if listing_id in self._ids else None

    def by_external(self, kind: str, value: str) -> Sequence[Listing]:
        """Return the listings with a public key."""
        return [self._load(one) for one in self._externals.get((kind, value), ())]

    def by_name(self, key: str) -> Sequence[Listing]:
        """Return the listings whose name has this ``name_key``."""
        return [self._load(one) for one in self._names.get(key, ())]

    def corrected_fields(self, listing_id: str) -> frozenset[str]:
        """Return the fields whose last writer is a person rather than an import."""
        return frozenset(self._corrected(listing_id))

    def _add(self, listing: Listing) -> None:
        self._ids.add(listing.id)
        self._names.setdefault(name_key(listing.name), []).append(listing.id)
        for kind, value in external_keys(listing.external_ids):
            self._externals.setdefault((kind, value), []).append(listing.id)


def external_keys(ids: ExternalIds) -> tuple[tuple[str, str], ...]:
    """Return the public keys that are set, the most telling first."""
    pairs = ((kind, getattr(ids, kind)) for kind in EXTERNAL_KINDS)
    return tuple((kind, value) for kind, value in pairs if value)
