from __future__ import annotations

from datetime import date

import pytest

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.information_notice import PrivacySettings, checked_privacy, subjects_of
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.errors import UserError

PERSON = Listing(
    kind=ListingKind.RESOURCE_PERSON,
    name="Ana Lou",
    phones=(Phone("+33536490001", private=True),),
    emails=(Email("ana@example.example"),),
    address=Address(("2, rue du Pont",), "86400", "Civray"),
    consents=(Consent(ConsentItem.PHONE, date(2026, 3, 2)),),
)
CLUB = Listing(kind=ListingKind.ASSOCIATION, name="Club & Cie", phones=(Phone("+33536490009"),))


def test_a_person_is_shown_what_is_held_and_agreed() -> None:
    (subject,) = subjects_of(PERSON, asked=False)
    assert (subject.name, subject.entry) == ("Ana Lou", "")
    values = {one.item: one.value for one in subject.items}
    assert values[ConsentItem.PHONE] == "05\u00a036\u00a049\u00a000\u00a001"
    assert values[ConsentItem.ADDRESS] == "2, rue du Pont, 86400 Civray"
    assert [one.item for one in subject.items if one.consent] == [ConsentItem.PHONE]


def test_each_officer_is_told_but_never_of_the_phone_of_the_club() -> None:
    officers = (ContactPerson("Zoé", "présidente", email="z@e.example"), ContactPerson("Max"))
    both = subjects_of(
        Listing(kind=CLUB.kind, name=CLUB.name, contact_persons=officers), asked=False
    )
    assert [(one.name, one.role, one.entry) for one in both] == [
        ("Zoé", "présidente", "Club & Cie"),
        ("Max", "", "Club & Cie"),
    ]
    assert [one.value for one in both[1].items] == ["Max", "", "", ""]


def test_an_entry_that_names_nobody_gives_a_notice_to_fill_in_where_somebody_answers() -> None:
    (subject,) = subjects_of(CLUB, asked=False)
    assert subject.name == ""
    place = Listing(kind=ListingKind.PLACE, name="Lavoir")
    assert subjects_of(place, asked=False) == ()
    assert len(subjects_of(place, asked=True)) == 1


def test_the_officer_is_said_in_one_line() -> None:
    ready = checked_privacy(PrivacySettings(" Agence ", "dpo@agence.example", "05 36 49 99 00"))
    assert ready.dpo_phone == "+33536499900"
    assert ready.dpo == "Agence, dpo@agence.example, 05\u00a036\u00a049\u00a099\u00a000"
    assert PrivacySettings().dpo == ""


@pytest.mark.parametrize(
    ("settings", "code", "field"),
    [
        (PrivacySettings(dpo_email="agence"), "email-invalid", "dpo_email"),
        (PrivacySettings(dpo_phone="douze"), "phone-invalid", "dpo_phone"),
        (PrivacySettings(retention="x" * 301), "text-too-long", "retention"),
    ],
)
def test_settings_are_refused_for_one_field(
    settings: PrivacySettings, code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        checked_privacy(settings)
    assert (refused.value.code, refused.value.field) == (code, field)
