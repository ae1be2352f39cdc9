"""What stands in the fields of the form, and how it becomes a listing again.

What is typed is kept as it was typed: a draft gives it back letter for letter, and a field that
nobody touched never changes the listing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ctg_desktop.domain import opening_hours, wording
from ctg_desktop.domain.contact import ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Consent, ConsentItem, Coverage, Listing, ListingKind
from ctg_desktop.domain.text import clean

Typed = dict[str, Any]
"""Field → what stands in it: texts, truths, and lists of rows of texts. JSON-able."""

_PLAIN = (
    "category",
    "name",
    "summary",
    "description",
    "description_en",
    "website",
    "audience",
    "price",
    "conditions",
    "accessibility",
    "picture",
    "picture_alt",
    "source",
    "published",
)
_ADDRESS = ("postal_code", "city", "insee_code", "delegated_commune")
_EXTERNAL = ("rna", "siret", "dila")


def typed_from(listing: Listing) -> Typed:
    """Return what the form shows of a listing."""
    address, external = listing.address, listing.external_ids
    return {
        **{name: getattr(listing, name) for name in _PLAIN},
        **{name: getattr(address, name) for name in _ADDRESS},
        **{name: getattr(external, name) for name in _EXTERNAL},
        "kind": listing.kind.value,
        "coverage": listing.coverage.value,
        "themes": list(listing.themes),
        "organisers": list(listing.organisers),
        "address_lines": "\n".join(address.lines),
        "opening_hours": opening_hours.editable(listing.opening_hours),
        "phones": [
            _phone_row(one.number, one.label, private=one.private) for one in listing.phones
        ],
        "emails": [
            _email_row(one.address, one.label, private=one.private) for one in listing.emails
        ],
        "contact_persons": [_person_row(one) for one in listing.contact_persons],
        "consents": [_consent_row(one) for one in listing.consents],
        "verified_on": _day(listing.verified_on),
        "closed_until": _day(listing.closed_until),
    }


def changed(typed: Typed, base: Listing) -> Typed:
    """Return only what differs from a listing: what a draft keeps."""
    shown = typed_from(base)
    return {name: value for name, value in typed.items() if value != shown[name]}


def with_changes(base: Listing, changes: Mapping[str, Any]) -> Typed:
    """Return what the form shows of a listing with a draft's changes; unknown names are left."""
    shown = typed_from(base)
    return {name: changes.get(name, value) for name, value in shown.items()}


def to_listing(typed: Typed, base: Listing, today: date) -> Listing:
    """Return the listing that was typed; what was not touched keeps its stored value.

    Args:
        typed: What stands in the fields.
        base: The listing as it is stored, or an empty one.
        today: The day it was typed on, for dates without a year.

    Raises:
        UserError: ``date-invalid`` or ``date-weekday-wrong`` for one field. The rules of a
            listing are checked when it is saved, not here.
    """
    touched = changed(typed, base)
    simple = {name: touched[name] for name in _PLAIN if name in touched}
    address = {name: touched[name] for name in _ADDRESS if name in touched}
    external = {name: touched[name] for name in _EXTERNAL if name in touched}
    if "address_lines" in touched:
        address["lines"] = tuple(filter(None, map(str.strip, touched["address_lines"].split("\n"))))
    read = {
        name: reader(touched[name], today) for name, reader in _READERS.items() if name in touched
    }
    return replace(
        base,
        **simple,
        **read,
        address=replace(base.address, **address),
        external_ids=replace(base.external_ids, **external),
    )


def filled_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows in which something was typed; ticks and choices alone do not count."""
    return [
        row for row in rows if any(isinstance(one, str) and one.strip() for one in row.values())
    ]


def _phone_row(number: str, label: str, *, private: bool) -> dict[str, Any]:
    return {"number": wording.phone(number), "label": label, "private": private}


def _email_row(address: str, label: str, *, private: bool) -> dict[str, Any]:
    return {"address": address, "label": label, "private": private}


def _person_row(person: ContactPerson) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "phone": wording.phone(person.phone),
        "email": person.email,
    }


def _consent_row(consent: Consent) -> dict[str, Any]:
    return {
        "item": consent.item.value,
        "given_on": _day(consent.given_on),
        "proof": consent.proof,
    }


def _day(value: date | None) -> str:
    return "" if value is None else wording.day(value)


def _read_day(text: str, today: date, field: str, *, past: bool) -> date | None:
    return wording.parse_day(text, today, field=field, past=past) if text.strip() else None


def _read_hours(text: str, _today: date) -> str:
    return opening_hours.parse_typed(clean(text)).osm


def _read_consents(rows: list[dict[str, Any]], today: date) -> tuple[Consent, ...]:
    return tuple(
        Consent(
            ConsentItem(row["item"]),
            wording.parse_day(row["given_on"], today, field=f"consents.{at}.given_on", past=True),
            row["proof"],
        )
        for at, row in enumerate(rows)
    )


_READERS: dict[str, Callable[[Any, date], Any]] = {
    "kind": lambda value, _today: ListingKind(value),
    "coverage": lambda value, _today: Coverage(value),
    "themes": lambda value, _today: tuple(value),
    "organisers": lambda value, _today: tuple(value),
    "opening_hours": _read_hours,
    "phones": lambda rows, _today: tuple(Phone(**row) for row in filled_rows(rows)),
    "emails": lambda rows, _today: tuple(Email(**row) for row in filled_rows(rows)),
    "contact_persons": lambda rows, _: tuple(ContactPerson(**row) for row in filled_rows(rows)),
    "consents": _read_consents,
    "verified_on": lambda text, today: _read_day(text, today, "verified_on", past=True),
    "closed_until": lambda text, today: _read_day(text, today, "closed_until", past=False),
}
