"""Lists of households: states, views, filters and orders agree with the rules of the domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import (
    Household,
    Person,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.listing import (
    HouseholdColumn,
    HouseholdFilter,
    HouseholdRow,
    HouseholdSort,
    HouseholdState,
    HouseholdView,
    LikenessReason,
)
from ctg_desktop.domain.families.retention import is_due
from ctg_desktop.errors import UserError

from .family_samples import FAMILY

TODAY = date(2026, 11, 23)
MONTHS = 24
OLD = date(2024, 11, 23)
PERSON, PHONE, EMAIL, ADDRESS, NAME = (
    LikenessReason.PERSON,
    LikenessReason.PHONE,
    LikenessReason.EMAIL,
    LikenessReason.ADDRESS,
    LikenessReason.NAME,
)


def add(vault: Vault, *households: Household) -> list[str]:
    with vault.writing("household-added") as work:
        return [work.households.add(one).id for one in households]


def ids(vault: Vault, wanted: HouseholdFilter, sort: HouseholdSort | None = None) -> list[str]:
    with vault.reading() as stored:
        return stored.households.ids(wanted, sort or HouseholdSort(), TODAY, MONTHS)


def names(vault: Vault, wanted: HouseholdFilter, sort: HouseholdSort | None = None) -> list[str]:
    found = ids(vault, wanted, sort)
    with vault.reading() as stored:
        return [stored.households.names(found)[one] for one in found]


def test_saving_one_field_is_a_change_of_that_field_alone(vault: Vault) -> None:
    (known,) = add(vault, FAMILY)
    with vault.writing("household-saved") as work:
        work.households.save(replace(FAMILY, id=known, referent="M. Bloch"))
    with vault.reading() as stored:
        last = stored.journal.history("household", known)[0]
    (change,) = last.changes
    assert change.fields == {"referent": ("Mme Grelier", "M. Bloch")}


def state_of(household: Household) -> HouseholdState:
    """Say in Python what lists say in SQL."""
    welcomed = household.welcome.booklet_on or household.welcome.visit_on
    called = household.call_back_on is not None and household.call_back_on <= TODAY
    holding = (
        (HouseholdState.OBJECTED, household.objected_on is not None),
        (HouseholdState.LEFT, household.left_on is not None),
        (HouseholdState.TO_REVIEW, is_due(household, TODAY, MONTHS)),
        (HouseholdState.TO_CALL_BACK, called),
        (HouseholdState.WELCOMED, welcomed is not None),
        (HouseholdState.TO_WELCOME, True),
    )
    return next(state for state, holds in holding if holds)


def views_of(household: Household) -> set[HouseholdView]:
    """Say in Python which views hold a household."""
    here = household.left_on is None
    reachable = here and household.objected_on is None
    welcomed = bool(household.welcome.booklet_on or household.welcome.visit_on)
    called = household.call_back_on is not None and household.call_back_on <= TODAY
    holding = {
        HouseholdView.ALL: True,
        HouseholdView.CURRENT: here,
        HouseholdView.LEFT: not here,
        HouseholdView.TO_WELCOME: reachable and not welcomed,
        HouseholdView.WELCOMED: here and welcomed,
        HouseholdView.TO_CALL_BACK: reachable and called,
        HouseholdView.TO_REVIEW: is_due(household, TODAY, MONTHS),
        HouseholdView.ISOLATED: here and household.isolated,
        HouseholdView.NOT_INFORMED: here and household.informed_on is None,
    }
    return {view for view, holds in holding.items() if holds}


DAYS = st.none() | st.sampled_from(
    [OLD - timedelta(days=1), OLD, OLD + timedelta(days=1), TODAY, TODAY + timedelta(days=1)]
)
ANY = st.builds(
    Household,
    name=st.just("Famille Quelconque"),
    arrival_date=DAYS,
    isolated=st.booleans(),
    informed_on=DAYS,
    objected_on=DAYS,
    left_on=DAYS,
    call_back_on=DAYS,
    last_contact=DAYS,
    kept_until=DAYS,
    welcome=st.builds(WelcomeChecklist, booklet_on=DAYS, visit_on=DAYS),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ANY)
def test_states_and_views_are_those_of_the_rules(shared: Vault, household: Household) -> None:
    (one,) = add(shared, household)
    with shared.reading() as stored:
        (row,) = stored.households.rows([one], TODAY, MONTHS)
    assert row.state is state_of(household)
    assert {view for view in HouseholdView if one in ids(shared, HouseholdFilter(view))} == (
        views_of(household)
    )


def test_counts_are_those_of_the_views(vault: Vault) -> None:
    add(vault, FAMILY, replace(FAMILY, left_on=OLD), Household(name="A", last_contact=TODAY))
    with vault.reading() as stored:
        counts = stored.households.counts(TODAY, MONTHS)
    assert counts == {view: len(ids(vault, HouseholdFilter(view))) for view in HouseholdView}
    assert counts[HouseholdView.ALL] == 3


def test_counts_of_an_empty_vault(vault: Vault) -> None:
    with vault.reading() as stored:
        assert set(stored.households.counts(TODAY, MONTHS).values()) == {0}


def test_a_row_says_what_a_list_shows(vault: Vault) -> None:
    (one,) = add(vault, FAMILY)
    with vault.reading() as stored:
        assert stored.households.rows([one, "unknown"], TODAY, MONTHS) == [
            HouseholdRow(
                id=one,
                name=FAMILY.name,
                arrival_date=FAMILY.arrival_date,
                place="12 impasse des Tilleuls",
                state=HouseholdState.TO_CALL_BACK,
                isolated=True,
                informed=True,
                persons=3,
                children=1,
                needs=FAMILY.needs,
                referent="Mme Grelier",
                last_contact=FAMILY.last_contact,
                call_back_on=FAMILY.call_back_on,
            )
        ]


def test_a_household_comes_back_whole(vault: Vault) -> None:
    (one,) = add(vault, FAMILY)
    with vault.reading() as stored:
        assert stored.households.get(one) == replace(FAMILY, id=one)
        assert stored.households.many(["unknown", one]) == [replace(FAMILY, id=one)]
        with pytest.raises(UserError) as refused:
            stored.households.get("unknown")
    assert refused.value.code == "household-unknown"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (HouseholdFilter(need="school"), 1),
        (HouseholdFilter(need="sch"), 0),
        (HouseholdFilter(language="en"), 1),
        (HouseholdFilter(language="pt"), 0),
        (HouseholdFilter(text="oeuillet"), 1),
        (HouseholdFilter(text="sylvere sabourin"), 1),
        (HouseholdFilter(text="sabourrin"), 1),
        (HouseholdFilter(text="tilleuls"), 1),
        (HouseholdFilter(text="06 39 98 00 11"), 1),
        (HouseholdFilter(text="o.sabourin@famille.example"), 1),
        (HouseholdFilter(text="grelier"), 1),
        (HouseholdFilter(text="cantine"), 0),
        (HouseholdFilter(text="bulletin"), 0),
        (HouseholdFilter(need="school", text="inconnue"), 0),
    ],
)
def test_filters(vault: Vault, wanted: HouseholdFilter, found: int) -> None:
    add(vault, FAMILY, Household(name="Famille Autre", needs=("job",), last_contact=TODAY))
    assert len(ids(vault, wanted)) == found


LISTED = (
    Household(
        name="Bâtir",
        arrival_date=date(2026, 1, 1),
        last_contact=date(2026, 1, 1),
        referent="Zoé",
        needs=("job",),
        persons=(Person("A"),),
        address=Address(("Zone",)),
    ),
    Household(
        name="Abeille",
        arrival_date=date(2026, 3, 1),
        last_contact=date(2026, 2, 1),
        referent="",
        needs=(),
        persons=(Person("A"), Person("B")),
    ),
    Household(
        name="Écart",
        last_contact=date(2026, 4, 1),
        referent="Émile",
        needs=("job", "school"),
        objected_on=TODAY,
        address=Address(("Aire",)),
    ),
)


@pytest.mark.parametrize(
    ("column", "descending", "expected"),
    [
        (HouseholdColumn.NAME, False, "Abeille Bâtir Écart"),
        (HouseholdColumn.NAME, True, "Écart Bâtir Abeille"),
        (HouseholdColumn.ARRIVAL, True, "Abeille Bâtir Écart"),
        (HouseholdColumn.ARRIVAL, False, "Bâtir Abeille Écart"),
        (HouseholdColumn.PLACE, False, "Écart Bâtir Abeille"),
        (HouseholdColumn.PLACE, True, "Bâtir Écart Abeille"),
        (HouseholdColumn.STATE, False, "Écart Abeille Bâtir"),
        (HouseholdColumn.PERSONS, False, "Écart Bâtir Abeille"),
        (HouseholdColumn.NEEDS, True, "Écart Bâtir Abeille"),
        (HouseholdColumn.REFERENT, False, "Écart Bâtir Abeille"),
        (HouseholdColumn.LAST_CONTACT, False, "Bâtir Abeille Écart"),
        (HouseholdColumn.LAST_CONTACT, True, "Écart Abeille Bâtir"),
    ],
)
def test_orders(vault: Vault, column: HouseholdColumn, descending: bool, expected: str) -> None:
    add(vault, *LISTED)
    sort = HouseholdSort(column, descending=descending)
    assert " ".join(names(vault, HouseholdFilter(), sort)) == expected


KNOWN = Household(
    name="Famille Martin-Dubois",
    last_contact=TODAY,
    persons=(Person("Jeanne", "Martin"), Person("Léo", "Dubois", Role.CHILD, 2020)),
    phones=(ReachablePhone("+33639980001"),),
    emails=(ReachableEmail("jeanne.martin@famille.example"),),
    address=Address(("3 rue des Lilas",), "86400", "Civray"),
)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (Household(name="famille MARTIN DUBOIS"), {NAME}),
        (Household(name="Martin-Duboi"), {NAME}),
        (Household(name="Famille Bernard"), set()),
        (Household(name="Famille"), set()),
        (Household(persons=(Person("jeanne", "MARTIN"),)), {PERSON}),
        (Household(persons=(Person("Jeanne", "Bernard"), Person("", "Martin"))), set()),
        (Household(phones=(ReachablePhone("+33639980001"),)), {PHONE}),
        (Household(phones=(ReachablePhone("06 39 98"),)), set()),
        (Household(emails=(ReachableEmail("Jeanne.Martin@famille.example"),)), {EMAIL}),
        (Household(emails=(ReachableEmail("martin@famille.example"),)), set()),
        (Household(address=Address(("3 RUE des lilas",), "86400", "Civray")), {ADDRESS}),
        (Household(address=Address(("3 rue des Lilas",), "86400", "Gençay")), set()),
        (Household(address=Address((), "86400", "Civray")), set()),
        (Household(), set()),
    ],
)
def test_what_looks_alike(vault: Vault, typed: Household, why: set[LikenessReason]) -> None:
    add(vault, KNOWN, Household(name="Famille Seul", last_contact=TODAY))
    with vault.reading() as stored:
        found = stored.households.similar(typed, 5)
    assert [(one.name, one.why) for one in found] == (
        [("Famille Martin-Dubois", frozenset(why))] if why else []
    )


def test_the_best_reasons_come_first_and_nobody_is_like_itself(vault: Vault) -> None:
    own, left = add(vault, KNOWN, replace(KNOWN, left_on=OLD))
    (neighbour,) = add(vault, Household(name="Voisin", address=KNOWN.address, last_contact=TODAY))
    with vault.reading() as stored:
        found = stored.households.similar(replace(KNOWN, id=own), 5)
        assert stored.households.similar(replace(KNOWN, id=own), 1) == found[:1]
    assert [one.id for one in found] == [left, neighbour]
    assert found[0].why == frozenset(LikenessReason)
    assert found[0].left_on == OLD


def test_a_phone_is_found_in_a_village_that_lives_at_one_address(vault: Vault) -> None:
    here, number = Address(("Le Bourg",), "86400", "Civray"), (ReachablePhone("+33639980199"),)
    with vault.writing("household-added") as work:
        known = work.households.add(Household(name="Famille Zimmer", phones=number))
        work.households.add_many(
            Household(name=f"Famille N{one}", address=here) for one in range(250)
        )
    typed = Household(name="Famille Autre", address=here, phones=number)
    with vault.reading() as stored:
        found = stored.households.similar(typed, limit=5)
    assert (found[0].id, found[0].why) == (known.id, {LikenessReason.PHONE})


def test_the_one_search_finds_households(vault: Vault) -> None:
    add(vault, KNOWN)
    with vault.reading() as stored:
        (hit,) = stored.search.find("jeanne.martin")
        assert (hit.entity, hit.title) == ("household", "Famille Martin-Dubois")
        assert [one.entity for one in stored.search.find("famille martin-dubois")] == ["household"]
        assert stored.search.find("lilas")[0].excerpt == "3 rue des Lilas, 86400, Civray"
