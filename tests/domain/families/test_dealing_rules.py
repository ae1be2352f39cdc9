"""What a contact note and a referral must be; their JSON; what a household counts for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ctg_desktop.domain.families.dealing_rules import checked_note, checked_referral
from ctg_desktop.domain.families.dealings import (
    ContactKind,
    ContactNote,
    Referral,
    ReferralOutcome,
)
from ctg_desktop.domain.families.household import Household, Person, Role, WelcomeChecklist
from ctg_desktop.domain.families.household_json import (
    household_from_json,
    household_to_json,
    note_from_json,
    referral_from_json,
)
from ctg_desktop.domain.families.tally import Dimension, Tally, tallies_of
from ctg_desktop.errors import UserError
from tests.db.family_samples import FAMILY

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
NOTE = ContactNote(household="h", on=date(2026, 3, 2), text="Vue au marché")
REFERRAL = Referral(need="job", listing_name="Mission locale", on=date(2026, 3, 2))


def test_what_is_not_dated_is_of_today() -> None:
    assert checked_note(replace(NOTE, on=date.min), TODAY).on == TODAY
    assert checked_referral(replace(REFERRAL, on=date.min), TODAY).on == TODAY
    assert checked_note(NOTE, TODAY) == NOTE
    assert checked_referral(REFERRAL, TODAY) == REFERRAL


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " \n"}, "note-text-missing"),
        ({"text": "x" * 2001}, "text-too-long"),
        ({"on": TOMORROW}, "date-in-future"),
        ({"on": date(1800, 1, 1)}, "date-out-of-range"),
    ],
)
def test_notes_that_are_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError) as refused:
        checked_note(replace(NOTE, **change), TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"need": ""}, "need-missing"),
        ({"need": "xxx"}, "need-unknown"),
        ({"listing_name": " "}, "referral-listing-missing"),
        ({"persons": 0}, "persons-out-of-range"),
        ({"persons": 21}, "persons-out-of-range"),
        ({"on": TOMORROW}, "date-in-future"),
    ],
)
def test_referrals_that_are_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError) as refused:
        checked_referral(replace(REFERRAL, **change), TODAY)
    assert refused.value.code == code


def test_the_json_of_a_household_comes_back_whole() -> None:
    assert household_from_json(household_to_json(FAMILY)) == FAMILY
    changed = household_from_json({"referent": "Autre", "needs": None}, base=FAMILY)
    assert changed == replace(FAMILY, referent="Autre", needs=())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"id": "x"}, "key-unknown"),
        ({"origin": "x"}, "key-unknown"),
        ({"persons": [{"first_name": "A", "health": "x"}]}, "key-unknown"),
        ({"known_through": "rumour"}, "value-invalid"),
        ({"phones": [{"consents": []}]}, "value-invalid"),
        ([], "json-not-an-object"),
    ],
)
def test_json_that_is_refused(data: object, code: str) -> None:
    with pytest.raises(UserError) as refused:
        household_from_json(data)
    assert refused.value.code == code


def test_the_json_of_what_happened() -> None:
    note = note_from_json({"text": "Vue", "kind": "visit"}, household="h")
    assert note == ContactNote(household="h", kind=ContactKind.VISIT, text="Vue")
    referral = referral_from_json({"need": "job", "listing": "l", "outcome": "helped"})
    assert referral == Referral(need="job", listing="l", outcome=ReferralOutcome.HELPED)
    for read in (referral_from_json, lambda data: note_from_json(data, household="h")):
        with pytest.raises(UserError) as refused:
            read({"name": "x"})
        assert refused.value.code == "key-unknown"


def test_what_a_household_counts_for() -> None:
    household = Household(
        arrival_date=date(2026, 3, 2),
        needs=("job", "school"),
        languages=("en",),
        isolated=True,
        persons=(Person("A"), Person("B"), Person("C", role=Role.CHILD)),
        welcome=WelcomeChecklist(booklet_on=date(2027, 1, 4)),
    )
    assert set(tallies_of(household)) == {
        Tally("2026-03", Dimension.ARRIVALS),
        Tally("2026", Dimension.PERSONS, "adult", 2),
        Tally("2026", Dimension.PERSONS, "child", 1),
        Tally("2026", Dimension.NEEDS, "job"),
        Tally("2026", Dimension.NEEDS, "school"),
        Tally("2026", Dimension.LANGUAGES, "en"),
        Tally("2026", Dimension.ISOLATED),
        Tally("2027", Dimension.WELCOMES, "booklet"),
    }
    assert list(tallies_of(Household(needs=("job",)))) == []
