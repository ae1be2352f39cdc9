"""A year counts the same after families were erased, and after an older backup came back."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.families.dealings import Referral, ReferralOutcome
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.figures import YearFigures
from ctg_desktop.domain.families.household import Household, Person, WelcomeChecklist
from ctg_desktop.domain.families.household import Role as Member
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY, make_locked

TODAY = today()
CODES = [one.code for one in NEEDS]
DAYS = st.integers(0, 800).map(lambda ago: TODAY - timedelta(days=ago))
PERSONS = st.sampled_from((Person("Ada", "Un"), Person("Bo", "Un", Member.CHILD, 2020)))
HOUSEHOLDS = st.builds(
    Household,
    name=st.just("Famille Inventée"),
    arrival_date=DAYS,
    needs=st.lists(st.sampled_from(CODES), unique=True, max_size=3).map(tuple),
    languages=st.lists(st.sampled_from(["fr", "en", "pt"]), unique=True).map(tuple),
    isolated=st.booleans(),
    persons=st.lists(PERSONS, max_size=3).map(tuple),
    welcome=st.builds(WelcomeChecklist, letter_on=st.none() | DAYS, booklet_on=st.none() | DAYS),
)
REFERRALS = st.builds(
    Referral,
    on=DAYS,
    need=st.sampled_from(CODES),
    listing_name=st.just("École"),
    outcome=st.sampled_from(ReferralOutcome),
    persons=st.integers(1, 6),
)
LIVED = st.tuples(HOUSEHOLDS, st.lists(REFERRALS, max_size=2), st.booleans())
Lived = tuple[Household, list[Referral], bool]


@settings(max_examples=8)
@given(st.lists(LIVED, min_size=1, max_size=4))
def test_a_year_counts_the_same_whatever_is_erased_or_restored(lived: Sequence[Lived]) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "coffre"
        make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
        with open_office(folder, "accueil", KEY) as office:
            ids = [note(office, household, told) for household, told, _ in lived]
            before = counted(office)
            backup = office.backups.make().folder
            for household_id, (*_, goes) in zip(ids, lived, strict=True):
                if goes:
                    office.family_rights.erase(household_id, ErasureReason.RETENTION, TODAY)
            assert counted(office) == before
        Recovery(folder).restore(backup, KEY)
        with open_office(folder, "accueil", KEY) as office:
            assert counted(office) == before
            standing = set(office.families.names(ids))
            assert standing == {one for one, (*_, goes) in zip(ids, lived, strict=True) if not goes}


def note(office: Office, household: Household, told: Sequence[Referral]) -> str:
    saved = office.families.save(household, TODAY).household
    for one in told:
        office.referrals.add(replace(one, household=saved.id), TODAY)
    return saved.id


def counted(office: Office) -> dict[int, YearFigures]:
    years = range(date(TODAY.year - 3, 1, 1).year, TODAY.year + 1)
    return {year: office.family_figures.year(year, TODAY) for year in years}
