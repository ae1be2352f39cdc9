"""Fields of families in French, and how their values read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealings import ReferralOutcome
from ctg_desktop.domain.families.household import KnownThrough, Purpose, Role
from ctg_desktop.domain.families.languages import language_name
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.messages.families import (
    KNOWN_LABELS,
    OUTCOME_LABELS,
    PURPOSE_LABELS,
    ROLE_LABELS,
)

FAMILY_FIELDS: dict[str, str] = {
    "arrival_date": "Arrivée le",
    "known_through": "Connue par",
    "languages": "Langues",
    "needs": "Besoins",
    "isolated": "Isolée",
    "isolated_through": "Isolement signalé par",
    "persons": "Personnes",
    "referent": "Référent",
    "informed_on": "Notice remise le",
    "objected_on": "Ne veut plus être contactée depuis le",
    "left_on": "Partie le",
    "call_back_on": "À rappeler le",
    "welcome": "Accueil",
    "welcome.letter_on": "Lettre d’accueil remise le",
    "welcome.booklet_on": "Livret remis le",
    "welcome.visit_on": "Visite le",
    "welcome.invited_on": "Invitation remise le",
    "welcome.invited_to": "Invitée à",
    "last_contact": "Dernier contact",
    "kept_until": "Gardée jusqu’au",
    "kept_because": "Gardée parce que",
    "note": "Note",
    "on": "Date",
    "text": "Texte",
    "author": "Notée par",
    "household": "Famille",
    "need": "Besoin",
    "listing": "Fiche",
    "listing_name": "Orientée vers",
    "outcome": "Suite",
    "retention_months": "Durée de conservation",
    "mask_under": "Seuil de masquage",
    "durations": "Durées",
    "given_on": "Accord donné le",
    "withdrawn_on": "Accord retiré le",
}

_NEEDS = {need.code: need.label for need in NEEDS}
_PURPOSES = {one.value: PURPOSE_LABELS[one] for one in Purpose}
_KNOWN = {one.value: KNOWN_LABELS[one] for one in KnownThrough}
_ROLES = {one.value: ROLE_LABELS[one] for one in Role}
_OUTCOMES = {one.value: OUTCOME_LABELS[one] for one in ReferralOutcome}

Names = Mapping[str, str]
Reader = Callable[[Any, Names], str]


def consent_words(reachable: Mapping[str, Any]) -> str:
    """Return what a phone or an address may be used for: "accueil (accord du 3 mars 2026)"."""
    return ", ".join(map(_consent, reachable.get("consents") or ()))


def _consent(consent: Mapping[str, Any]) -> str:
    purpose = str(consent.get("purpose"))
    said = f"accord du {_day(consent.get('given_on'))}"
    if consent.get("withdrawn_on"):
        said += f", retiré le {_day(consent['withdrawn_on'])}"
    if consent.get("proof"):
        said += f", preuve\u00a0: {consent['proof']}"
    return f"{_PURPOSES.get(purpose, purpose)} ({said})"


def _day(value: object) -> str:
    return wording.day(date.fromisoformat(str(value))) if value else "?"


def _one_day(value: Any, _names: Names) -> str:
    return _day(value)


def _persons(value: Any, _names: Names) -> str:
    """Read the members of a household, or how many a referral concerned."""
    if isinstance(value, int):
        return str(value)
    return "\n".join(", ".join(filter(None, _person(one))) for one in value)


def _person(person: Mapping[str, Any]) -> Iterator[str]:
    yield f"{person.get('first_name') or ''} {person.get('last_name') or ''}".strip()
    role = str(person.get("role"))
    yield _ROLES.get(role, role)
    if person.get("birth_year"):
        yield f"née ou né en {person['birth_year']}"


def _welcome(value: Any, _names: Names) -> str:
    words = (
        f"{FAMILY_FIELDS[f'welcome.{key}'].lower()} {_day(day) if key != 'invited_to' else day}"
        for key, day in value.items()
        if day
    )
    return "\n".join(words)


def _each(labels: Mapping[str, str]) -> Reader:
    return lambda value, _names: ", ".join(labels.get(str(one), str(one)) for one in value)


def _coded(labels: Mapping[str, str]) -> Reader:
    return lambda value, _names: labels.get(str(value), str(value))


FAMILY_READERS: dict[str, Reader] = {
    **{
        field: _one_day
        for field in FAMILY_FIELDS
        if field.endswith("_on") or field in ("arrival_date", "last_contact", "kept_until", "on")
    },
    "persons": _persons,
    "welcome": _welcome,
    "needs": _each(_NEEDS),
    "languages": lambda value, _names: ", ".join(language_name(str(one)) for one in value),
    "known_through": _coded(_KNOWN),
    "need": _coded(_NEEDS),
    "outcome": _coded(_OUTCOMES),
}
