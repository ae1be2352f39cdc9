"""Persons of the register, from the request to the removal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Call,
    CallResult,
    EntryState,
    RegisterEntry,
    Removal,
    Request,
)
from ctg_desktop.domain.register.rules import RegisterWarning
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.register.open_register import OpenRegister
from tests.register_for_tests import (
    ASKED,
    BY_NEIGHBOUR,
    KEEPER_PASSWORD,
    PAULETTE,
    TODAY,
    set_up,
)

MORNING = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - local time, as stored


@pytest.fixture
def register(office: Office) -> Iterator[OpenRegister]:
    opened = set_up(office.register)
    yield opened
    opened.close()


def test_a_request_of_a_third_party_goes_its_whole_way(
    office: Office, register: OpenRegister
) -> None:
    kept = register.save(BY_NEIGHBOUR, TODAY)
    assert (kept.state, kept.version) == (EntryState.TO_ACKNOWLEDGE, 1)
    assert (office.register.clock(TODAY).waiting, office.register.overdue_count(TODAY)) == (1, 0)
    assert office.register.overdue_count(date(2026, 11, 29)) == 1
    with pytest.raises(UserError, match="register-not-acknowledged"):
        register.enrol(kept.id, TODAY, TODAY)
    register.acknowledge(kept.id, TODAY, TODAY)
    assert register.due(TODAY) == []
    assert office.register.clock(TODAY).waiting == 0
    entered = register.enrol(kept.id, TODAY, TODAY)
    assert entered.state is EntryState.REGISTERED
    assert register.get(kept.id) == entered
    next_year = date(2027, 5, 1)
    assert [row.id for row in register.yearly(next_year)] == [kept.id]
    register.confirm(kept.id, next_year, next_year)
    assert register.yearly(next_year) == []


def test_a_mistaken_day_is_taken_back(register: OpenRegister) -> None:
    kept = register.save(PAULETTE, TODAY)
    register.acknowledge(kept.id, TODAY, TODAY)
    assert register.acknowledge(kept.id, None, TODAY).state is EntryState.TO_ACKNOWLEDGE
    assert [one.due_on for one in register.due(TODAY)] == [date(2026, 11, 28)]


def test_a_form_changes_no_step_and_no_call(register: OpenRegister) -> None:
    kept = register.save(replace(PAULETTE, registered_on=ASKED, calls=(_call(),)), TODAY)
    assert (kept.registered_on, kept.calls) == (None, ())
    told = register.acknowledge(kept.id, TODAY, TODAY)
    saved = register.save(replace(told, acknowledged_on=None, city="Charroux"), TODAY)
    assert (saved.acknowledged_on, saved.city) == (TODAY, "Charroux")


def test_of_two_who_change_the_same_entry_the_second_is_told(register: OpenRegister) -> None:
    first = register.save(PAULETTE, TODAY)
    register.save(replace(first, phone="05 36 49 02 07"), TODAY)
    with pytest.raises(UserError, match="register-changed"):
        register.save(replace(first, phone="05 36 49 02 08"), TODAY)
    assert register.get(first.id).phone == "+33536490207"


def test_two_registers_open_at_once_do_not_overwrite_each_other(
    office: Office, register: OpenRegister
) -> None:
    kept = register.save(PAULETTE, TODAY)
    other = office.register.unlock(KEEPER_PASSWORD)
    other.acknowledge(kept.id, TODAY, TODAY)
    with pytest.raises(UserError, match="register-changed"):
        register.save(kept, TODAY)
    assert register.get(kept.id).acknowledged_on == TODAY


def test_of_who_says_no_there_is_a_day_left_and_no_name(register: OpenRegister) -> None:
    kept = register.save(BY_NEIGHBOUR, TODAY)
    register.drafts.keep(f"entry:{kept.id}", {"note": "Paulette"})
    left = register.object(kept.id, TODAY, TODAY)
    assert left.id != kept.id
    assert left == RegisterEntry(id=left.id, objected_on=TODAY, version=1)
    (row,) = register.entries(TODAY)
    assert (row.id, row.name, row.state) == (left.id, "", EntryState.REFUSED)
    assert register.drafts.keys() == []
    for gone in (kept.id, left.id):
        with pytest.raises(UserError, match="register-entry-unknown"):
            register.get(gone)
    assert register.full() == []


@pytest.mark.parametrize("birth_date", [PAULETTE.birth_date, None])
def test_a_later_request_of_a_third_party_about_them_is_recognised(
    register: OpenRegister, birth_date: date | None
) -> None:
    register.object(register.save(BY_NEIGHBOUR, TODAY).id, TODAY, TODAY)
    again = replace(
        BY_NEIGHBOUR, last_name="GUERIN", first_names="paulette, odile", birth_date=birth_date
    )
    assert RegisterWarning.OBJECTED_BEFORE in register.warnings(again)
    with pytest.raises(UserError, match="register-objected"):
        register.save(again, TODAY)
    assert len(register.entries(TODAY)) == 1
    namesake = register.save(again, TODAY, although_objected=True)
    assert register.get(namesake.id).last_name == "GUERIN"


def test_a_name_corrected_to_theirs_is_recognised_as_well(register: OpenRegister) -> None:
    """A third party misspells the name; it is corrected later, and they had said no."""
    register.object(register.save(BY_NEIGHBOUR, TODAY).id, TODAY, TODAY)
    misspelt = register.save(replace(BY_NEIGHBOUR, last_name="Guéran"), TODAY)
    with pytest.raises(UserError) as fault:
        register.save(replace(misspelt, last_name="guerin"), TODAY)
    assert fault.value.code == "register-objected"
    assert register.get(misspelt.id).last_name == "Guéran"
    namesake = register.save(replace(misspelt, last_name="Guérin"), TODAY, although_objected=True)
    assert register.save(replace(namesake, phone=""), TODAY).phone == ""


def test_who_objected_and_was_entered_twice_is_told_of_on_the_other_sheet(
    register: OpenRegister,
) -> None:
    first, second = (register.save(BY_NEIGHBOUR, TODAY) for _time in range(2))
    assert RegisterWarning.REGISTERED_TWICE in register.warnings(second)
    register.object(first.id, TODAY, TODAY)
    left = register.get(second.id)
    assert register.warnings(left) == (RegisterWarning.OBJECTED_BEFORE,)


def test_another_birth_date_is_another_person(register: OpenRegister) -> None:
    register.object(register.save(BY_NEIGHBOUR, TODAY).id, TODAY, TODAY)
    other = replace(BY_NEIGHBOUR, birth_date=date(1950, 1, 1))
    assert RegisterWarning.OBJECTED_BEFORE not in register.warnings(other)
    assert register.save(other, TODAY).id


def test_their_own_request_lifts_their_objection(register: OpenRegister) -> None:
    register.object(register.save(BY_NEIGHBOUR, TODAY).id, TODAY, TODAY)
    assert RegisterWarning.OBJECTED_BEFORE in register.warnings(PAULETTE)
    kept = register.save(PAULETTE, TODAY)
    assert [row.id for row in register.entries(TODAY)] == [kept.id]


def test_somebody_entered_twice_is_noticed(register: OpenRegister) -> None:
    kept = register.save(PAULETTE, TODAY)
    assert register.warnings(kept) == ()
    assert register.warnings(replace(PAULETTE, birth_date=None, last_name="guerin")) == (
        RegisterWarning.BIRTH_DATE_MISSING,
        RegisterWarning.REGISTERED_TWICE,
    )


@pytest.mark.parametrize("reason", Removal)
def test_who_is_removed_is_gone_and_a_line_without_a_name_says_why(
    office: Office, register: OpenRegister, reason: Removal
) -> None:
    kept = register.save(PAULETTE, TODAY)
    register.remove(kept.id, reason)
    assert register.entries(TODAY) == []
    with pytest.raises(UserError, match="register-entry-unknown"):
        register.remove(kept.id, reason)
    last = office.access_log.rows()[-1].access
    assert (last.kind, last.what, last.ids) == (
        AccessKind.ERASED,
        f"register-removed-{reason.value}",
        (kept.id,),
    )


def test_an_objection_entered_by_mistake_is_removed(register: OpenRegister) -> None:
    left = register.object(register.save(PAULETTE, TODAY).id, TODAY, TODAY)
    register.remove(left.id, Removal.ERROR)
    assert register.entries(TODAY) == []
    assert register.save(BY_NEIGHBOUR, TODAY).id


def _call(alert: str = "", result: CallResult = CallResult.WELL) -> Call:
    return Call(MORNING, result, alert=alert)


def test_an_alert_has_its_calls_and_takes_them_along(register: OpenRegister) -> None:
    kept = register.save(PAULETTE, TODAY)
    waiting = register.save(replace(BY_NEIGHBOUR, last_name="Ferrand"), TODAY)
    alert = register.begin_alert("  Canicule  ", date(2026, 11, 24), TODAY)
    cold = register.begin_alert("Grand froid", date(2026, 11, 20), TODAY)
    assert [one.name for one in register.alerts()] == ["Canicule", "Grand froid"]
    assert [row.id for row in register.call_list(alert.id, TODAY)] == [kept.id]
    with pytest.raises(UserError, match="register-not-entered"):
        register.note_call(waiting.id, _call(alert.id), TODAY)
    register.note_call(kept.id, _call(alert.id, CallResult.NO_ANSWER), TODAY)
    at = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    noted = register.note_call(kept.id, Call(at, CallResult.WELL, "Bruno", alert.id), TODAY)
    assert [(one.at, one.by) for one in noted.calls] == [
        (MORNING, register.user),
        (MORNING.replace(hour=10, minute=0), "Bruno"),
    ]
    (row,) = register.call_list(alert.id, TODAY)
    assert (row.reached_today, row.tries_today) == (True, 2)
    (row,) = register.call_list(cold.id, TODAY)
    assert (row.reached_today, row.last) == (False, None)
    register.take_back_call(kept.id, noted.calls[1])
    (row,) = register.call_list(alert.id, TODAY)
    assert not row.reached_today
    ended = register.end_alert(alert.id, TODAY, TODAY)
    assert ended.ended_on == TODAY
    assert [one.name for one in register.alerts()] == ["Grand froid", "Canicule"]
    register.remove_alert(alert.id)
    assert register.get(kept.id).calls == ()
    with pytest.raises(UserError, match="register-alert-unknown"):
        register.call_list(alert.id, TODAY)


def test_calls_and_alerts_have_possible_days_and_names(register: OpenRegister) -> None:
    kept = register.save(PAULETTE, TODAY)
    with pytest.raises(UserError, match="register-alert-name-missing"):
        register.begin_alert(" ", TODAY, TODAY)
    with pytest.raises(UserError, match="register-day-to-come"):
        register.begin_alert("Froid", date(2026, 11, 26), TODAY)
    alert = register.begin_alert("Froid", TODAY, TODAY)
    with pytest.raises(UserError, match="register-day-too-early"):
        register.end_alert(alert.id, ASKED, TODAY)
    for day, code in ((24, "register-day-too-early"), (26, "register-day-to-come")):
        call = Call(MORNING.replace(day=day), CallResult.WELL, alert=alert.id)
        with pytest.raises(UserError, match=code):
            register.note_call(kept.id, call, TODAY)
    with pytest.raises(UserError, match="register-alert-unknown"):
        register.note_call(kept.id, _call("ailleurs"), TODAY)


def test_a_call_is_not_noted_before_its_time(register: OpenRegister) -> None:
    now = register.now()
    kept = register.save(replace(PAULETTE, request=Request(now.date())), now.date())
    alert = register.begin_alert("Froid", now.date(), now.date())
    soon = Call(now.replace(hour=23, minute=59, second=59), CallResult.WELL, alert=alert.id)
    with pytest.raises(UserError, match="register-time-to-come") as refused:
        register.note_call(kept.id, soon, now.date())
    assert refused.value.field == "at"
    just_now = Call(now, CallResult.WELL, alert=alert.id)
    assert register.note_call(kept.id, just_now, now.date()).calls[0].at == now.replace(
        microsecond=0
    )


def test_the_last_call_and_the_end_of_an_alert_are_taken_back(register: OpenRegister) -> None:
    kept = register.save(PAULETTE, TODAY)
    alert = register.begin_alert("Froid", ASKED, TODAY)
    with pytest.raises(UserError, match="register-call-unknown"):
        register.take_back_last_call(kept.id, alert.id)
    first = Call(MORNING - timedelta(days=1), CallResult.NO_ANSWER, alert=alert.id)
    register.note_call(kept.id, _call(alert.id), TODAY)
    register.note_call(kept.id, first, TODAY)
    (left,) = register.take_back_last_call(kept.id, alert.id).calls
    assert left.result is CallResult.NO_ANSWER
    register.end_alert(alert.id, ASKED, TODAY)
    with pytest.raises(UserError, match="register-alert-over"):
        register.note_call(kept.id, _call(alert.id), TODAY)
    assert register.end_alert(alert.id, None, TODAY).ended_on is None
    assert len(register.note_call(kept.id, _call(alert.id), TODAY).calls) == 2


def test_once_an_alert_is_over_only_what_was_called_in_it_is_still_noted(
    register: OpenRegister,
) -> None:
    kept = register.save(PAULETTE, TODAY)
    alert = register.begin_alert("Froid", TODAY, TODAY)
    register.end_alert(alert.id, TODAY, TODAY)
    after = TODAY + timedelta(days=3)
    late = Call(MORNING + timedelta(days=3), CallResult.WELL, alert=alert.id)
    with pytest.raises(UserError, match="register-alert-over"):
        register.note_call(kept.id, late, after)
    from_the_sheet = Call(MORNING, CallResult.WELL, alert=alert.id)
    assert len(register.note_call(kept.id, from_the_sheet, after).calls) == 1


def test_each_look_is_one_line_as_long_as_the_register_stays_open(
    office: Office, register: OpenRegister
) -> None:
    first, second = (register.save(replace(PAULETTE, last_name=one), TODAY) for one in "AB")
    before = len(office.access_log.rows())
    for _ in range(3):
        register.entries(TODAY)
        register.get(first.id)
    third = register.save(replace(PAULETTE, last_name="C"), TODAY)
    register.entries(TODAY)
    looks = [row.access for row in office.access_log.rows()[before:]]
    assert [(one.what, one.ids) for one in looks] == [
        ("register-list", (first.id, second.id)),
        ("register-entry", (first.id,)),
        ("register-added", (third.id,)),
        ("register-list", (third.id,)),
    ]
    office.register.unlock(KEEPER_PASSWORD).get(first.id)
    assert office.access_log.rows()[-1].access.actor == "Solange Arnaud"
    assert office.access_log.check() is None


def test_papers_get_whole_entries_by_name_of_those_who_are_called(register: OpenRegister) -> None:
    last = register.save(replace(PAULETTE, last_name="Zola"), TODAY)
    first = register.save(replace(PAULETTE, last_name="Émery"), TODAY)
    waiting = register.save(BY_NEIGHBOUR, TODAY)
    assert [one.id for one in register.full()] == [first.id, last.id]
    assert [one.id for one in register.full([waiting.id, "inconnue", last.id])] == [
        waiting.id,
        last.id,
    ]


def test_typing_is_kept_sealed_and_comes_back(office: Office, register: OpenRegister) -> None:
    register.drafts.keep("entry:new", {"last_name": "Guérin"})
    register.drafts.keep("entry:new", {"last_name": "Guérin", "city": "Civray"})
    register.drafts.keep("alert:new", {"name": "Froid"})
    assert office.drafts.keys() == []
    register.close()
    again = office.register.unlock(KEEPER_PASSWORD)
    assert again.drafts.keys("entry:") == ["entry:new"]
    assert again.drafts.get("entry:new") == {"last_name": "Guérin", "city": "Civray"}
    again.drafts.drop("entry:new")
    assert again.drafts.get("entry:new") is None
    assert again.drafts.keys() == ["alert:new"]


def test_a_request_of_a_representative_counts_like_one_s_own(register: OpenRegister) -> None:
    asked = Request(ASKED, AskedBy.REPRESENTATIVE)
    kept = register.save(replace(PAULETTE, request=asked), TODAY)
    assert [one.id for one in register.full()] == [kept.id]
    assert register.enrol(kept.id, ASKED, TODAY).state is EntryState.REGISTERED
