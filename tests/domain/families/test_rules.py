"""What a household must be before it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.rules import (
    KEPT_AT_MOST,
    checked_household,
    checked_prolongation,
)
from ctg_desktop.domain.families.warnings import WarningKind, household_warnings
from ctg_desktop.errors import UserError

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
LONG_AGO = date(2026, 3, 2)
ADULT = Person("Jeanne", "Exemple")
PLAIN = Household(name="Famille Exemple", last_contact=LONG_AGO)
CONSENT = ChannelConsent(Purpose.WELCOME, LONG_AGO)


def refusal(household: Household) -> tuple[str, str]:
    with pytest.raises(UserError) as refused:
        checked_household(household, TODAY)
    return refused.value.code, refused.value.field


def test_what_is_typed_is_cleaned() -> None:
    typed = Household(
        name="  Famille\u202e Exemple ",
        address=Address((" 3 rue des Lilas", ""), "86 400", " Civray"),
        phones=(ReachablePhone("06.39.98.00.01", (CONSENT,)),),
        emails=(ReachableEmail("mailto:j@famille.example"),),
        needs=("school", "school"),
        languages=("en", " fr"),
        isolated_through="l’école",
        note=" Cherche\r\nune place ",
    )
    stored = checked_household(typed, TODAY)
    assert (stored.name, stored.note) == ("Famille Exemple", "Cherche\nune place")
    assert stored.address == Address(("3 rue des Lilas",), "86400", "Civray")
    assert stored.phones == (ReachablePhone("+33639980001", (CONSENT,)),)
    assert stored.emails == (ReachableEmail("j@famille.example"),)
    assert (stored.needs, stored.languages) == (("school",), ("en", "fr"))
    assert stored.isolated_through == ""
    assert checked_household(stored, TODAY) == stored


def test_a_household_is_called_by_its_adults() -> None:
    persons = (
        ADULT,
        Person("Ali", "Dubois"),
        Person("Léo", "Autre", Role.CHILD, 2020),
        Person(" ", ""),
    )
    stored = checked_household(Household(persons=persons), TODAY)
    assert stored.name == "Famille Exemple-Dubois"
    assert stored.persons == persons[:3]
    child = Household(persons=(Person("Léo", "Autre", Role.CHILD),))
    assert checked_household(child, TODAY).name == "Famille Autre"


def test_a_number_given_twice_stands_once_with_both_consents() -> None:
    other = replace(CONSENT, purpose=Purpose.INVITATIONS)
    typed = replace(
        PLAIN,
        phones=(ReachablePhone("0639980001", (CONSENT,)), ReachablePhone("+33639980001", (other,))),
        emails=(ReachableEmail("A@famille.example"), ReachableEmail("a@famille.example", (other,))),
    )
    stored = checked_household(typed, TODAY)
    assert stored.phones == (ReachablePhone("+33639980001", (CONSENT, other)),)
    assert stored.emails == (ReachableEmail("A@famille.example", (other,)),)


def test_time_runs_from_the_last_that_was_done() -> None:
    assert checked_household(replace(PLAIN, last_contact=None), TODAY).last_contact == TODAY
    assert checked_household(PLAIN, TODAY).last_contact == LONG_AGO
    by_a_wrong_clock = replace(PLAIN, last_contact=TOMORROW)
    assert checked_household(by_a_wrong_clock, TODAY).last_contact == TODAY
    visited = replace(PLAIN, welcome=WelcomeChecklist(visit_on=date(2026, 6, 1)))
    assert checked_household(visited, TODAY).last_contact == date(2026, 6, 1)
    back = replace(CONSENT, withdrawn_on=date(2026, 7, 1))
    told = replace(visited, phones=(ReachablePhone("0639980001", (back,)),))
    assert checked_household(told, TODAY).last_contact == date(2026, 7, 1)


def test_a_child_that_grew_up_refuses_nothing() -> None:
    grown = Person("Léo", "", Role.CHILD, 1999)
    arrived = replace(PLAIN, persons=(grown,), arrival_date=date(2024, 9, 1))
    assert checked_household(arrived, TODAY).persons == (grown,)
    too_old = replace(arrived, persons=(replace(grown, birth_year=1998),))
    with pytest.raises(UserError, match="birth-year-invalid"):
        checked_household(too_old, TODAY)


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"name": " "}, "household-name-missing", "name"),
    ({"persons": (replace(ADULT, birth_year=1990),)}, "birth-year-adult", "persons.0.birth_year"),
    (
        {"persons": (ADULT, Person("Léo", "", Role.CHILD, 1990))},
        "birth-year-invalid",
        "persons.1.birth_year",
    ),
    (
        {"persons": (Person("Léo", "", Role.CHILD, 2027),)},
        "birth-year-invalid",
        "persons.0.birth_year",
    ),
    ({"needs": ("school", "sante")}, "need-unknown", "needs.1"),
    ({"languages": ("xx",)}, "language-unknown", "languages.0"),
    ({"phones": (ReachablePhone("12"), ReachablePhone("abc"))}, "phone-invalid", "phones.1.number"),
    ({"emails": (ReachableEmail("abc"),)}, "email-invalid", "emails.0.address"),
    ({"address": Address(postal_code="8640")}, "postal-code-invalid", "address.postal_code"),
    ({"arrival_date": date(2028, 1, 1)}, "arrival-too-far", "arrival_date"),
    ({"arrival_date": date(1800, 1, 1)}, "date-out-of-range", "arrival_date"),
    ({"informed_on": TOMORROW}, "date-in-future", "informed_on"),
    ({"objected_on": TOMORROW}, "date-in-future", "objected_on"),
    ({"left_on": TOMORROW}, "date-in-future", "left_on"),
    ({"welcome": WelcomeChecklist(visit_on=TOMORROW)}, "date-in-future", "welcome.visit_on"),
    ({"call_back_on": date(2300, 1, 1)}, "date-out-of-range", "call_back_on"),
    (
        {"phones": (ReachablePhone("15", (replace(CONSENT, given_on=TOMORROW),)),)},
        "date-in-future",
        "phones.0.consents.0.given_on",
    ),
    (
        {"phones": (ReachablePhone("15", (replace(CONSENT, withdrawn_on=date(2026, 1, 1)),)),)},
        "consent-withdrawn-before",
        "phones.0.consents.0.withdrawn_on",
    ),
    ({"kept_until": TOMORROW}, "prolongation-reason-missing", "kept_because"),
    (
        {"kept_until": date(2040, 1, 1), "kept_because": "suivi"},
        "prolongation-too-long",
        "kept_until",
    ),
    ({"persons": (ADULT,) * 51}, "too-many-items", "persons"),
    ({"note": "x" * 2001}, "text-too-long", "note"),
]


@pytest.mark.parametrize(("change", "code", "field"), REFUSED)
def test_what_is_refused_and_where(change: dict[str, Any], code: str, field: str) -> None:
    assert refusal(replace(PLAIN, **change)) == (code, field)


def test_a_family_may_be_announced_and_be_called_later() -> None:
    coming = replace(PLAIN, arrival_date=date(2027, 2, 1), call_back_on=date(2027, 1, 15))
    assert checked_household(coming, TODAY) == coming


def test_prolonging_asks_for_a_day_to_come_and_a_reason() -> None:
    assert checked_prolongation(TOMORROW, "  suivi en cours ", TODAY) == "suivi en cours"
    for until, because, code in (
        (TODAY, "suivi", "prolongation-past"),
        (TOMORROW, " ", "prolongation-reason-missing"),
        (TODAY + KEPT_AT_MOST + timedelta(days=1), "suivi", "prolongation-too-long"),
    ):
        with pytest.raises(UserError) as refused:
            checked_prolongation(until, because, TODAY)
        assert refused.value.code == code


def test_warnings_refuse_nothing() -> None:
    household = replace(
        PLAIN,
        known_through=KnownThrough.ELECTORAL_ROLL,
        note="Maman enceinte, cherche un logement",
    )
    checked_household(household, TODAY)
    found = household_warnings(household)
    assert [(one.kind, one.field) for one in found] == [
        (WarningKind.FORBIDDEN_SOURCE, "known_through"),
        (WarningKind.NOT_INFORMED, "informed_on"),
        (WarningKind.SENSITIVE_WORDS, "note"),
    ]
    assert found[-1].words == ("enceinte",)
    proven = ReachablePhone("+33639980001", (CONSENT, replace(CONSENT, proof="dossier MDPH")))
    (proof,) = household_warnings(replace(PLAIN, informed_on=TODAY, phones=(proven,)))
    assert (proof.field, proof.words) == ("phones.0.consents.1.proof", ("mdph",))
    assert household_warnings(replace(PLAIN, informed_on=TODAY)) == ()
