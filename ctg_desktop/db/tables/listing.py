"""Listings."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import (
    DERIVED,
    Base,
    Journaled,
    SearchText,
    Values,
    known_as,
    searchable_number,
)
from ctg_desktop.domain.text import fold


class ListingRecord(Journaled, Base):
    """One listing; lists and persons as JSON, what lists sort and filter by as columns."""

    __tablename__ = "listing"
    ENTITY: ClassVar[str] = "listing"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    category: Mapped[str] = mapped_column(String(64))
    published: Mapped[bool]
    verified_on: Mapped[dt.date | None] = mapped_column(Date)
    closed_until: Mapped[dt.date | None] = mapped_column(Date)
    name: Mapped[str] = mapped_column(Text)
    name_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    place: Mapped[str] = mapped_column(Text, info=DERIVED)
    place_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    phone: Mapped[str] = mapped_column(Text, info=DERIVED)
    email: Mapped[str] = mapped_column(Text, info=DERIVED)
    updated_at: Mapped[str] = mapped_column(String(32), info=DERIVED)
    postal_code: Mapped[str] = mapped_column(String(5), info=known_as("address.postal_code"))
    city: Mapped[str] = mapped_column(Text, info=known_as("address.city"))
    insee_code: Mapped[str] = mapped_column(String(5), info=known_as("address.insee_code"))
    delegated_commune: Mapped[str] = mapped_column(Text, info=known_as("address.delegated_commune"))
    address_lines: Mapped[list[Any]] = mapped_column(JSON, info=known_as("address.lines"))
    rna: Mapped[str] = mapped_column(Text, info=known_as("external_ids.rna"))
    siret: Mapped[str] = mapped_column(Text, info=known_as("external_ids.siret"))
    dila: Mapped[str] = mapped_column(Text, info=known_as("external_ids.dila"))
    themes: Mapped[list[Any]] = mapped_column(JSON)
    coverage: Mapped[str] = mapped_column(String(32))
    summary: Mapped[str] = mapped_column(Text)
    phones: Mapped[list[Any]] = mapped_column(JSON)
    emails: Mapped[list[Any]] = mapped_column(JSON)
    contact_persons: Mapped[list[Any]] = mapped_column(JSON)
    organisers: Mapped[list[Any]] = mapped_column(JSON)
    consents: Mapped[list[Any]] = mapped_column(JSON)
    website: Mapped[str] = mapped_column(Text)
    opening_hours: Mapped[str] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(Text)
    price: Mapped[str] = mapped_column(Text)
    conditions: Mapped[str] = mapped_column(Text)
    accessibility: Mapped[str] = mapped_column(Text)
    picture: Mapped[str] = mapped_column(String(36))
    picture_alt: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    description_en: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        # Holds all that the list filters by, so that the wide rows are not read.
        Index(
            "ix_listing_list",
            "name_folded",
            "id",
            "category",
            "kind",
            "published",
            "verified_on",
            "closed_until",
        ),
        Index(None, "place_folded"),
        Index(None, "rna"),
        Index(None, "siret"),
        Index(None, "dila"),
    )

    @classmethod
    def derived(cls, values: Values, at: str) -> dict[str, Any]:
        """Compute what lists show and sort by; a private phone or e-mail is never among it."""
        place = next(iter(values["address_lines"]), values["city"])
        return {
            "name_folded": fold(values["name"]),
            "place": place,
            "place_folded": fold(place),
            "phone": _first_public(values["phones"], "number"),
            "email": _first_public(values["emails"], "address"),
            "updated_at": at,
        }

    @classmethod
    def search_text(cls, values: Values) -> SearchText:
        """Return the words of a listing; nothing of it is hidden from the vault's own search."""
        persons = (f"{one['name']} {one['role']}" for one in values["contact_persons"])
        words = (
            *values["address_lines"],
            *persons,
            *(values[column] for column in _SEARCHED),
        )
        numbers = [searchable_number(one["number"]) for one in values["phones"]]
        numbers += [values["rna"], values["siret"]]
        return SearchText(
            title=values["name_folded"],
            body=fold("\n".join(filter(None, words))),
            numbers=fold(" ".join(filter(None, numbers))),
        )


_SEARCHED = (
    "summary",
    "postal_code",
    "city",
    "delegated_commune",
    "audience",
    "conditions",
    "accessibility",
    "description",
    "description_en",
)


def _first_public(items: list[Any], key: str) -> str:
    return next((str(item[key]) for item in items if not item["private"]), "")
