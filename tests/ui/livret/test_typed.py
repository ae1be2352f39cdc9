from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.listing import (
    Consent,
    ConsentItem,
    Coverage,
    ExternalIds,
    Listing,
    ListingKind,
)
from ctg_desktop.errors import UserError
from ctg_desktop.ui.livret.form.printed_words import needs_consent, printed_words
from ctg_desktop.ui.livret.form.typed import to_listing, typed_from

TODAY = date(2026, 11, 23)
TEXT = st.text(max_size=12)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))

LISTINGS = st.builds(
    Listing,
    id=st.just("x"),
    kind=st.sampled_from(ListingKind),
    coverage=st.sampled_from(Coverage),
    themes=st.lists(TEXT, max_size=2).map(tuple),
    name=TEXT,
    summary=TEXT,
    description=TEXT,
    address=st.builds(Address, st.lists(TEXT, max_size=3).map(tuple), TEXT, TEXT, TEXT, TEXT),
    phones=st.lists(st.builds(Phone, TEXT, TEXT, st.booleans()), max_size=3).map(tuple),
    emails=st.lists(st.builds(Email, TEXT, TEXT, st.booleans()), max_size=3).map(tuple),
    opening_hours=st.sampled_from(["", "Mo-Fr 09:00-12:30", '"sur rendez-vous"', "n’importe quoi"]),
    contact_persons=st.lists(st.builds(ContactPerson, TEXT, TEXT, TEXT, TEXT), max_size=2).map(
        tuple
    ),
    consents=st.lists(
        st.builds(Consent, st.sampled_from(ConsentItem), st.dates(), TEXT), max_size=3
    ).map(tuple),
    external_ids=st.builds(ExternalIds, TEXT, TEXT, TEXT),
    verified_on=DAYS,
    closed_until=DAYS,
    published=st.booleans(),
)


@given(LISTINGS)
def test_what_nobody_touches_never_changes(listing: Listing) -> None:
    assert to_listing(typed_from(listing), listing, TODAY) == listing


@given(LISTINGS, TEXT)
def test_one_touched_field_changes_alone(listing: Listing, text: str) -> None:
    typed = {**typed_from(listing), "summary": text}
    changed = to_listing(typed, listing, TODAY)
    assert changed.summary == text
    assert to_listing({**typed, "summary": listing.summary}, listing, TODAY) == listing


def test_typed_values_become_what_is_stored() -> None:
    typed = typed_from(Listing()) | {
        "name": "Foyer",
        "opening_hours": "lun-ven 9h-12h30",
        "address_lines": "2, place de la Halle\n\n  Bâtiment B ",
        "postal_code": "86400",
        "phones": [{"number": "05 49 00 98 76", "label": "accueil", "private": True}],
        "consents": [{"item": "name", "given_on": "3/9", "proof": "signé"}],
        "closed_until": "30/12",
        "kind": "resource-person",
        "published": False,
    }
    listing = to_listing(typed, Listing(), TODAY)
    assert listing.opening_hours == "Mo-Fr 09:00-12:30"
    assert listing.address.lines == ("2, place de la Halle", "Bâtiment B")
    assert listing.phones == (Phone("05 49 00 98 76", "accueil", private=True),)
    assert listing.consents == (Consent(ConsentItem.NAME, date(2026, 9, 3), "signé"),)
    assert listing.closed_until == date(2026, 12, 30)
    assert (listing.kind, listing.published) == (ListingKind.RESOURCE_PERSON, False)


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("closed_until", "bientôt", "closed_until"),
        ("verified_on", "32/13", "verified_on"),
        (
            "consents",
            [{"item": "name", "given_on": "", "proof": ""}],
            "consents.0.given_on",
        ),
    ],
)
def test_days_that_are_none_are_refused_at_their_field(
    field: str, value: object, where: str
) -> None:
    with pytest.raises(UserError) as refused:
        to_listing(typed_from(Listing()) | {field: value}, Listing(), TODAY)
    assert (refused.value.code, refused.value.field) == ("date-invalid", where)


def test_consequence_of_agreements_is_said() -> None:
    person = Listing(
        kind=ListingKind.RESOURCE_PERSON,
        name="Denise Moreau",
        phones=(Phone("+33639981212"),),
        address=Address(("Le Bourg",)),
    )
    assert needs_consent(person)
    assert "il manque l’accord" in printed_words(person)
    agreed = (Consent(ConsentItem.NAME, TODAY), Consent(ConsentItem.PHONE, TODAY))
    said = printed_words(Listing(**{**_fields(person), "consents": agreed}))
    assert said.startswith("Sera imprimé\xa0: le nom et le téléphone.")
    assert "faute d’accord\xa0: l’adresse" in said


def test_private_phone_of_an_organisation_is_said_too() -> None:
    club = Listing(
        kind=ListingKind.ASSOCIATION,
        name="Club",
        phones=(Phone("+33549000000"), Phone("+33639981212", private=True)),
    )
    assert needs_consent(club)
    assert "un téléphone (privé, sans accord)" in printed_words(club)
    assert not needs_consent(Listing(kind=ListingKind.ASSOCIATION, phones=(Phone("15"),)))


def _fields(listing: Listing) -> dict[str, object]:
    return {name: getattr(listing, name) for name in Listing.__dataclass_fields__}
