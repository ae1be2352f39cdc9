"""Listings as the domain sees them, and as the table holds them."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import Row

from ctg_desktop.db.fields import fields_of
from ctg_desktop.db.tables import ListingRecord
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Consent, Coverage, ExternalIds, Listing, ListingKind

T = TypeVar("T")

# Fields whose column has the same name and the same plain value.
_SAME = (
    "id",
    "category",
    "name",
    "summary",
    "description",
    "description_en",
    "website",
    "opening_hours",
    "audience",
    "price",
    "conditions",
    "accessibility",
    "verified_on",
    "closed_until",
    "picture",
    "picture_alt",
    "source",
    "published",
)

# What ``listing_of`` needs of a row.
WHOLE = tuple(getattr(ListingRecord, field.key) for field in fields_of(ListingRecord))


def columns_of(listing: Listing) -> dict[str, Any]:
    """Return the value of each column that a listing decides."""
    values = {key: getattr(listing, key) for key in _SAME}
    address, ids = listing.address, listing.external_ids
    values.update(
        kind=listing.kind.value,
        coverage=listing.coverage.value,
        themes=list(listing.themes),
        organisers=list(listing.organisers),
        phones=_plain(listing.phones),
        emails=_plain(listing.emails),
        contact_persons=_plain(listing.contact_persons),
        consents=_plain(listing.consents),
        address_lines=list(address.lines),
        postal_code=address.postal_code,
        city=address.city,
        insee_code=address.insee_code,
        delegated_commune=address.delegated_commune,
        rna=ids.rna,
        siret=ids.siret,
        dila=ids.dila,
    )
    return values


def _plain(items: tuple[object, ...]) -> list[Any]:
    """Return what JSON reads back: lists, never tuples, so that equal values are equal."""
    return [msgspec.to_builtins(item) for item in items]


def listing_of(record: ListingRecord | Row[Any]) -> Listing:
    """Return the listing that a record, or a row with its columns, holds."""
    return Listing(
        kind=ListingKind(record.kind),
        coverage=Coverage(record.coverage),
        themes=tuple(record.themes),
        organisers=tuple(record.organisers),
        phones=_typed(record.phones, tuple[Phone, ...]),
        emails=_typed(record.emails, tuple[Email, ...]),
        contact_persons=_typed(record.contact_persons, tuple[ContactPerson, ...]),
        consents=_typed(record.consents, tuple[Consent, ...]),
        address=Address(
            lines=tuple(record.address_lines),
            postal_code=record.postal_code,
            city=record.city,
            insee_code=record.insee_code,
            delegated_commune=record.delegated_commune,
        ),
        external_ids=ExternalIds(rna=record.rna, siret=record.siret, dila=record.dila),
        **{key: getattr(record, key) for key in _SAME},
    )


def _typed(plain: list[Any], kind: type[tuple[T, ...]]) -> tuple[T, ...]:
    return msgspec.convert(plain, kind) if plain else ()
