"""The 8 days for a receipt, the yearly call, and the order of calls, for any register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.register.calls import REACHED, call_rows
from ctg_desktop.domain.register.clock import clock_of, due_entries, due_on, to_confirm
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Call,
    CallResult,
    EntryState,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.domain.register.listing import entry_rows
from ctg_desktop.domain.register.steps import is_called

TODAY = date(2026, 11, 25)
ALERT = "alerte"
FIRST_CALL = datetime(2026, 11, 22)  # noqa: DTZ001 - local time, as stored
LAST_CALL = datetime(2026, 11, 25, 23)  # noqa: DTZ001 - local time, as stored

days = st.dates(date(2024, 1, 1), TODAY)
calls = st.builds(
    Call,
    at=st.datetimes(FIRST_CALL, LAST_CALL),
    result=st.sampled_from(CallResult),
    alert=st.sampled_from([ALERT, "autre"]),
)
entries = st.builds(
    RegisterEntry,
    id=st.uuids().map(str),
    last_name=st.sampled_from(["Aubrun", "Émery", "Zola"]),
    request=st.builds(Request, on=days, by=st.sampled_from(AskedBy)),
    to_warn=st.sampled_from([(), (RegisterContact("Claire"),)]),
    acknowledged_on=st.none() | days,
    registered_on=st.none() | days,
    objected_on=st.none() | days,
    confirmed_on=st.none() | days,
    calls=st.lists(calls, max_size=4).map(tuple),
)
registers = st.lists(entries, max_size=12)


def test_the_eighth_day_is_in_time_and_the_ninth_is_late() -> None:
    asked = date(2026, 11, 20)
    entry = RegisterEntry(id="x", last_name="Zola", request=Request(asked))
    assert due_on(entry) == date(2026, 11, 28)
    for late, day in ((False, 28), (True, 29)):
        (due,) = due_entries([entry], date(2026, 11, day))
        assert due.is_overdue is late
    assert due.days_left == -1


@given(entries)
def test_what_was_acknowledged_or_objected_to_is_never_due(entry: RegisterEntry) -> None:
    open_ = entry.acknowledged_on is None and entry.objected_on is None
    assert (due_on(entry) is not None) == open_
    if open_:
        assert due_on(entry) == entry.request.on + timedelta(days=8)


@given(registers, days)
def test_the_clock_without_names_says_what_the_open_register_says(
    register: list[RegisterEntry], today: date
) -> None:
    due = due_entries(register, today)
    clock = clock_of([day for one in register if (day := due_on(one))], today)
    assert clock.waiting == len(due)
    assert clock.overdue == sum(one.is_overdue for one in due)
    assert clock.next_due == (due[0].due_on if due else None)
    assert [one.due_on for one in due] == sorted(one.due_on for one in due)
    late = sum(row.is_overdue for row in entry_rows(register, today))
    assert late == clock.overdue


@given(entries, days)
def test_whoever_was_confirmed_this_year_is_not_called_again(
    entry: RegisterEntry, today: date
) -> None:
    standing = replace(entry, registered_on=date(2023, 1, 1), objected_on=None)
    assert not to_confirm(replace(standing, confirmed_on=today), today)
    assert to_confirm(replace(standing, confirmed_on=None), today)
    assert not to_confirm(replace(standing, objected_on=today), today)


@given(registers)
def test_everybody_who_is_to_be_called_is_called_and_nobody_else(
    register: list[RegisterEntry],
) -> None:
    rows = call_rows(register, ALERT, TODAY)
    assert sorted(row.id for row in rows) == sorted(one.id for one in register if is_called(one))
    refused = {one.id for one in register if one.state is EntryState.REFUSED}
    assert refused.isdisjoint(row.id for row in rows)


@given(registers)
def test_who_was_not_reached_today_comes_first_and_never_reached_before_all(
    register: list[RegisterEntry],
) -> None:
    rows = call_rows(register, ALERT, TODAY)
    ranks = [(row.reached_today, row.reached_at is not None) for row in rows]
    assert ranks == sorted(ranks)
    never = [row.is_alone for row in rows if row.reached_at is None]
    assert never == sorted(never, reverse=True)
    for row in rows:
        (entry,) = [one for one in register if one.id == row.id]
        mine = [call for call in entry.calls if call.alert == ALERT]
        reached = [call.at for call in mine if call.result in REACHED]
        assert row.reached_at == max(reached, default=None)
        assert row.tries_today == sum(call.at.date() == TODAY for call in mine)
        assert (row.last is None) == (not mine)
