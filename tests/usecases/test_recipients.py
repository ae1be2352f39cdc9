"""Who may be addressed, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.usecases.office import Office

TODAY = date(2026, 11, 23)
CLUB = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    name="Club de l’Écluse",
    summary="Du canoë pour tous.",
    address=Address(("Quai des Meuniers",), "86400", "Civray", delegated_commune="Saint-Œuvin"),
    phones=(Phone("05 49 00 98 76"), Phone("06 39 98 11 22", private=True)),
    emails=(Email("club@exemple.example"),),
    website="https://www.club.example/",
    contact_persons=(ContactPerson("Odile Chênevert", "présidente", "06 39 98 00 00"),),
)
PERSON = Listing(
    kind=ListingKind.RESOURCE_PERSON,
    category="resource-persons",
    name="Idris Benali",
    address=Address(("3, rue du Four",), "86400", "Civray"),
    phones=(Phone("06 39 98 33 44"),),
)


def gathered(office: Office, *listings: Listing) -> Gathered:
    for one in listings:
        office.directory.save(one)
    return office.recipients.of_directory(ListingFilter()).gather(TODAY)


def agreed(*items: ConsentItem) -> Listing:
    consents = tuple(Consent(item, date(2026, 1, 10), "formulaire") for item in items)
    return replace(PERSON, consents=consents)


def test_an_organisation_is_addressed_where_the_booklet_says(office: Office) -> None:
    (club,) = gathered(office, CLUB).addressed
    assert club.name == "Club de l’Écluse"
    assert club.attention == "Odile Chênevert, présidente"
    assert club.lines == ("Quai des Meuniers", "Saint-Œuvin", "86400 CIVRAY")
    assert club.fields["telephone"] == "05\u00a049\u00a000\u00a098\u00a076"
    assert club.fields["adresse"] == "Quai des Meuniers, 86400 Civray"
    assert club.fields["site"] == "www.club.example"
    assert club.fields["fiche"].split("\n")[:2] == ["Club de l’Écluse", "Du canoë pour tous."]


def test_what_is_private_stays_out_of_every_field(office: Office) -> None:
    (club,) = gathered(office, CLUB).recipients
    said = " ".join(club.fields.values()).replace("\u00a0", "")
    assert "0639981122" not in said
    assert "0639980000" not in said


def test_a_person_who_did_not_agree_is_withheld_by_name(office: Office) -> None:
    found = gathered(office, PERSON)
    assert found.recipients == ()
    assert found.withheld == ("Idris Benali",)


def test_a_person_is_addressed_only_where_they_agreed(office: Office) -> None:
    (named,) = gathered(office, agreed(ConsentItem.NAME)).recipients
    assert named.lines == ()
    assert "rue du Four" not in " ".join(named.fields.values())
    assert named.fields["telephone"] == ""


def test_a_person_who_agreed_to_the_address_gets_a_letter(office: Office) -> None:
    (found,) = gathered(office, agreed(ConsentItem.NAME, ConsentItem.ADDRESS)).addressed
    assert found.lines == ("3, rue du Four", "86400 CIVRAY")


def test_a_draft_is_withheld_and_no_address_is_reported(office: Office) -> None:
    found = gathered(office, replace(CLUB, published=False), replace(CLUB, address=Address()))
    assert found.withheld == ("Club de l’Écluse",)
    assert [one.lines for one in found.unaddressed] == [()]


def test_ids_keep_their_order_and_forget_what_was_deleted(office: Office) -> None:
    names = ("Zoé", "Ana", "Milo")
    ids = [office.directory.save(replace(CLUB, name=name)).listing.id for name in names]
    office.directory.delete([ids[1]])
    found = office.recipients.of_directory([*ids, ids[0], "inconnu"]).gather(TODAY)
    assert [one.name for one in found.recipients] == ["Zoé", "Milo"]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (Address((), "86400", "Civray"), ("86400 CIVRAY",)),
        (Address((" Mairie, ",), "", "L’Isle-Jourdain"), ("Mairie", "L’ISLE-JOURDAIN")),
        (Address(tuple("abcdef"), "86400", "Civray"), (*"abcdef", "86400 CIVRAY")),
    ],
)
def test_lines_of_an_envelope(office: Office, address: Address, lines: tuple[str, ...]) -> None:
    (found,) = gathered(office, replace(CLUB, address=address)).recipients
    assert isinstance(found, Recipient)
    assert found.lines == lines
