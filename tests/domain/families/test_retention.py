"""When the time of a household runs out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.retention import (
    is_due,
    last_day_due,
    months_after,
    review_day,
)
from ctg_desktop.domain.families.settings import FamilySettings, checked_settings
from ctg_desktop.errors import UserError

SEEN = Household(name="Famille Exemple", last_contact=date(2024, 11, 23))
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
MONTHS = st.integers(1, 120)


def test_two_years_after_the_last_contact() -> None:
    assert review_day(SEEN, 24) == date(2026, 11, 23)
    assert not is_due(SEEN, date(2026, 11, 22), 24)
    assert is_due(SEEN, date(2026, 11, 23), 24)


def test_a_person_may_prolong_it_never_shorten() -> None:
    longer = replace(SEEN, kept_until=date(2027, 6, 1))
    assert review_day(longer, 24) == date(2027, 6, 1)
    assert review_day(replace(SEEN, kept_until=date(2025, 1, 1)), 24) == date(2026, 11, 23)


def test_without_a_contact_it_runs_from_the_arrival() -> None:
    assert review_day(Household(arrival_date=date(2026, 1, 31)), 1) == date(2026, 2, 28)
    assert review_day(Household(), 24) is None
    assert not is_due(Household(), date(2090, 1, 1), 24)


@given(DAYS, DAYS, MONTHS)
def test_lists_and_single_households_agree(contact: date, today: date, months: int) -> None:
    assert (contact <= last_day_due(today, months)) == (months_after(contact, months) <= today)


def test_the_ends_of_the_calendar() -> None:
    assert months_after(date.max, 1) == date.max
    assert last_day_due(date.min, 1) == date.min


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (FamilySettings(retention_months=0), "retention-out-of-range"),
        (FamilySettings(retention_months=121), "retention-out-of-range"),
        (FamilySettings(mask_under=2), "mask-out-of-range"),
        (FamilySettings(mask_under=51), "mask-out-of-range"),
        (FamilySettings(purposes="x" * 1001), "text-too-long"),
    ],
)
def test_settings_that_are_refused(settings: FamilySettings, code: str) -> None:
    with pytest.raises(UserError) as refused:
        checked_settings(settings)
    assert refused.value.code == code


def test_settings_are_cleaned() -> None:
    assert checked_settings(FamilySettings(purposes=" Accueillir ")).purposes == "Accueillir"
