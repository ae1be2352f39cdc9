"""Which listing a row of a foreign file speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import ExternalIds, Listing
from ctg_desktop.imports.existing import ExistingDirectory, external_keys, name_key

ALIKE = 85.0

NewKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """What was found.

    Attributes:
        listing: The listing concerned; ``None`` for a new one.
        sure: Found by an identifier rather than by name.
        problem: Code of the reason why nothing can be decided; empty otherwise.
    """

    listing: Listing | None = None
    sure: bool = False
    problem: str = ""


@dataclass(slots=True)
class Claims:
    """What earlier rows of the same file stand for."""

    listings: set[str] = field(default_factory=set)
    keys: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, list[Address]] = field(default_factory=dict)

    def take(self, record: ForeignRecord, listing: Listing | None) -> None:
        """Note that a row stands for a listing, or for a new one."""
        if listing is not None:
            self.listings.add(listing.id)
        self.keys.update(_unique_keys(record))
        key = name_key(record.listing.name)
        self.names.setdefault(key, []).append(record.listing.address)

    def repeats(self, record: ForeignRecord) -> bool:
        """Tell whether an earlier row said the same thing: same identifier, or name and address."""
        unique = _unique_keys(record)
        if unique:
            return not self.keys.isdisjoint(unique)
        place = record.listing.address
        earlier = self.names.get(name_key(record.listing.name), ())
        return any(_same_place(one, place) and _same_lines(one, place) for one in earlier)


def match(
    record: ForeignRecord, existing: ExistingDirectory, claims: Claims, *, kind_is_sure: bool
) -> Match:
    """Find the listing that a row speaks of: by our identifier, a public key, SIRET, or name.

    Args:
        record: The row, its values already accepted by the rules.
        existing: The directory.
        claims: What earlier rows of this file stand for.
        kind_is_sure: Whether the file says what kind of listing it is, so that a business is
            never taken for the association of the same name.
    """
    by_key = _by_key(record, existing)
    if by_key is not None:
        claimed = by_key.id in claims.listings
        return Match(problem="duplicate-row") if claimed else Match(by_key, sure=True)
    if claims.repeats(record):
        return Match(problem="duplicate-row")
    candidates = [
        one
        for one in _alike(record.listing, existing)
        if (one.kind is record.listing.kind or not kind_is_sure) and one.id not in claims.listings
    ]
    return _chosen(candidates, record.listing)


def _by_key(record: ForeignRecord, existing: ExistingDirectory) -> Listing | None:
    ours = existing.by_id(record.listing.id) if record.listing.id else None
    if ours is not None:
        return ours
    current = [key for key in external_keys(record.listing.external_ids) if key[0] != "siret"]
    for kind, value in (*current, *record.former_ids):
        found = existing.by_external(kind, value)
        if found:
            return found[0]
    return None


def _alike(listing: Listing, existing: ExistingDirectory) -> list[Listing]:
    """Return the listings of the place with this name, or this SIRET and a name close to it."""
    named = existing.by_name(name_key(listing.name))
    siret = listing.external_ids.siret
    registered = existing.by_external("siret", siret) if siret else ()
    close = [one for one in registered if _is_close(one.name, listing.name)]
    unique = {one.id: one for one in (*named, *close)}
    return [
        one
        for one in unique.values()
        if _same_place(one.address, listing.address)
        and not _are_others(one.external_ids, listing.external_ids)
    ]


def _chosen(candidates: Sequence[Listing], listing: Listing) -> Match:
    if len(candidates) > 1:
        candidates = _narrowed(candidates, listing)
    if len(candidates) > 1:
        return Match(problem="ambiguous")
    return Match(candidates[0]) if candidates else Match()


def _narrowed(candidates: Sequence[Listing], listing: Listing) -> Sequence[Listing]:
    key = name_key(listing.name)
    exact = [one for one in candidates if name_key(one.name) == key] or candidates
    there = [one for one in exact if _lines_key(one.address) == _lines_key(listing.address)]
    return there or exact


def _unique_keys(record: ForeignRecord) -> set[tuple[str, str]]:
    keys = external_keys(record.listing.external_ids)
    unique = {key for key in keys if key[0] != "siret"}
    return unique | ({("id", record.listing.id)} if record.listing.id else set())


def _are_others(ours: ExternalIds, theirs: ExternalIds) -> bool:
    """Tell whether public keys say that these are two organisations.

    An association keeps one ``W`` number; numbers before 2009 were replaced by it.
    """
    if ours.dila and theirs.dila and ours.dila != theirs.dila:
        return True
    numbers = (ours.rna, theirs.rna)
    return ours.rna != theirs.rna and all(one.startswith("W") for one in numbers)


def _is_close(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(name_key(one), name_key(other))) >= ALIKE


def _same_place(one: Address, other: Address) -> bool:
    """Tell whether two addresses are in one commune, as far as they say; silence is agreement.

    Several communes share a postal code, and one commune has several with CEDEX: the name counts
    before it.
    """
    pairs: Iterable[tuple[str, str]] = (
        (one.insee_code, other.insee_code),
        (_city_key(one.city), _city_key(other.city)),
        (one.postal_code, other.postal_code),
    )
    return next((ours == theirs for ours, theirs in pairs if ours and theirs), True)


def _city_key(city: str) -> str:
    words = name_key(city).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(one, one) for one in words)


def _same_lines(one: Address, other: Address) -> bool:
    ours, theirs = _lines_key(one), _lines_key(other)
    return not ours or not theirs or ours == theirs


def _lines_key(address: Address) -> str:
    return name_key(" ".join(address.lines))
