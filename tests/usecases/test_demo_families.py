"""The demonstration has families at every step of a welcome, and they are nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from ctg_desktop.domain.families.contacting import consents_of
from ctg_desktop.domain.families.household import Household, Purpose
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.start import fill_demonstration
from tests.house.french import faults_of_typography
from tests.keys_for_tests import key_of

TODAY = date(2026, 11, 24)
FICTIONAL = re.compile(r"\+3363998\d{4}")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("demo") / "coffre"
    fill_demonstration(folder, TODAY)
    with open_office(folder, "", key_of(folder)) as office:
        yield office


@pytest.fixture(scope="module")
def families(demonstration: Office) -> list[Household]:
    asked = HouseholdFilter(HouseholdView.ALL)
    ids = demonstration.families.index(asked, HouseholdSort(), TODAY)
    return [demonstration.families.get(one) for one in ids]


def test_every_view_but_the_review_has_somebody(demonstration: Office) -> None:
    counts = demonstration.families.counts(TODAY).by_view
    assert counts[HouseholdView.ALL] > 20
    assert {view for view, count in counts.items() if not count} == {HouseholdView.TO_REVIEW}


def test_they_arrived_over_the_last_twelve_months(families: list[Household]) -> None:
    days = [one.arrival_date for one in families]
    assert all(day is not None and TODAY - timedelta(365) < day <= TODAY for day in days)
    assert len({(day.year, day.month) for day in days if day}) == 12


def test_they_can_be_reached_nowhere(families: list[Household]) -> None:
    phones = [phone.number for one in families for phone in one.phones]
    emails = [email.address for one in families for email in one.emails]
    assert len(set(phones)) == len(phones) > 5
    assert all(FICTIONAL.fullmatch(one) for one in phones)
    assert len(emails) > 5
    assert all(one.endswith("@courriel.example") for one in emails)


def test_they_agreed_to_different_things(families: list[Household]) -> None:
    agreed = {one.purpose for family in families for one in consents_of(family)}
    assert agreed == set(Purpose)
    assert any(one.objected_on for one in families)


def test_there_are_figures_to_show(demonstration: Office) -> None:
    figures = demonstration.family_figures.year(TODAY.year, TODAY)
    assert figures.families > 15
    assert figures.told.times > 20
    assert len(figures.languages) > 5
    assert not demonstration.family_figures.masked(TODAY.year, TODAY).withheld
    assert any(not one.household for one in demonstration.referrals.recent())


def test_the_notes_are_in_good_french(demonstration: Office, families: list[Household]) -> None:
    notes = [note.text for one in families for note in demonstration.families.notes(one.id)]
    assert len(notes) > 12
    assert [fault for text in notes for fault in faults_of_typography(text)] == []
