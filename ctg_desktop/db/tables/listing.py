"""Listings."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import DERIVED, Base, Journaled, SearchText, known_as
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

    @property
    def identity(self) -> str:
        """The listing's id."""
        return self.id

    @property
    def record_name(self) -> str:
        """The listing's name."""
        return self.name

    def derive(self, at: str) -> None:
        """Compute what lists show and sort by; a private phone or e-mail is never among it."""
        self.name_folded = fold(self.name)
        self.place = next(iter(self.address_lines), self.city)
        self.place_folded = fold(self.place)
        self.phone = _first_public(self.phones, "number")
        self.email = _first_public(self.emails, "address")
        self.updated_at = at

    def search_text(self) -> SearchText:
        """Return the words of a listing; nothing of it is hidden from the vault's own search."""
        persons = (f"{one['name']} {one['role']}" for one in self.contact_persons)
        body = "\n".join(
            filter(
                None,
                (
                    self.summary,
                    *self.address_lines,
                    self.postal_code,
                    self.city,
                    self.delegated_commune,
                    *persons,
                    self.audience,
                    self.conditions,
                    self.accessibility,
                    self.description,
                    self.description_en,
                ),
            )
        )
        numbers = [searchable_number(one["number"]) for one in self.phones]
        numbers += [self.rna, self.siret]
        return SearchText(self.name_folded, fold(body), fold(" ".join(filter(None, numbers))))


def searchable_number(number: str) -> str:
    """Return a phone number as one national word and as the pairs that people type."""
    national = f"0{number[3:]}" if number.startswith("+33") else number
    pairs = " ".join(national[at : at + 2] for at in range(0, len(national), 2))
    return f"{national} {pairs}"


def _first_public(items: list[Any], key: str) -> str:
    return next((str(item[key]) for item in items if not item["private"]), "")
