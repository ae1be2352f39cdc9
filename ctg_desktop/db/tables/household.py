"""New families."""

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
from ctg_desktop.domain.families.household import Role
from ctg_desktop.domain.text import fold


class HouseholdRecord(Journaled, Base):
    """One household; persons and ways to reach it as JSON, what lists ask for as columns."""

    __tablename__ = "household"
    ENTITY: ClassVar[str] = "household"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    arrival_date: Mapped[dt.date | None] = mapped_column(Date)
    place: Mapped[str] = mapped_column(Text, info=DERIVED)
    place_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    referent: Mapped[str] = mapped_column(Text)
    referent_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    isolated: Mapped[bool]
    adults: Mapped[int] = mapped_column(info=DERIVED)
    children: Mapped[int] = mapped_column(info=DERIVED)
    needs: Mapped[list[Any]] = mapped_column(JSON)
    languages: Mapped[list[Any]] = mapped_column(JSON)
    informed_on: Mapped[dt.date | None] = mapped_column(Date)
    objected_on: Mapped[dt.date | None] = mapped_column(Date)
    left_on: Mapped[dt.date | None] = mapped_column(Date)
    call_back_on: Mapped[dt.date | None] = mapped_column(Date)
    letter_on: Mapped[dt.date | None] = mapped_column(Date, info=known_as("welcome.letter_on"))
    booklet_on: Mapped[dt.date | None] = mapped_column(Date, info=known_as("welcome.booklet_on"))
    visit_on: Mapped[dt.date | None] = mapped_column(Date, info=known_as("welcome.visit_on"))
    invited_on: Mapped[dt.date | None] = mapped_column(Date, info=known_as("welcome.invited_on"))
    invited_to: Mapped[str] = mapped_column(Text, info=known_as("welcome.invited_to"))
    last_contact: Mapped[dt.date | None] = mapped_column(Date)
    kept_until: Mapped[dt.date | None] = mapped_column(Date)
    kept_because: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[str] = mapped_column(String(32), info=DERIVED)
    known_through: Mapped[str] = mapped_column(String(32))
    isolated_through: Mapped[str] = mapped_column(Text)
    postal_code: Mapped[str] = mapped_column(String(5), info=known_as("address.postal_code"))
    city: Mapped[str] = mapped_column(Text, info=known_as("address.city"))
    insee_code: Mapped[str] = mapped_column(String(5), info=known_as("address.insee_code"))
    delegated_commune: Mapped[str] = mapped_column(Text, info=known_as("address.delegated_commune"))
    address_lines: Mapped[list[Any]] = mapped_column(JSON, info=known_as("address.lines"))
    phones: Mapped[list[Any]] = mapped_column(JSON)
    emails: Mapped[list[Any]] = mapped_column(JSON)
    persons: Mapped[list[Any]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        # Holds all that the views ask for, so that the wide rows are not read.
        Index(
            "ix_household_list",
            "arrival_date",
            "name_folded",
            "id",
            "left_on",
            "objected_on",
            "call_back_on",
            "last_contact",
            "kept_until",
            "booklet_on",
            "visit_on",
            "informed_on",
            "isolated",
        ),
        Index(None, "name_folded"),
        Index(None, "place_folded"),
    )

    @classmethod
    def derived(cls, values: Values, at: str) -> dict[str, Any]:
        """Compute what lists show and sort by."""
        place = next(iter(values["address_lines"]), values["city"])
        children = sum(one["role"] == Role.CHILD.value for one in values["persons"])
        return {
            "name_folded": fold(values["name"]),
            "place": place,
            "place_folded": fold(place),
            "referent_folded": fold(values["referent"]),
            "adults": len(values["persons"]) - children,
            "children": children,
            "updated_at": at,
        }

    @classmethod
    def search_text(cls, values: Values) -> SearchText:
        """Return the words that a household is looked for by: never its notes."""
        persons = (f"{one['first_name']} {one['last_name']}" for one in values["persons"])
        words = (
            *persons,
            *values["address_lines"],
            values["postal_code"],
            values["city"],
            values["delegated_commune"],
            values["referent"],
            *(one["address"] for one in values["emails"]),
        )
        return SearchText(
            title=values["name_folded"],
            body=fold("\n".join(filter(None, words))),
            numbers=" ".join(searchable_number(one["number"]) for one in values["phones"]),
        )
