"""Telling people where to go, with a name or without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ctg_desktop.domain.families.dealings import Referral, ReferralOutcome
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office

TODAY = today()


def add_listing(office: Office, name: str, **fields: object) -> str:
    listing = replace(Listing(name=name, category="solidarity-rights"), **fields)  # type: ignore[arg-type]  # fields of texts
    return office.directory.save(listing).listing.id


def test_a_visitor_without_a_name(office: Office) -> None:
    place = add_listing(office, "Mission locale")
    saved = office.referrals.add(Referral(need="job", listing=place), TODAY)
    assert saved.changes.referrals == {saved.referral.id}
    assert saved.changes.households == frozenset()
    assert (saved.referral.listing_name, saved.referral.on) == ("Mission locale", TODAY)
    assert office.referrals.recent() == [saved.referral]
    assert office.referrals.get(saved.referral.id) == saved.referral


def test_a_referral_of_a_family_is_a_contact(office: Office, family: Household) -> None:
    typed = Referral(household=family.id, need="school", listing_name="École")
    saved = office.referrals.add(typed, TODAY)
    assert saved.changes.households == {family.id}
    assert office.families.get(family.id).last_contact == TODAY
    assert office.referrals.of(family.id) == [saved.referral]


def test_its_name_outlives_the_entry(office: Office) -> None:
    place = add_listing(office, "Mission locale")
    saved = office.referrals.add(Referral(need="job", listing=place), TODAY).referral
    office.directory.delete([place])
    told = office.referrals.save(replace(saved, outcome=ReferralOutcome.HELPED)).referral
    assert (told.listing_name, told.outcome) == ("Mission locale", ReferralOutcome.HELPED)


def test_what_became_of_it_can_be_undone(office: Office) -> None:
    saved = office.referrals.add(Referral(need="job", listing_name="CIAS"), TODAY).referral
    office.referrals.save(replace(saved, outcome=ReferralOutcome.DECLINED))
    office.journal.undo()
    assert office.referrals.get(saved.id).outcome is ReferralOutcome.GIVEN
    assert office.referrals.delete([saved.id]).referrals == {saved.id}
    assert office.referrals.recent() == []
    office.journal.undo()
    assert office.referrals.recent() == [saved]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (Referral(need="job", listing="01a1b2c3-0000-7000-8000-00000000000f"), "listing-unknown"),
        (Referral(need="job", listing_name="CIAS", household="x"), "household-unknown"),
        (Referral(listing_name="CIAS"), "need-missing"),
    ],
)
def test_what_is_refused(office: Office, typed: Referral, code: str) -> None:
    with pytest.raises(UserError) as fault:
        office.referrals.add(typed, TODAY)
    assert fault.value.code == code
    assert office.referrals.recent() == []


def test_a_referral_that_is_not_there(office: Office) -> None:
    for step in (
        lambda: office.referrals.get("x"),
        lambda: office.referrals.save(Referral(id="x", need="job", listing_name="CIAS")),
    ):
        with pytest.raises(UserError) as fault:
            step()
        assert fault.value.code == "referral-unknown"


def test_proposals_serve_the_need_and_know_what_is_used(office: Office) -> None:
    names = ("Zénith emploi", "Antenne de la mission locale", "Club de boules", "Brouillon emploi")
    zenith, antenna, _, _ = (
        add_listing(office, one, published=not one.startswith("Brouillon")) for one in names
    )
    assert office.referrals.proposals("job") == [(antenna, names[1]), (zenith, names[0])]
    office.referrals.add(Referral(need="job", listing=zenith, on=date(2026, 3, 2)), TODAY)
    assert office.referrals.proposals("job") == [(zenith, names[0]), (antenna, names[1])]
    assert office.referrals.proposals("job", 1) == [(zenith, names[0])]
    with pytest.raises(UserError) as fault:
        office.referrals.proposals("sante")
    assert fault.value.code == "need-unknown"
