"""An erased household is nowhere in the file any more, and counts as before."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ctg_desktop.db import cleaning, erasure, undone_households
from ctg_desktop.db.engine import settle, vault_engine, writing
from ctg_desktop.db.forgetting import clean_now, erase_household, tidy_up
from ctg_desktop.db.tables import ErasedRecord, ErasedTallyRecord, FieldChangeRecord
from ctg_desktop.db.undo import redo, undo
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.erasure import ErasureReason, Removed
from ctg_desktop.domain.families.household import Household, Person
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.tally import Dimension, Tally, tallies_of
from ctg_desktop.domain.history import UndoReport
from ctg_desktop.errors import UserError
from tests.keys_for_tests import KEY
from tests.raw_pages import on_the_disk

from .conftest import Clock
from .family_samples import FAMILY, NOTE, REFERRAL
from .samples import FULL

TODAY = date(2026, 11, 23)
MARKERS = ("Œuillet", "oeuillet", "sabourin", "tilleuls", "639980011", "grelier", "cantine")
EVERYBODY = HouseholdFilter(HouseholdView.ALL)


def fill(vault: Vault, others: int = 0) -> str:
    """Add the family among others, change it, note and delete things, leave drafts."""
    crowd = [neighbour(number) for number in range(others)]
    add_all(vault, crowd[: others // 3])
    family = add(vault, FAMILY)
    add_all(vault, crowd[others // 3 :])
    with vault.writing("note-added") as work:
        kept = work.notes.add(replace(NOTE, household=family, text="Rencontre Sabourin au marché"))
        gone = work.notes.add(replace(NOTE, household=family, text="Dit aimer la cantine"))
        work.referrals.add(replace(REFERRAL, household=family))
        away = work.referrals.add(replace(REFERRAL, household=family))
    with vault.writing("note-saved") as work:
        work.notes.save(replace(kept, text="Rencontre Œuillet au marché"))
        work.notes.delete(gone.id)
        work.referrals.save(replace(away, household=""))
    with vault.writing("household-saved") as work:
        work.households.save(replace(FAMILY, id=family, name="Famille Sabourin", note="Tilleuls"))
    vault.keep_draft(f"household:{family}", b'{"name":"Sabourin"}')
    vault.keep_draft("contact-note:new", f'{{"household":"{family}","text":"Grelier"}}'.encode())
    vault.keep_draft("listing:new", b'{"name":"Autre"}')
    return family


def add(vault: Vault, household: Household) -> str:
    with vault.writing("household-added", actor="accueil") as work:
        return work.households.add(household).id


def add_all(vault: Vault, households: Iterable[Household]) -> None:
    with vault.writing("household-added") as work:
        for one in households:
            work.households.add(one)


def neighbour(number: int) -> Household:
    """Return a household whose name sorts anywhere, so that pages are filled and divided."""
    name = f"{number * 7919 % 1000:03} Voisine{number}"
    return Household(name=name, persons=(Person("Ada", name),), address=Address((name,)))


def erase(vault: Vault, household_id: str) -> None:
    erase_household(vault, household_id, ErasureReason.ASKED, actor="accueil")


def left_in(file: Path, markers: Iterable[str] = MARKERS) -> set[str]:
    """Return the markers that can still be read in a database or its log."""
    pages = on_the_disk(file, KEY).lower()
    return {mark for mark in markers if any(one.encode() in pages for one in (mark, mark.lower()))}


def counts(vault: Vault) -> Counter[tuple[str, str, str]]:
    """Return what the households of a vault count for, those erased too."""
    found: Counter[tuple[str, str, str]] = Counter()
    with vault.reading() as stored:
        for household in stored.households.stream(EVERYBODY, TODAY, 24):
            for one in tallies_of(household):
                found[one.period, one.dimension.value, one.key] += one.count
        for row in stored.session.scalars(select(ErasedTallyRecord)):
            found[row.period, row.dimension, row.key] += row.count
    return found


def test_the_pages_are_read_as_they_lie(vault: Vault, folder: Path) -> None:
    fill(vault)
    settle(vault.engine)
    assert left_in(folder / FILE_NAME) == set(MARKERS)


@pytest.mark.parametrize("others", [0, 450])
def test_no_page_of_the_file_keeps_a_value(vault: Vault, folder: Path, others: int) -> None:
    family = fill(vault, others)
    erase(vault, family)
    assert left_in(folder / FILE_NAME) == set()
    with vault.reading() as stored:
        assert stored.search.find("Sabourin") == []
        assert stored.drafts.keys() == ["listing:new"]
        assert len(stored.households.ids(EVERYBODY, HouseholdSort(), TODAY, 24)) == others
        assert len(stored.search.find("voisine", limit=1000)) == others


def test_deleting_alone_would_leave_values(vault: Vault, folder: Path) -> None:
    family = fill(vault, others=450)
    with writing(vault.engine).begin() as connection:
        erasure.erase(connection, [("household", family)])
    settle(vault.engine)
    assert left_in(folder / FILE_NAME)


def test_what_is_told_of_an_erasure(vault: Vault) -> None:
    family = fill(vault)
    told = erase_household(vault, family, ErasureReason.MOVED, actor="accueil")
    assert (told.household, told.reason, told.cleaned) == (family, ErasureReason.MOVED, True)
    assert told.removed.persons == 3
    assert (told.removed.notes, told.removed.referrals, told.removed.drafts) == (1, 1, 2)
    assert told.removed.journal > 5
    assert told.changes.households == {family}
    (line,) = vault.access_log.rows()
    assert (line.number, line.access.kind) == (told.number, AccessKind.ERASED)
    assert (line.access.what, line.access.ids) == ("erased-moved", (family,))
    with vault.reading() as stored:
        (entry, *_) = stored.journal.recent(1)
        assert (entry.label, entry.label_params) == ("household-erased", {"reason": "moved"})


def test_referrals_stay_without_a_name(vault: Vault) -> None:
    erase(vault, fill(vault))
    with vault.reading() as stored:
        months = {one.on for one in stored.referrals.recent(10) if one.on.day == 1}
        assert [one.household for one in stored.referrals.recent(10)] == ["", ""]
        assert months == {date(2026, 3, 1)}
        assert {one.listing_name for one in stored.referrals.recent(10)} == {"École publique"}


def test_a_year_counts_the_same(vault: Vault) -> None:
    first, second = fill(vault), add(vault, FAMILY)
    before = counts(vault)
    assert before["2026-03", "arrivals", ""] == 2
    erase(vault, first)
    assert counts(vault) == before
    erase(vault, second)
    assert counts(vault) == before
    with vault.reading() as stored:
        assert stored.households.ids(EVERYBODY, HouseholdSort(), TODAY, 24) == []


def test_an_older_database_forgets_alike(vault: Vault, tmp_path: Path) -> None:
    family = fill(vault)
    settle(vault.engine)
    shutil.copy(vault.folder / FILE_NAME, tmp_path / "ancien.db")
    before = counts(vault)
    erase(vault, family)
    engine = vault_engine(tmp_path / "ancien.db", KEY)
    try:
        with writing(engine).begin() as connection:
            assert erasure.erase(connection, [("household", family)]) == 1
            assert erasure.erase(connection, [("household", family)]) == 0
        cleaning.clean_alone(engine)
        settle(engine)
        with engine.connect() as old, vault.engine.connect() as new:
            for table in (ErasedTallyRecord, ErasedRecord):
                asked = select(table.__table__)
                assert sorted(old.execute(asked).tuples()) == sorted(new.execute(asked).tuples())
    finally:
        engine.dispose()
    assert left_in(tmp_path / "ancien.db") == set()
    assert counts(vault) == before


def test_nothing_of_it_can_be_undone(vault: Vault) -> None:
    with vault.writing("listing-added"):
        pass
    with vault.writing("household-added") as work:
        family = work.households.add(FAMILY).id
    added = work.changes.change_set
    erase(vault, family)
    assert refused(lambda: undo(vault)) == "erasure-final"
    assert refused(lambda: undo(vault, added)) == "change-set-erased"
    with vault.reading() as stored:
        newest = stored.journal.recent(1)[0].id
    assert refused(lambda: undo(vault, newest)) == "change-set-final"
    other = add(vault, replace(FAMILY, name="Famille Autre"))
    undo(vault)
    with vault.reading() as stored:
        assert stored.households.names([other]) == {}
    assert refused(lambda: undo(vault)) == "change-set-erased"


def test_what_was_deleted_before_an_erasure_can_still_be_brought_back(vault: Vault) -> None:
    with vault.writing("listing-added") as work:
        listing = work.listings.add(FULL)
    family = fill(vault)
    with vault.writing("listings-deleted", count=1) as work:
        work.listings.delete([listing.id])
    with vault.writing("household-saved") as work:
        work.households.save(replace(FAMILY, id=family, note="Encore"))
    erase(vault, family)
    assert refused(lambda: undo(vault)) == "erasure-final"
    report = undo(vault, past_erasure=True)
    assert (report.label, report.skipped) == ("listings-deleted", 1)
    with vault.reading() as stored:
        assert stored.listings.names([listing.id])
    report = undo(vault)
    assert report.label == "listing-added"
    assert report.skipped > 1
    assert refused(lambda: undo(vault)) == "change-set-erased"
    assert redo(vault).changes.listings == {listing.id}


def refused(step: Callable[[], object]) -> str:
    with pytest.raises(UserError) as fault:
        step()
    return fault.value.code


def test_a_household_that_is_not_there(vault: Vault) -> None:
    assert refused(lambda: erase(vault, "01a1b2c3-0000-7000-8000-00000000000f")) == (
        "household-unknown"
    )


def test_a_household_with_dealings_is_not_taken_away_by_undo(vault: Vault) -> None:
    with vault.writing("household-added") as work:
        family = work.households.add(FAMILY).id
    added = work.changes.change_set
    with vault.writing("note-added") as work:
        work.notes.add(replace(NOTE, household=family))
    report = undo(vault, added)
    assert [(one.entity, one.id) for one in report.kept] == [("household", family)]
    with vault.reading() as stored:
        assert stored.households.names([family]) == {family: FAMILY.name}


def taken_back(vault: Vault) -> tuple[str, UndoReport]:
    return add(vault, FAMILY), undo(vault)


def test_an_undone_household_is_let_go_after_a_month(
    vault: Vault, folder: Path, clock: Clock
) -> None:
    family, _ = taken_back(vault)
    assert tidy_up(vault)
    redo(vault)
    with vault.reading() as stored:
        assert stored.households.names([family])
    undo(vault)
    clock.at += undone_households.KEPT + timedelta(hours=1)
    assert tidy_up(vault)
    assert left_in(folder / FILE_NAME) == set()
    with vault.reading() as stored:
        changes = stored.session.scalars(
            select(FieldChangeRecord).where(FieldChangeRecord.record_id == family)
        )
        assert list(changes) == []
        assert not stored.preferences.get(undone_households.MARK)


def test_an_undone_household_can_be_erased_at_once(vault: Vault, folder: Path) -> None:
    family, _ = taken_back(vault)
    told = erase_household(vault, family, ErasureReason.MISTAKE)
    assert told.removed == Removed(persons=0, journal=2)
    assert counts(vault) == {}
    assert left_in(folder / FILE_NAME) == set()


def test_a_cleaning_waits_for_who_reads(vault: Vault, folder: Path) -> None:
    family = fill(vault)
    with vault.reading() as stored:
        stored.households.names([])
        stored.households.names([family])
        told = erase_household(vault, family, ErasureReason.ASKED)
        assert not told.cleaned
        assert cleaning.is_due(vault.preferences)
    assert clean_now(vault)
    assert left_in(folder / FILE_NAME) == set()
    assert not cleaning.is_due(vault.preferences)


def test_tallies_add_up(vault: Vault) -> None:
    for _ in range(3):
        erase(vault, add(vault, FAMILY))
    with vault.reading() as stored:
        rows = {
            (one.period, one.dimension, one.key): one.count
            for one in stored.session.scalars(select(ErasedTallyRecord))
        }
    expected = Tally("2026", Dimension.PERSONS, "adult", 2)
    assert rows[expected.period, expected.dimension.value, expected.key] == 3 * expected.count
