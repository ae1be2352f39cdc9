"""What a listing must be, and what of it may be printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Consent, ConsentItem, ExternalIds, Listing, ListingKind
from ctg_desktop.domain.listing_rules import checked, printable
from ctg_desktop.errors import UserError

PERSON = Listing(
    kind=ListingKind.RESOURCE_PERSON,
    category="resource-persons",
    name="Agathe Invention",
    phones=(Phone("+33549000001"),),
    emails=(Email("agathe@invention.example"),),
    address=Address(("1, rue du Puits",), "86400", "Valmoulin"),
    picture="a-picture",
)
CLUB = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    name="Club d’échecs",
    phones=(Phone("+33549000002"), Phone("+33639980002", private=True)),
    emails=(Email("club@invention.example"), Email("moi@invention.example", private=True)),
    contact_persons=(ContactPerson("Basile", "président", "+33639980003", "b@invention.example"),),
)


def agreed(*items: ConsentItem) -> tuple[Consent, ...]:
    return tuple(Consent(item, date(2026, 1, 10), "formulaire signé") for item in items)


def test_values_are_stored_in_their_canonical_form() -> None:
    stored = checked(
        Listing(
            name=" Foyer  rural ",
            phones=(Phone("05 49 00 98 76"),),
            emails=(Email("mailto:foyer@invention.example"),),
            website="www.invention.example",
            address=Address((" 2, place de la Halle ", ""), "86 400", "Valmoulin"),
            external_ids=ExternalIds(siret="123 456 789 00012"),
        )
    )
    assert stored.name == "Foyer rural"
    assert stored.phones[0].number == "+33549009876"
    assert stored.emails[0].address == "foyer@invention.example"
    assert stored.website == "https://www.invention.example"
    assert stored.address == Address(("2, place de la Halle",), "86400", "Valmoulin")
    assert stored.external_ids.siret == "12345678900012"
    assert checked(stored) == stored


@pytest.mark.parametrize(
    ("listing", "code", "field"),
    [
        (Listing(name="  "), "listing-name-missing", "name"),
        (Listing(name="x", summary="y" * 281), "text-too-long", "summary"),
        (Listing(name="x", phones=(Phone("12"), Phone("zz"))), "phone-invalid", "phones.1.number"),
        (Listing(name="x", emails=(Email("a@b"),)), "email-invalid", "emails.0.address"),
        (Listing(name="x", website="javascript:alert(1)"), "website-invalid", "website"),
        (
            Listing(name="x", address=Address(postal_code="864")),
            "postal-code-invalid",
            "address.postal_code",
        ),
        (
            Listing(name="x", address=Address(insee_code="8607")),
            "insee-code-invalid",
            "address.insee_code",
        ),
        (
            Listing(name="x", external_ids=ExternalIds(siret="12")),
            "siret-invalid",
            "external_ids.siret",
        ),
        (Listing(name="x", phones=(Phone("15"),) * 51), "too-many-items", "phones"),
        (Listing(name="x", themes=("a",) * 51), "too-many-items", "themes"),
        (
            Listing(name="x", address=Address(lines=("a",) * 51)),
            "too-many-items",
            "address.lines",
        ),
        (Listing(name="x", verified_on=date(1, 1, 1)), "date-out-of-range", "verified_on"),
        (Listing(name="x", closed_until=date(9999, 12, 31)), "date-out-of-range", "closed_until"),
        (
            Listing(name="x", consents=(Consent(ConsentItem.NAME, date(9999, 1, 1)),)),
            "date-out-of-range",
            "consents.0.given_on",
        ),
    ],
)
def test_refusals_name_their_field(listing: Listing, code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(listing)
    assert (refused.value.code, refused.value.field) == (code, field)


@given(st.text(min_size=1), st.text())
def test_any_text_is_stored_stably_or_refused(name: str, website: str) -> None:
    try:
        stored = checked(Listing(name=name, website=website))
    except UserError:
        return
    assert checked(stored) == stored


def test_a_draft_is_not_printed() -> None:
    assert printable(replace(CLUB, published=False)) is None


def test_a_person_without_consent_to_the_name_is_absent() -> None:
    assert printable(PERSON) is None
    assert printable(replace(PERSON, consents=agreed(ConsentItem.PHONE))) is None


def test_each_item_of_a_person_needs_its_own_consent() -> None:
    shown = printable(replace(PERSON, consents=agreed(ConsentItem.NAME, ConsentItem.PHONE)))
    assert shown is not None
    assert shown.phones == PERSON.phones
    assert shown.emails == ()
    assert shown.address == Address()
    assert shown.picture == ""


def test_private_contacts_of_a_club_stay_private() -> None:
    shown = printable(CLUB)
    assert shown is not None
    assert shown.phones == CLUB.phones[:1]
    assert shown.emails == CLUB.emails[:1]
    assert shown.contact_persons == (ContactPerson("Basile", "président"),)


def test_a_consented_private_phone_is_printed() -> None:
    shown = printable(replace(CLUB, consents=agreed(ConsentItem.PHONE)))
    assert shown is not None
    assert shown.phones == (Phone("+33549000002"), Phone("+33639980002"))
    assert shown.contact_persons[0].phone == "+33639980003"
    assert shown.contact_persons[0].email == ""


@given(st.sets(st.sampled_from(ConsentItem)))
def test_nothing_of_a_person_is_printed_beyond_the_consents(items: set[ConsentItem]) -> None:
    shown = printable(replace(PERSON, consents=agreed(*items)))
    assert (shown is not None) == (ConsentItem.NAME in items)
    if shown is not None:
        assert bool(shown.phones) == (ConsentItem.PHONE in items)
        assert bool(shown.emails) == (ConsentItem.EMAIL in items)
        assert (shown.address != Address()) == (ConsentItem.ADDRESS in items)
        assert shown.consents == ()
