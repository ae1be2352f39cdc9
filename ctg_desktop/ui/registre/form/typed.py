"""What stands in the fields of the form, and how it becomes an entry again.

What is typed is kept as it was typed: a draft gives it back letter for letter, and a field that
nobody touched never changes the entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Quality,
    RegisterContact,
    RegisterEntry,
    Request,
)

Typed = dict[str, Any]
"""Field → what stands in it: texts, truths, and lists of rows of texts. JSON-able."""

_PLAIN = ("last_name", "first_names", "postal_code", "city", "phone")
_ASKED = ("in_writing", "proof")
_THIRD = {
    "third_name": "name",
    "third_quality": "quality",
    "third_phone": "phone",
    "third_address": "address",
}
_CONTACT = ("name", "quality", "phone", "address")


def typed_from(entry: RegisterEntry) -> Typed:
    """Return what the form shows of an entry."""
    asked = entry.request
    return {
        **{name: getattr(entry, name) for name in _PLAIN},
        **{name: getattr(asked, name) for name in _ASKED},
        **{name: getattr(asked.third_party, field) for name, field in _THIRD.items()},
        "phone": wording.phone(entry.phone),
        "third_phone": wording.phone(asked.third_party.phone),
        "asked_on": _day_text(asked.on),
        "asked_by": asked.by.value,
        "birth_date": _day_text(entry.birth_date),
        "quality": entry.quality.value,
        "address_lines": "\n".join(entry.address),
        "home_services": [_row(one) for one in entry.home_services],
        "to_warn": [_row(one) for one in entry.to_warn],
    }


def to_entry(typed: Typed, base: RegisterEntry, today: date) -> RegisterEntry:
    """Return the entry that was typed; what was not touched keeps its stored value.

    Args:
        typed: What stands in the fields.
        base: The entry as it is stored, or an empty one.
        today: The day it was typed on, for dates without a year.

    Raises:
        UserError: ``date-invalid`` or ``date-weekday-wrong`` for one field. The rules of an entry
            are checked when it is saved, not here.
    """
    shown = typed_from(base)
    touched = {name: value for name, value in typed.items() if value != shown[name]}
    plain = {name: touched[name] for name in _PLAIN if name in touched}
    read = {
        _FIELDS.get(name, name): reader(touched[name], today)
        for name, reader in _READERS.items()
        if name in touched
    }
    return replace(base, **plain, **read, request=_request(touched, base.request, today))


def _request(touched: Typed, asked: Request, today: date) -> Request:
    plain = {name: touched[name] for name in _ASKED if name in touched}
    third = {field: touched[name] for name, field in _THIRD.items() if name in touched}
    on, by = asked.on, asked.by
    if "asked_on" in touched:
        on = _read_day(touched["asked_on"], today, "asked_on") or date.min
    if "asked_by" in touched:
        by = AskedBy(touched["asked_by"])
    return replace(asked, on=on, by=by, third_party=replace(asked.third_party, **third), **plain)


def _day_text(value: date | None) -> str:
    return "" if value is None or value == date.min else wording.day(value)


def _row(contact: RegisterContact) -> dict[str, str]:
    row = {name: getattr(contact, name) for name in _CONTACT}
    return {**row, "phone": wording.phone(contact.phone)}


def _read_day(text: str, today: date, field: str) -> date | None:
    return wording.parse_day(text, today, field=field, past=True) if text.strip() else None


def _read_contacts(rows: list[dict[str, str]], _today: date) -> tuple[RegisterContact, ...]:
    return tuple(RegisterContact(**{name: row.get(name, "") for name in _CONTACT}) for row in rows)


_FIELDS = {"address_lines": "address"}
_READERS: dict[str, Callable[[Any, date], Any]] = {
    "birth_date": lambda text, today: _read_day(text, today, "birth_date"),
    "quality": lambda code, _today: Quality(code),
    "address_lines": lambda text, _today: tuple(filter(None, map(str.strip, text.split("\n")))),
    "home_services": _read_contacts,
    "to_warn": _read_contacts,
}
