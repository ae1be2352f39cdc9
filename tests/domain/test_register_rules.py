"""What the register refuses, and what it leaves to a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ctg_desktop.domain.register.entry import (
    AskedBy,
    EntryState,
    Quality,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.domain.register.rules import (
    RegisterWarning,
    age_on,
    checked_entry,
    warnings_of,
)
from ctg_desktop.domain.register.steps import (
    acknowledged,
    confirmed,
    enrolled,
    is_called,
    with_steps_of,
)
from ctg_desktop.errors import UserError

TODAY = date(2026, 11, 25)
NEIGHBOUR = RegisterContact("Yvonne Lafleur", "voisine", "05 36 49 02 32")
PAULETTE = RegisterEntry(
    last_name="Guérin",
    first_names="Paulette",
    birth_date=date(1947, 9, 25),
    address=("9 rue du Four",),
    phone="05 36 49 02 05",
    request=Request(date(2026, 11, 20)),
)
BY_NEIGHBOUR = replace(
    PAULETTE,
    request=Request(date(2026, 11, 20), AskedBy.THIRD_PARTY, True, "classeur", NEIGHBOUR),
)


def refused(entry: RegisterEntry) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        checked_entry(entry, TODAY)
    return caught.value.code, caught.value.field


def test_what_is_reported_orally_by_a_neighbour_is_not_kept() -> None:
    oral = replace(BY_NEIGHBOUR.request, in_writing=False)
    assert refused(replace(BY_NEIGHBOUR, request=oral)) == (
        "register-asked-orally",
        "request.in_writing",
    )
    assert checked_entry(BY_NEIGHBOUR, TODAY).request.third_party.phone == "+33536490232"


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        (RegisterContact("", "voisine"), "register-third-party-name-missing"),
        (RegisterContact("Yvonne Lafleur"), "register-third-party-quality-missing"),
    ],
)
def test_a_third_party_says_who_they_are(contact: RegisterContact, code: str) -> None:
    asked = replace(BY_NEIGHBOUR.request, third_party=contact)
    assert refused(replace(BY_NEIGHBOUR, request=asked))[0] == code


def test_nobody_else_is_kept_when_the_person_asked() -> None:
    asked = replace(PAULETTE.request, third_party=NEIGHBOUR)
    assert checked_entry(replace(PAULETTE, request=asked), TODAY).request.third_party == (
        RegisterContact()
    )


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"last_name": "  "}, ("register-name-missing", "last_name")),
        ({"request": Request(date.min)}, ("register-request-day-missing", "request.on")),
        ({"request": Request(TODAY + timedelta(1))}, ("register-day-to-come", "request.on")),
        ({"birth_date": TODAY + timedelta(1)}, ("register-day-to-come", "birth_date")),
        ({"birth_date": date(1847, 1, 1)}, ("date-out-of-range", "birth_date")),
        ({"postal_code": "8640"}, ("postal-code-invalid", "postal_code")),
        ({"phone": "12"}, ("phone-invalid", "phone")),
        ({"to_warn": (RegisterContact(phone="x"),)}, ("phone-invalid", "to_warn.0.phone")),
        ({"to_warn": (NEIGHBOUR,) * 6}, ("too-many-items", "to_warn")),
        ({"address": ("a",) * 7}, ("too-many-items", "address")),
    ],
)
def test_a_field_that_cannot_be_so_is_named(
    changed: dict[str, object], expected: tuple[str, str]
) -> None:
    entry = replace(PAULETTE, **changed)  # type: ignore[arg-type]  # one field a case
    if changed.get("phone") == "12":
        entry = replace(entry, phone="abc")
    assert refused(entry) == expected


def test_ages_are_those_of_the_day_of_the_request_and_are_never_refused() -> None:
    day = PAULETTE.request.on
    for quality, years in ((Quality.ELDERLY, 65), (Quality.UNFIT, 60), (Quality.DISABLED, 18)):
        born = day.replace(year=day.year - years)
        old = replace(PAULETTE, quality=quality, birth_date=born)
        young = replace(old, birth_date=born + timedelta(1))
        assert RegisterWarning.TOO_YOUNG not in warnings_of(old)
        assert warnings_of(checked_entry(young, TODAY)) == (RegisterWarning.TOO_YOUNG,)


def test_somebody_born_on_a_leap_day_is_a_year_older_on_the_first_of_march() -> None:
    assert age_on(date(1960, 2, 29), date(2025, 2, 28)) == 64
    assert age_on(date(1960, 2, 29), date(2025, 3, 1)) == 65


def test_what_is_missing_is_said() -> None:
    bare = RegisterEntry(last_name="Guérin", request=replace(BY_NEIGHBOUR.request, proof=""))
    assert warnings_of(checked_entry(bare, TODAY)) == (
        RegisterWarning.BIRTH_DATE_MISSING,
        RegisterWarning.FIRST_NAMES_MISSING,
        RegisterWarning.ADDRESS_MISSING,
        RegisterWarning.PHONE_MISSING,
        RegisterWarning.PROOF_MISSING,
    )


def test_one_s_own_request_counts_at_once_and_a_third_party_s_after_the_receipt() -> None:
    assert is_called(PAULETTE)
    assert not is_called(BY_NEIGHBOUR)
    assert enrolled(PAULETTE, TODAY, TODAY).state is EntryState.REGISTERED
    with pytest.raises(UserError, match="register-not-acknowledged"):
        enrolled(BY_NEIGHBOUR, TODAY, TODAY)
    told = acknowledged(BY_NEIGHBOUR, date(2026, 11, 23), TODAY)
    assert not is_called(told)
    with pytest.raises(UserError, match="register-day-too-early") as early:
        enrolled(told, date(2026, 11, 22), TODAY)
    assert early.value.params == {"earliest": "23/11/2026"}
    entered = enrolled(told, date(2026, 11, 23), TODAY)
    assert is_called(entered)
    with pytest.raises(UserError, match="register-entered-already"):
        acknowledged(entered, None, TODAY)


def test_steps_go_forward_in_time() -> None:
    for step in (acknowledged, enrolled):
        with pytest.raises(UserError, match="register-day-to-come"):
            step(PAULETTE, TODAY + timedelta(1), TODAY)
        with pytest.raises(UserError, match="register-day-too-early"):
            step(PAULETTE, PAULETTE.request.on - timedelta(1), TODAY)
    with pytest.raises(UserError, match="register-not-entered"):
        confirmed(PAULETTE, TODAY, TODAY)
    gone = replace(PAULETTE, objected_on=TODAY)
    for step in (acknowledged, enrolled):
        with pytest.raises(UserError, match="register-refused"):
            step(gone, TODAY, TODAY)


def test_what_was_done_stays_after_what_it_rests_on() -> None:
    told = acknowledged(BY_NEIGHBOUR, date(2026, 11, 23), TODAY)
    entered = enrolled(told, date(2026, 11, 24), TODAY)
    with pytest.raises(UserError, match="register-day-too-late") as late:
        acknowledged(entered, TODAY, TODAY)
    assert late.value.params == {"latest": "24/11/2026"}
    own = enrolled(PAULETTE, date(2026, 11, 24), TODAY)
    assert acknowledged(own, TODAY, TODAY).acknowledged_on == TODAY
    moved = replace(entered, request=replace(entered.request, on=date(2026, 11, 24)))
    with pytest.raises(UserError, match="register-day-too-late") as late:
        with_steps_of(entered, moved)
    assert (late.value.field, late.value.params) == ("request.on", {"latest": "23/11/2026"})


@pytest.mark.parametrize("told_on", [None, date(2026, 11, 25)])
def test_nobody_is_left_entered_at_a_third_partys_request_before_the_receipt(
    told_on: date | None,
) -> None:
    own = enrolled(acknowledged(PAULETTE, told_on, TODAY), date(2026, 11, 24), TODAY)
    with pytest.raises(UserError, match="register-entered-unasked") as refused:
        with_steps_of(own, BY_NEIGHBOUR)
    assert refused.value.field == "request.by"
    taken_back = enrolled(own, None, TODAY)
    assert not is_called(with_steps_of(taken_back, BY_NEIGHBOUR))


def test_an_entry_and_a_confirmation_by_mistake_are_taken_back() -> None:
    entered = confirmed(enrolled(PAULETTE, TODAY, TODAY), TODAY, TODAY)
    assert confirmed(entered, None, TODAY) == replace(entered, confirmed_on=None)
    assert enrolled(entered, None, TODAY) == PAULETTE
