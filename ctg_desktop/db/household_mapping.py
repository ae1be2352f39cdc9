"""Households as the domain sees them, and as the table holds them."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import Row

from ctg_desktop.db.fields import fields_of
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import (
    Household,
    KnownThrough,
    Person,
    ReachableEmail,
    ReachablePhone,
    WelcomeChecklist,
)

T = TypeVar("T")

# Fields whose column has the same name and the same plain value.
_SAME = (
    "id",
    "name",
    "arrival_date",
    "isolated",
    "isolated_through",
    "referent",
    "informed_on",
    "objected_on",
    "left_on",
    "call_back_on",
    "last_contact",
    "kept_until",
    "kept_because",
    "note",
)
_WELCOME = ("letter_on", "booklet_on", "visit_on", "invited_on", "invited_to")

# What ``household_of`` needs of a row.
WHOLE = tuple(getattr(HouseholdRecord, field.key) for field in fields_of(HouseholdRecord))

# What figures without names need of a row.
COUNTED = tuple(
    getattr(HouseholdRecord, key)
    for key in ("arrival_date", "isolated", "needs", "languages", "persons", *_WELCOME)
)


def columns_of(household: Household) -> dict[str, Any]:
    """Return the value of each column that a household decides."""
    address, welcome = household.address, household.welcome
    return {
        **{key: getattr(household, key) for key in _SAME},
        **{key: getattr(welcome, key) for key in _WELCOME},
        "known_through": household.known_through.value,
        "needs": list(household.needs),
        "languages": list(household.languages),
        "phones": _plain(household.phones),
        "emails": _plain(household.emails),
        "persons": _plain(household.persons),
        "address_lines": list(address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        "insee_code": address.insee_code,
        "delegated_commune": address.delegated_commune,
    }


def household_of(record: HouseholdRecord | Row[Any]) -> Household:
    """Return the household that a record, or a row with its columns, holds."""
    return Household(
        known_through=KnownThrough(record.known_through),
        needs=tuple(record.needs),
        languages=tuple(record.languages),
        phones=_typed(record.phones, tuple[ReachablePhone, ...]),
        emails=_typed(record.emails, tuple[ReachableEmail, ...]),
        persons=_typed(record.persons, tuple[Person, ...]),
        welcome=WelcomeChecklist(**{key: getattr(record, key) for key in _WELCOME}),
        address=Address(
            lines=tuple(record.address_lines),
            postal_code=record.postal_code,
            city=record.city,
            insee_code=record.insee_code,
            delegated_commune=record.delegated_commune,
        ),
        **{key: getattr(record, key) for key in _SAME},
    )


def counted_of(row: Row[Any]) -> Household:
    """Return a household without its name and all else that figures do not count."""
    return Household(
        arrival_date=row.arrival_date,
        isolated=row.isolated,
        needs=tuple(row.needs),
        languages=tuple(row.languages),
        persons=_typed(row.persons, tuple[Person, ...]),
        welcome=WelcomeChecklist(**{key: getattr(row, key) for key in _WELCOME}),
    )


def _plain(items: tuple[object, ...]) -> list[Any]:
    """Return what JSON reads back: lists, never tuples, so that equal values are equal."""
    read_back: list[Any] = msgspec.json.decode(msgspec.json.encode(items))
    return read_back


def _typed(plain: list[Any], kind: type[tuple[T, ...]]) -> tuple[T, ...]:
    return msgspec.convert(plain, kind) if plain else ()
