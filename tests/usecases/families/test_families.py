"""What a secretary does with families."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.contacting import may_contact
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote
from ctg_desktop.domain.families.household import (
    Channel,
    Household,
    Person,
    Purpose,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.listing import (
    HouseholdFilter,
    HouseholdSort,
    HouseholdState,
    HouseholdView,
)
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from tests.db.family_samples import FAMILY

TODAY = today()
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)


def state(office: Office, household: Household) -> HouseholdState:
    (row,) = office.families.rows([household.id], TODAY)
    return row.state


def refused(office: Office, household: Household) -> str:
    with pytest.raises(UserError) as fault:
        office.families.save(household, TODAY)
    return fault.value.code


def test_a_family_is_noted_in_a_word_and_found(office: Office) -> None:
    saved = office.families.save(Household(persons=(Person("Jeanne", "Exemple"),)), TODAY)
    assert saved.household.name == "Famille Exemple"
    assert saved.changes.households == {saved.household.id}
    assert office.families.get(saved.household.id) == saved.household
    wanted = HouseholdFilter(HouseholdView.TO_WELCOME, text="exemple")
    assert office.families.index(wanted, HouseholdSort(), TODAY) == (saved.household.id,)
    assert office.families.counts(TODAY).by_view[HouseholdView.NOT_INFORMED] == 1
    assert office.families.names([saved.household.id]) == {saved.household.id: "Famille Exemple"}


def test_a_rule_refuses_before_anything_is_stored(office: Office) -> None:
    assert refused(office, Household()) == "household-name-missing"
    assert office.families.counts(TODAY).by_view[HouseholdView.ALL] == 0
    assert refused(office, replace(FAMILY, id="01a1b2c3-0000-7000-8000-00000000000f")) == (
        "household-unknown"
    )


def test_changes_are_undone_field_by_field(office: Office, family: Household) -> None:
    office.families.save(replace(family, referent="M. Autre", needs=("job",)), TODAY)
    office.families.call_back(family.id, TODAY)
    office.journal.undo()
    assert office.families.get(family.id).call_back_on == family.call_back_on
    office.journal.undo()
    assert office.families.get(family.id) == family
    office.journal.undo()
    with pytest.raises(UserError) as fault:
        office.families.get(family.id)
    assert fault.value.code == "household-unknown"
    office.journal.redo()
    assert office.families.get(family.id) == family


def test_no_label_of_the_journal_names_a_family(office: Office, family: Household) -> None:
    office.families.save(replace(family, name="Famille Renommée"), TODAY)
    office.families.leave(family.id, TODAY)
    office.journal.undo()
    for change in office.journal.recent():
        assert "Famille" not in str(change.label_params)


def test_looking_at_a_family_is_told_once_a_day(office: Office, family: Household) -> None:
    office.families.get(family.id)
    assert office.access_log.rows() == []
    assert office.families.open(family.id) == family
    office.families.open(family.id)
    (row,) = office.access_log.rows()
    assert (row.access.kind, row.access.entity) == (AccessKind.CONSULTED, "household")
    assert (row.access.ids, row.access.actor) == ((family.id,), "accueil")


def test_a_new_start_does_not_tell_it_again(office: Office, family: Household) -> None:
    office.families.open(family.id)
    office.families._opened.clear()
    office.families.open(family.id)
    assert len(office.access_log.rows()) == 1


def test_a_contact_lets_the_time_run_and_is_undone_with_it(
    office: Office, family: Household
) -> None:
    note = ContactNote(household=family.id, kind=ContactKind.VISIT, text=" Vue chez elle ")
    changes = office.families.add_note(note, TODAY)
    assert (len(changes.notes), changes.households) == (1, {family.id})
    (kept,) = office.families.notes(family.id)
    assert (kept.text, kept.on, kept.author) == ("Vue chez elle", TODAY, "accueil")
    assert office.families.get(family.id).last_contact == TODAY
    office.journal.undo()
    assert office.families.notes(family.id) == []
    assert office.families.get(family.id).last_contact == family.last_contact


def test_an_older_contact_changes_no_time(office: Office, family: Household) -> None:
    older = ContactNote(household=family.id, on=date(2026, 3, 3), text="Vue au marché")
    assert office.families.add_note(older, TODAY).households == frozenset()
    assert office.families.get(family.id).last_contact == family.last_contact


def test_notes_are_corrected_and_deleted(office: Office, family: Household) -> None:
    for day in (date(2026, 6, 1), date(2026, 7, 1)):
        office.families.add_note(
            ContactNote(household=family.id, on=day, text=f"Le {day}", author="Zoé"), TODAY
        )
    newest, oldest = office.families.notes(family.id)
    assert (newest.on, office.families.notes(family.id, 1)) == (date(2026, 7, 1), [newest])
    office.families.save_note(replace(oldest, text="Corrigée", household="", author="Autre"))
    corrected = office.families.notes(family.id)[1]
    assert corrected == replace(oldest, text="Corrigée")
    office.families.delete_note(newest.id)
    assert office.families.notes(family.id) == [corrected]
    with pytest.raises(UserError) as fault:
        office.families.delete_note(newest.id)
    assert fault.value.code == "note-unknown"


def test_a_note_belongs_to_a_family(office: Office) -> None:
    with pytest.raises(UserError) as fault:
        office.families.add_note(ContactNote(household="x", text="Vue"), TODAY)
    assert fault.value.code == "household-unknown"


def test_saving_a_form_forgets_no_contact_noted_meanwhile(
    office: Office, family: Household
) -> None:
    office.families.add_note(ContactNote(household=family.id, text="Au téléphone"), TODAY)
    saved = office.families.save(replace(family, referent="M. Autre"), TODAY).household
    assert saved.last_contact == TODAY


def test_a_family_leaves_and_comes_back(office: Office, family: Household) -> None:
    changes = office.families.leave(family.id, YESTERDAY)
    assert changes.households == {family.id}
    assert state(office, family) is HouseholdState.LEFT
    assert office.families.get(family.id).call_back_on is None
    (like,) = office.families.similar(replace(FAMILY, id=""))
    assert (like.id, like.left_on) == (family.id, YESTERDAY)
    back = office.families.come_back(family.id, TODAY).household
    assert (back.left_on, back.last_contact) == (None, TODAY)
    assert back.arrival_date == family.arrival_date


def test_a_family_that_objects_is_left_in_peace(office: Office, family: Household) -> None:
    office.families.object(family.id, TODAY)
    silent = office.families.get(family.id)
    assert state(office, family) is HouseholdState.OBJECTED
    assert silent.call_back_on is None
    assert not any(
        may_contact(silent, channel, purpose, TODAY) for channel in Channel for purpose in Purpose
    )


def test_a_consent_is_taken_back_and_kept_as_such(office: Office, family: Household) -> None:
    office.families.withdraw(family.id, Channel.EMAIL, None, TODAY)
    after = office.families.get(family.id)
    assert after.emails[0].consents[0].withdrawn_on == TODAY
    assert after.phones == family.phones
    assert may_contact(after, Channel.PHONE, Purpose.WELCOME, TODAY)
    office.families.withdraw(family.id, Channel.PHONE, Purpose.INVITATIONS, TODAY)
    assert office.families.get(family.id).phones == family.phones
    with pytest.raises(UserError) as fault:
        office.families.withdraw(family.id, Channel.POST, None, TODAY)
    assert fault.value.code == "consent-not-by-post"


def test_a_call_is_promised_and_done(office: Office, family: Household) -> None:
    office.families.call_back(family.id, TODAY)
    assert state(office, family) is HouseholdState.TO_CALL_BACK
    office.families.call_back(family.id, None)
    assert state(office, family) is HouseholdState.WELCOMED


def test_nothing_happens_tomorrow(office: Office, family: Household) -> None:
    for step in (
        lambda: office.families.leave(family.id, TOMORROW),
        lambda: office.families.object(family.id, TOMORROW),
        lambda: office.families.withdraw(family.id, Channel.EMAIL, None, TOMORROW),
        lambda: office.families.come_back(family.id, TOMORROW),
    ):
        with pytest.raises(UserError) as fault:
            step()
        assert fault.value.code == "date-in-future"
    assert office.families.get(family.id) == family


def test_settings_decide_for_how_long(office: Office) -> None:
    assert office.families.settings() == FamilySettings()
    old = replace(FAMILY, last_contact=TODAY - timedelta(days=400), welcome=FAMILY.welcome)
    old = replace(old, kept_until=None, kept_because="", informed_on=None, phones=(), emails=())
    old = replace(old, welcome=replace(old.welcome, letter_on=None, booklet_on=None))
    old = replace(old, welcome=replace(old.welcome, invited_on=None))
    kept = office.families.save(old, TODAY).household
    assert office.family_rights.due(TODAY) == ()
    changes = office.families.save_settings(FamilySettings(retention_months=12))
    assert changes.settings == {"families"}
    assert office.family_rights.due(TODAY) == (kept.id,)
    assert state(office, kept) is HouseholdState.TO_REVIEW
    with pytest.raises(UserError) as fault:
        office.families.save_settings(FamilySettings(retention_months=0))
    assert fault.value.code == "retention-out-of-range"


def test_contact_noted_under_a_wrong_clock_keeps_nobody_from_saving(
    office: Office, family: Household
) -> None:
    far = TODAY + timedelta(days=3652)
    ahead = office.families.save(replace(family, last_contact=None), far).household
    note = ContactNote(household=family.id, on=far, text="Rappelée")
    office.families.add_note(note, far)
    assert office.families.get(family.id).last_contact == far
    saved = office.families.save(replace(ahead, note="Corrigée"), TODAY, ahead).household
    assert (saved.note, saved.last_contact) == ("Corrigée", TODAY)


def test_what_was_done_meanwhile_stands_where_nothing_was_typed(
    office: Office, family: Household
) -> None:
    office.families.object(family.id, TODAY)
    typed = replace(family, note="Cherche un jardin")
    saved = office.families.save(typed, TODAY, family).household
    assert (saved.objected_on, saved.note) == (TODAY, "Cherche un jardin")


def test_draft_from_before_brings_back_nothing_that_was_taken_back(
    office: Office, family: Household
) -> None:
    office.families.withdraw(family.id, Channel.PHONE, None, TODAY)
    taken_back = office.families.get(family.id)
    spaced = replace(family.phones[0], number="06 39 98 00 11")
    for typed in (family, replace(family, phones=(spaced,))):
        saved = office.families.save(replace(typed, note="Corrigée"), TODAY).household
        assert (saved.note, saved.phones) == ("Corrigée", taken_back.phones)


def test_steps_noted_under_a_wrong_clock_are_corrected_one_by_one(
    office: Office, family: Household
) -> None:
    far = TODAY + timedelta(days=3652)
    done = WelcomeChecklist(letter_on=far, booklet_on=far, visit_on=far)
    office.families.save(replace(family, welcome=done, informed_on=far), far)
    for step in ("letter_on", "booklet_on", "visit_on"):
        known = office.families.get(family.id)
        change: dict[str, date | None] = {step: TODAY}
        mended = replace(known, welcome=replace(known.welcome, **change))  # type: ignore[arg-type]  # fields of days
        office.families.save(mended, TODAY)
    known = office.families.get(family.id)
    saved = office.families.save(replace(known, informed_on=TODAY), TODAY).household
    assert saved.welcome == WelcomeChecklist(TODAY, TODAY, TODAY)
    assert saved.informed_on == saved.last_contact == TODAY
