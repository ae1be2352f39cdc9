"""Access, the end of a family's time, and erasure – also from a backup that is restored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ctg_desktop.db.tables import ErasedTallyRecord
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.db.family_samples import FAMILY
from tests.keys_for_tests import KEY, make_locked
from tests.raw_pages import on_the_disk

TODAY = today()
LONG_AGO = TODAY - timedelta(days=1000)
SILENT = Household(name="Famille Silence", last_contact=LONG_AGO, arrival_date=LONG_AGO)


def test_the_longest_silent_comes_first(office: Office) -> None:
    later = replace(SILENT, last_contact=LONG_AGO + timedelta(days=30))
    second = office.families.save(later, TODAY).household
    first = office.families.save(SILENT, TODAY).household
    office.families.save(FAMILY, TODAY)
    assert office.family_rights.due(TODAY) == (first.id, second.id)
    assert office.families.counts(TODAY).by_view[HouseholdView.TO_REVIEW] == 2


def test_time_is_prolonged_for_a_reason_that_is_kept(office: Office) -> None:
    silent = office.families.save(SILENT, TODAY).household
    until = TODAY + timedelta(days=90)
    changes = office.family_rights.prolong(silent.id, until, " suivi demandé ", TODAY)
    assert changes.households == {silent.id}
    kept = office.families.get(silent.id)
    assert (kept.kept_until, kept.kept_because) == (until, "suivi demandé")
    assert kept.last_contact == LONG_AGO
    assert office.family_rights.due(TODAY) == ()
    assert office.family_rights.due(until) == (silent.id,)
    assert office.family_rights.review_day(silent.id) == until


@pytest.mark.parametrize(
    ("days", "because", "code"),
    [
        (0, "suivi", "prolongation-past"),
        (10, " ", "prolongation-reason-missing"),
        (3000, "suivi", "prolongation-too-long"),
    ],
)
def test_prolonging_is_refused(office: Office, days: int, because: str, code: str) -> None:
    silent = office.families.save(SILENT, TODAY).household
    with pytest.raises(UserError) as fault:
        office.family_rights.prolong(silent.id, TODAY + timedelta(days=days), because, TODAY)
    assert fault.value.code == code
    assert office.families.get(silent.id) == silent


def test_a_dossier_holds_everything(office: Office, family: Household) -> None:
    office.families.open(family.id)
    office.families.add_note(ContactNote(household=family.id, text="Première note"), TODAY)
    (note,) = office.families.notes(family.id)
    office.families.delete_note(note.id)
    office.families.add_note(ContactNote(household=family.id, text="Seconde note"), TODAY)
    office.referrals.add(Referral(household=family.id, need="school", listing_name="École"), TODAY)
    office.families.save(replace(office.families.get(family.id), referent="M. Autre"), TODAY)
    dossier = office.family_rights.dossier(family.id)
    assert dossier.household == office.families.get(family.id)
    assert [one.text for one in dossier.notes] == ["Seconde note"]
    assert [one.listing_name for one in dossier.referrals] == ["École"]
    assert [one.label for one in dossier.history] == [
        "household-saved",
        "referral-added",
        "note-added",
        "note-deleted",
        "note-added",
        "household-added",
    ]
    assert dossier.history[0].changes[0].fields == {"referent": ("Mme Grelier", "M. Autre")}
    (deleted,) = dossier.history[3].changes
    assert deleted.fields["text"] == ("Première note", None)
    assert [row.access.what for row in dossier.accesses] == ["household"]
    assert dossier.review_on == FAMILY.kept_until
    assert dossier.owner == "Civray"


def test_a_dossier_holds_nobody_else(office: Office, family: Household) -> None:
    other = office.families.save(replace(SILENT, name="Famille Voisine"), TODAY).household
    office.families.open(other.id)
    office.families.add_note(ContactNote(household=other.id, text="Vue au marché"), TODAY)
    told = office.family_rights.dossier_json(office.family_rights.dossier(family.id)).decode()
    assert "Voisine" not in told
    assert "marché" not in told
    assert other.id not in told


def test_a_dossier_as_a_machine_reads_it(office: Office, family: Household) -> None:
    office.families.open(family.id)
    plain = json.loads(office.family_rights.dossier_json(office.family_rights.dossier(family.id)))
    assert plain["household"]["name"] == FAMILY.name
    assert plain["household"]["phones"][0]["consents"][0]["given_on"] == "2026-03-02"
    (access,) = plain["accesses"]
    assert (access["by"], access["kind"]) == ("accueil", "consulted")
    (change,) = plain["history"]
    assert change["what"] == "household-added"
    assert change["changes"][0]["fields"]["name"] == {"before": None, "after": FAMILY.name}


def test_erasing_tells_what_it_did(office: Office, family: Household) -> None:
    office.families.add_note(ContactNote(household=family.id, text="Vue"), TODAY)
    erasure = office.family_rights.erase(family.id, ErasureReason.ASKED, TODAY)
    assert (erasure.on, erasure.reason, erasure.cleaned) == (TODAY, ErasureReason.ASKED, True)
    assert (erasure.removed.persons, erasure.removed.notes) == (3, 1)
    assert erasure.changes.households == {family.id}
    assert "abourin" not in str(erasure)
    for step in (office.families.get, office.family_rights.dossier):
        with pytest.raises(UserError) as fault:
            step(family.id)
        assert fault.value.code == "household-unknown"
    with pytest.raises(UserError) as fault:
        office.family_rights.erase(family.id, ErasureReason.ASKED, TODAY)
    assert fault.value.code == "household-unknown"


def test_erasing_leaves_the_journal_of_access_whole(office: Office, family: Household) -> None:
    office.families.open(family.id)
    office.family_rights.erase(family.id, ErasureReason.RETENTION, TODAY)
    assert office.access_log.check() is None
    assert [row.access.what for row in office.access_log.rows()] == [
        "household",
        "erased-retention",
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "coffre"
    make_locked(target, Profile(Role.COMMUNE, "86078", "Civray"))
    return target


def test_a_restored_backup_forgets_it_again(folder: Path) -> None:
    with open_office(folder, "accueil", KEY) as office:
        family = office.families.save(FAMILY, TODAY).household.id
        office.families.add_note(ContactNote(household=family, text="Vue"), TODAY)
        backup = office.backups.make().folder
        office.family_rights.erase(family, ErasureReason.ASKED, TODAY)
    before = tallies(folder)
    assert before
    Recovery(folder).restore(backup, KEY)
    assert tallies(folder) == before
    with open_office(folder, "accueil", KEY) as office:
        assert office.families.counts(TODAY).by_view[HouseholdView.ALL] == 0
        assert office.families.notes(family) == []
        assert office.search.find("sabourin") == []
        with pytest.raises(UserError) as fault:
            office.journal.undo()
    assert fault.value.code == "change-set-erased"
    assert b"sabourin" not in on_the_disk(folder / FILE_NAME, KEY).lower()


def tallies(folder: Path) -> list[tuple[object, ...]]:
    with Vault.open(folder, KEY) as vault, vault.engine.connect() as connection:
        return sorted(connection.execute(select(ErasedTallyRecord.__table__)).tuples())


def test_a_family_erased_by_nobody_stays(tmp_path: Path) -> None:
    """Opening a vault finishes what erasures left for later, and nothing else."""
    folder = tmp_path / "coffre"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil", KEY) as office:
        family = office.families.save(FAMILY, TODAY).household
    with open_office(folder, "accueil", KEY) as office:
        assert office.families.get(family.id) == family
        assert office.family_rights.review_day(family.id) == date(2029, 1, 31)
