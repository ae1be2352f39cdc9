"""Values of fields, old or new, in French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from ctg_desktop.domain import opening_hours, wording
from ctg_desktop.domain.event import Event, Moment
from ctg_desktop.domain.listing import ConsentItem, Coverage
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.errors import UserError
from ctg_desktop.messages.families import CONTACT_KIND_LABELS
from ctg_desktop.messages.family_values import FAMILY_READERS, consent_words
from ctg_desktop.messages.labels import (
    CONSENT_LABELS,
    COVERAGE_LABELS,
    FIELD_LABELS,
    KIND_LABELS,
)

NOTHING = "(vide)"
_LONGEST = 600

Names = Mapping[str, str]
"""Codes of chapters and themes, ids of listings → what they are called."""


def field_words(field: str) -> str:
    """Return the name of a field; a part of a field takes the name of the whole."""
    return FIELD_LABELS.get(field) or FIELD_LABELS.get(field.partition(".")[0], field)


def value_words(field: str, value: object, names: Names, *, longest: int | None = _LONGEST) -> str:
    """Return a value of the journal as a person reads it, at most a few lines long.

    Args:
        field: Path of the field, as in the journal.
        value: Plain value: text, truth, number, list or object.
        names: What codes and ids are called.
        longest: Number of characters after which it is cut; ``None`` for never.
    """
    if value is None or value in ("", (), [], {}):
        return NOTHING
    words = _READERS.get(field, _any)(value, names)
    return words if longest is None or len(words) <= longest else f"{words[:longest]}…"


def _any(value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Mapping):
        return ", ".join(_any(one, names) for one in value.values() if one not in (None, ""))
    if isinstance(value, list | tuple):
        return "\n".join(_any(one, names) for one in value)
    return names.get(str(value), str(value))


def _moment(value: Any) -> str:
    found = _read_moment(str(value))
    return wording.moment(found) if found is not None else str(value)


def _one_moment(value: Any, _names: Names) -> str:
    return _moment(value)


def _read_moment(text: str) -> Moment | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _moments(value: Any, _names: Names) -> str:
    return "\n".join(_moment(one) for one in value)


def _phones(value: Any, _names: Names) -> str:
    return "\n".join(_marked(wording.phone(str(one.get("number", ""))), one) for one in value)


def _emails(value: Any, _names: Names) -> str:
    return "\n".join(_marked(str(one.get("address", "")), one) for one in value)


def _marked(words: str, row: Mapping[str, Any]) -> str:
    private = "privé" if row.get("private") else ""
    notes = [str(row.get("label") or ""), private, consent_words(row)]
    shown = ", ".join(filter(None, notes))
    return f"{words} ({shown})" if shown else words


def _persons(value: Any, _names: Names) -> str:
    return "\n".join(
        ", ".join(
            filter(
                None,
                (
                    one.get("name"),
                    one.get("role"),
                    wording.phone(one.get("phone") or ""),
                    one.get("email"),
                ),
            )
        )
        for one in value
    )


def _consents(value: Any, _names: Names) -> str:
    items = {item.value: CONSENT_LABELS[item] for item in ConsentItem}
    return "\n".join(
        f"{items.get(one.get('item'), one.get('item'))}, le {_moment(one.get('given_on'))}"
        for one in value
    )


def _moved(value: Any, _names: Names) -> str:
    return "\n".join(
        f"{_moment(one.get('original') or one.get('from'))} → "
        f"{_moment(one.get('start') or one.get('to'))}"
        for one in value
    )


def _rule(value: Any, _names: Names) -> str:
    try:
        return rule_to_french(Event(recurrence=str(value)))
    except UserError:
        return str(value)


def _coded(labels: Mapping[Any, str]) -> Callable[[Any, Names], str]:
    by_code = {str(code): words for code, words in labels.items()}
    return lambda value, _names: by_code.get(str(value), str(value))


_READERS: dict[str, Callable[[Any, Names], str]] = {
    "opening_hours": lambda value, _names: opening_hours.to_french(str(value)),
    **FAMILY_READERS,
    "kind": _coded({**KIND_LABELS, **CONTACT_KIND_LABELS}),
    "coverage": _coded({one.value: COVERAGE_LABELS[one] for one in Coverage}),
    "phones": _phones,
    "emails": _emails,
    "contact_persons": _persons,
    "consents": _consents,
    "verified_on": _one_moment,
    "closed_until": _one_moment,
    "start": _one_moment,
    "end": _one_moment,
    "exceptions": _moments,
    "cancelled_on": _moments,
    "moved": _moved,
    "recurrence": _rule,
    "picture": lambda _value, _names: "une image",
}
