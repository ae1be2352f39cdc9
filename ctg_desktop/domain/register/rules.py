"""What an entry of the register must be before it is kept, and what a person should look at.

Only what the code says without doubt is refused. Ages and missing details are said and left to the
person: a register is declared, and the mayor asks for no proof of what makes somebody eligible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from ctg_desktop.domain import text
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Quality,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.errors import UserError

LEAST_AGE = {Quality.ELDERLY: 65, Quality.UNFIT: 60, Quality.DISABLED: 18}
"""Years on the day of the request."""

CONTACTS_LIMIT = 5
ADDRESS_LIMIT = 6

_OLDEST = 125
_POSTAL_CODE = re.compile(r"\d{5}")


class RegisterWarning(StrEnum):
    """What only a person can judge."""

    BIRTH_DATE_MISSING = "birth-date-missing"
    TOO_YOUNG = "too-young"
    """For the quality given, on the day of the request."""
    FIRST_NAMES_MISSING = "first-names-missing"
    ADDRESS_MISSING = "address-missing"
    PHONE_MISSING = "phone-missing"
    PROOF_MISSING = "proof-missing"
    """Nobody says where the paper of the third party is."""
    REGISTERED_TWICE = "registered-twice"
    """Somebody of this name is in the register."""
    OBJECTED_BEFORE = "objected-before"
    """Somebody of this name said no."""


def checked_entry(entry: RegisterEntry, today: date) -> RegisterEntry:
    """Return an entry as it is kept, or refuse it for one field.

    Raises:
        UserError: ``register-name-missing``; ``register-asked-orally``: a third party asks in
            writing (R121-4); ``register-third-party-name-missing``,
            ``register-third-party-quality-missing``; ``register-request-day-missing``,
            ``register-day-to-come``, ``date-out-of-range``; ``text-too-long``, ``too-many-items``,
            ``phone-invalid``, ``postal-code-invalid``; ``field`` says where.
    """
    last_name = text.line(entry.last_name, "last_name")
    if not last_name:
        raise UserError("register-name-missing", field="last_name")
    return replace(
        entry,
        last_name=last_name,
        first_names=text.line(entry.first_names, "first_names"),
        birth_date=_birth_date(entry.birth_date, today),
        address=_address(entry.address),
        postal_code=_postal_code(entry.postal_code),
        city=text.line(entry.city, "city"),
        phone=_phone(entry.phone, "phone"),
        home_services=_contacts(entry.home_services, "home_services"),
        to_warn=_contacts(entry.to_warn, "to_warn"),
        request=_request(entry.request, today),
    )


def warnings_of(entry: RegisterEntry) -> tuple[RegisterWarning, ...]:
    """Return what a person should look at before an entry is kept."""
    return tuple(_warnings(entry))


def age_on(birth_date: date, day: date) -> int:
    """Return completed years; whoever was born on 29 February has their birthday on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def past_day(day: date, field: str, today: date, *, earliest: date = date.min) -> date:
    """Return a day on which something happened.

    Raises:
        UserError: ``register-day-to-come``; ``register-day-too-early`` with the first day that is
            possible.
    """
    if day > today:
        raise UserError("register-day-to-come", field=field)
    if day < earliest:
        raise UserError("register-day-too-early", field=field, earliest=f"{earliest:%d/%m/%Y}")
    return day


def _warnings(entry: RegisterEntry) -> Iterator[RegisterWarning]:
    asked = entry.request
    if entry.birth_date is None:
        yield RegisterWarning.BIRTH_DATE_MISSING
    elif age_on(entry.birth_date, asked.on) < LEAST_AGE[entry.quality]:
        yield RegisterWarning.TOO_YOUNG
    if not entry.first_names:
        yield RegisterWarning.FIRST_NAMES_MISSING
    if not entry.address:
        yield RegisterWarning.ADDRESS_MISSING
    if not entry.phone:
        yield RegisterWarning.PHONE_MISSING
    if asked.by is AskedBy.THIRD_PARTY and not asked.proof:
        yield RegisterWarning.PROOF_MISSING


def _request(asked: Request, today: date) -> Request:
    third_party = _contact(asked.third_party, "request.third_party")
    if asked.by is AskedBy.PERSON:
        third_party = RegisterContact()
    if asked.by is AskedBy.THIRD_PARTY:
        _check_third_party(asked, third_party)
    return replace(
        asked,
        on=_request_day(asked.on, today),
        proof=text.line(asked.proof, "request.proof"),
        third_party=third_party,
    )


def _check_third_party(asked: Request, third_party: RegisterContact) -> None:
    if not asked.in_writing:
        raise UserError("register-asked-orally", field="request.in_writing")
    if not third_party.name:
        raise UserError("register-third-party-name-missing", field="request.third_party.name")
    if not third_party.quality:
        raise UserError("register-third-party-quality-missing", field="request.third_party.quality")


def _request_day(day: date, today: date) -> date:
    if day == date.min:
        raise UserError("register-request-day-missing", field="request.on")
    if day.year not in YEARS:
        raise UserError("date-out-of-range", field="request.on", year=day.year)
    return past_day(day, "request.on", today)


def _birth_date(day: date | None, today: date) -> date | None:
    if day is None:
        return None
    if day.year < today.year - _OLDEST:
        raise UserError("date-out-of-range", field="birth_date", year=day.year)
    return past_day(day, "birth_date", today)


def _address(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) > ADDRESS_LIMIT:
        raise UserError("too-many-items", field="address", limit=ADDRESS_LIMIT)
    cleaned = (text.line(one, f"address.{index}") for index, one in enumerate(lines))
    return tuple(one for one in cleaned if one)


def _postal_code(typed: str) -> str:
    code = text.line(typed, "postal_code").replace(" ", "")
    if code and not _POSTAL_CODE.fullmatch(code):
        raise UserError("postal-code-invalid", field="postal_code", value=code[:20])
    return code


def _phone(typed: str, field: str) -> str:
    number = text.line(typed, field)
    return parse_phone(number, field) if number else ""


def _contacts(contacts: tuple[RegisterContact, ...], field: str) -> tuple[RegisterContact, ...]:
    if len(contacts) > CONTACTS_LIMIT:
        raise UserError("too-many-items", field=field, limit=CONTACTS_LIMIT)
    cleaned = (_contact(one, f"{field}.{index}") for index, one in enumerate(contacts))
    return tuple(one for one in cleaned if one != RegisterContact())


def _contact(contact: RegisterContact, field: str) -> RegisterContact:
    return RegisterContact(
        name=text.line(contact.name, f"{field}.name"),
        quality=text.line(contact.quality, f"{field}.quality"),
        phone=_phone(contact.phone, f"{field}.phone"),
        address=text.line(contact.address, f"{field}.address"),
    )
