"""What stands in the fields of the form, and how it becomes a household again.

What is typed is kept as it was typed: a draft gives it back letter for letter, and a field that
nobody touched never changes the household.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
)
from ctg_desktop.domain.families.languages import parse_languages, typed_languages
from ctg_desktop.errors import UserError

Typed = dict[str, Any]
"""Field → what stands in it: texts, truths, and lists of rows of texts. JSON-able."""

_PLAIN = ("name", "isolated", "isolated_through", "referent", "note")
_ADDRESS = ("postal_code", "city", "insee_code", "delegated_commune")
PAST_DAYS = ("arrival_date", "informed_on", "objected_on", "left_on")
_DAYS = (*PAST_DAYS, "call_back_on")


def typed_from(household: Household) -> Typed:
    """Return what the form shows of a household."""
    address = household.address
    return {
        **{name: getattr(household, name) for name in _PLAIN},
        **{name: getattr(address, name) for name in _ADDRESS},
        **{name: day_text(getattr(household, name)) for name in _DAYS},
        "known_through": household.known_through.value,
        "address_lines": "\n".join(address.lines),
        "languages": typed_languages(household.languages),
        "needs": list(household.needs),
        "persons": [_person_row(one) for one in household.persons],
        "phones": [
            {"number": wording.phone(one.number), **_consent_rows(one.consents)}
            for one in household.phones
        ],
        "emails": [
            {"address": one.address, **_consent_rows(one.consents)} for one in household.emails
        ],
    }


def to_household(typed: Typed, base: Household, today: date) -> Household:
    """Return the household that was typed; what was not touched keeps its stored value.

    Args:
        typed: What stands in the fields.
        base: The household as it is stored, or an empty one.
        today: The day it was typed on, for dates without a year.

    Raises:
        UserError: ``date-invalid``, ``date-weekday-wrong``, ``language-unknown`` or
            ``birth-year-invalid`` for one field. The rules of a household are checked when it is
            saved, not here.
    """
    shown = typed_from(base)
    touched = {name: value for name, value in typed.items() if value != shown[name]}
    simple = {name: touched[name] for name in _PLAIN if name in touched}
    address = {name: touched[name] for name in _ADDRESS if name in touched}
    if "address_lines" in touched:
        address["lines"] = _lines(touched["address_lines"])
    read = {
        name: reader(touched[name], today) for name, reader in _READERS.items() if name in touched
    }
    for name in (one for one in _DAYS if one in touched):
        read[name] = _read_day(touched[name], today, name)
    changed = replace(base, **simple, **read)
    return replace(changed, address=replace(base.address, **address))


def compared(typed: Typed, base: Household) -> Household:
    """Return what tells a household from others, as far as it was typed; nothing need be right.

    Args:
        typed: What stands in the fields.
        base: The household as it is stored, or an empty one.
    """
    address = replace(base.address, lines=_lines(typed["address_lines"]), city=typed["city"])
    return Household(
        id=base.id,
        name=typed["name"],
        address=address,
        phones=tuple(ReachablePhone(row["number"]) for row in typed["phones"]),
        emails=tuple(ReachableEmail(row["address"]) for row in typed["emails"]),
        persons=tuple(Person(row["first_name"], row["last_name"]) for row in typed["persons"]),
    )


def day_text(value: date | None) -> str:
    """Return a day as the form shows it."""
    return "" if value is None else wording.day(value)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))


def _person_row(person: Person) -> dict[str, Any]:
    child = person.role is Role.CHILD
    year = "" if person.birth_year is None else str(person.birth_year)
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "child": child,
        "birth_year": year if child else "",
    }


def _consent_rows(consents: tuple[ChannelConsent, ...]) -> dict[str, Any]:
    held = [_consent_row(one) for one in consents if one.holds]
    past = [
        {**_consent_row(one), "withdrawn_on": day_text(one.withdrawn_on)}
        for one in consents
        if not one.holds
    ]
    return {"consents": held, "past": past}


def _consent_row(consent: ChannelConsent) -> dict[str, Any]:
    return {
        "purpose": consent.purpose.value,
        "given_on": day_text(consent.given_on),
        "proof": consent.proof,
    }


def _read_day(text: str, today: date, field: str) -> date | None:
    if not text.strip():
        return None
    return wording.parse_day(text, today, field=field, past=field in PAST_DAYS)


def _read_persons(rows: list[dict[str, Any]], _today: date) -> tuple[Person, ...]:
    return tuple(_read_person(row, at) for at, row in enumerate(rows))


def _read_person(row: dict[str, Any], at: int) -> Person:
    child = bool(row["child"])
    year = str(row.get("birth_year") or "").strip() if child else ""
    if year and not (year.isascii() and year.isdigit() and len(year) == len("2026")):
        raise UserError("birth-year-invalid", field=f"persons.{at}.birth_year", year=year[:20])
    return Person(
        first_name=row["first_name"],
        last_name=row["last_name"],
        role=Role.CHILD if child else Role.ADULT,
        birth_year=int(year) if year else None,
    )


def _read_phones(rows: list[dict[str, Any]], today: date) -> tuple[ReachablePhone, ...]:
    return tuple(
        ReachablePhone(row["number"], _read_consents(row, f"phones.{at}", today))
        for at, row in enumerate(rows)
    )


def _read_emails(rows: list[dict[str, Any]], today: date) -> tuple[ReachableEmail, ...]:
    return tuple(
        ReachableEmail(row["address"], _read_consents(row, f"emails.{at}", today))
        for at, row in enumerate(rows)
    )


def _read_consents(row: dict[str, Any], path: str, today: date) -> tuple[ChannelConsent, ...]:
    consents = [
        _read_consent(one, f"{path}.consents.{at}", today) for at, one in enumerate(row["consents"])
    ]
    for at, one in enumerate(row["past"]):
        given = _read_consent(one, f"{path}.past.{at}", today)
        withdrawn = wording.parse_day(one["withdrawn_on"], today, past=True)
        consents.append(replace(given, withdrawn_on=withdrawn))
    return tuple(consents)


def _read_consent(row: dict[str, Any], path: str, today: date) -> ChannelConsent:
    given = wording.parse_day(row["given_on"], today, field=f"{path}.given_on", past=True)
    return ChannelConsent(Purpose(row["purpose"]), given, row["proof"])


_READERS: dict[str, Callable[[Any, date], Any]] = {
    "known_through": lambda value, _today: KnownThrough(value),
    "languages": lambda text, _today: parse_languages(text),
    "needs": lambda codes, _today: tuple(codes),
    "persons": _read_persons,
    "phones": _read_phones,
    "emails": _read_emails,
}
