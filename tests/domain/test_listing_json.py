"""The JSON shape of a listing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.listing import (
    Consent,
    ConsentItem,
    Coverage,
    ExternalIds,
    Listing,
    ListingKind,
)
from ctg_desktop.domain.listing_json import listing_from_json, listing_to_json
from ctg_desktop.errors import UserError

FULL: dict[str, Any] = {
    "kind": "association",
    "category": "associations",
    "themes": ["volunteering"],
    "name": "Les Amis du moulin",
    "summary": "On répare la roue.",
    "description": "",
    "description_en": None,
    "address": {"lines": ["Moulin banal"], "postal_code": "86400", "city": "Valmoulin"},
    "phones": [{"number": "05 49 00 87 65", "label": "atelier", "private": False}],
    "emails": [{"address": "moulin@invention.example"}],
    "website": "",
    "opening_hours": "lun-ven 9h-12h30 14h-17h",
    "coverage": "pole",
    "contact_persons": [{"name": "Basile", "role": "président"}],
    "consents": [{"item": "phone", "given_on": "2026-01-10", "proof": "formulaire"}],
    "external_ids": {"rna": "W863000000"},
    "verified_on": "2026-09-03",
    "closed_until": None,
    "published": True,
}


def test_reading() -> None:
    assert listing_from_json(FULL) == Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        themes=("volunteering",),
        name="Les Amis du moulin",
        summary="On répare la roue.",
        address=Address(("Moulin banal",), "86400", "Valmoulin"),
        phones=(Phone("05 49 00 87 65", "atelier"),),
        emails=(Email("moulin@invention.example"),),
        opening_hours="Mo-Fr 09:00-12:30,14:00-17:00",
        coverage=Coverage.POLE,
        contact_persons=(ContactPerson("Basile", "président"),),
        consents=(Consent(ConsentItem.PHONE, date(2026, 1, 10), "formulaire"),),
        external_ids=ExternalIds(rna="W863000000"),
        verified_on=date(2026, 9, 3),
    )


def test_what_is_written_is_read_back() -> None:
    listing = listing_from_json(FULL)
    assert listing_from_json(listing_to_json(listing), base=Listing()) == listing


def test_a_change_keeps_the_rest() -> None:
    base = listing_from_json(FULL)
    changed = listing_from_json({"name": "Le Moulin", "verified_on": None}, base=base)
    assert changed.name == "Le Moulin"
    assert changed.verified_on is None
    assert changed.phones == base.phones


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ([], "json-not-an-object", ""),
        ({"nom": "x"}, "key-unknown", "nom"),
        ({"id": "mine"}, "key-unknown", "id"),
        ({"phones": [{"numero": "15"}]}, "key-unknown", "phones.0.numero"),
        ({"address": {"street": "x"}}, "key-unknown", "address.street"),
        ({"kind": "club"}, "value-invalid", "kind"),
        ({"name": 3}, "value-invalid", "name"),
        ({"verified_on": "hier"}, "value-invalid", "verified_on"),
    ],
)
def test_refusals(data: object, code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        listing_from_json(data)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_null_inside_objects_is_what_is_missing() -> None:
    listing = listing_from_json(
        {
            "id": None,
            "name": "x",
            "address": {"lines": None, "city": "Valmoulin", "insee_code": None},
            "phones": [{"number": "15", "label": None, "private": None}],
            "contact_persons": [{"name": "Basile", "role": None, "phone": None, "email": None}],
            "external_ids": {"rna": None, "siret": None, "dila": None},
        }
    )
    assert listing.address == Address(city="Valmoulin")
    assert listing.phones == (Phone("15"),)
    assert listing.contact_persons == (ContactPerson("Basile"),)
    assert listing.external_ids == ExternalIds()


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"phones": [{"number": "15"}, {"label": "x"}]}, "phones.1"),
        ({"phones": [{"number": 15}]}, "phones.0.number"),
        ({"phones": [None]}, "phones.0"),
        ({"address": {"lines": ["a", 3]}}, "address.lines.1"),
        ({"address": []}, "address"),
        ({"consents": [{"item": "name", "given_on": "hier"}]}, "consents.0.given_on"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(data: object, path: str) -> None:
    with pytest.raises(UserError) as refused:
        listing_from_json(data)
    assert (refused.value.code, refused.value.params["key"]) == ("value-invalid", path)


def test_hours_too_long_are_refused_rather_than_cut() -> None:
    with pytest.raises(UserError) as refused:
        listing_from_json({"name": "x", "opening_hours": "lun 9h-12h " * 200})
    assert (refused.value.code, refused.value.field) == ("text-too-long", "opening_hours")


def test_hours_of_march_are_not_taken_for_those_of_a_tuesday() -> None:
    march = Listing(name="Déchèterie", opening_hours="Jan,Mar 06:00-08:00")
    changed = listing_from_json({"summary": "Le matin"}, base=march)
    assert (changed.summary, changed.opening_hours) == ("Le matin", march.opening_hours)
    again = listing_from_json({**listing_to_json(march), "id": ""})
    assert again.opening_hours == march.opening_hours
    assert listing_from_json({"opening_hours": "Mar 10-12"}).opening_hours == "Tu 10:00-12:00"
    assert listing_from_json({"opening_hours": '"lun 9h-12h"'}).opening_hours == "Mo 09:00-12:00"
