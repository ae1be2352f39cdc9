"""Undo puts back what was there, keeps what somebody changed since, and survives a restart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given

from ctg_desktop.db.undo import redo, undo
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.category import CATEGORIES, Category
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.history import KeptField, Origin
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError
from tests.keys_for_tests import KEY

from .samples import FULL, SERIES, listings
from .test_journal import replayed, stored
from .test_listings import EVERYTHING, TODAY


def add(vault: Vault, listing: Listing = FULL) -> Listing:
    with vault.writing("listing-added", name=listing.name) as work:
        return work.listings.add(listing)


def save(vault: Vault, listing: Listing) -> str:
    with vault.writing("listing-saved", name=listing.name) as work:
        work.listings.save(listing)
    assert work.changes.change_set is not None
    return work.changes.change_set


def remove(vault: Vault, *listings: Listing) -> str:
    with vault.writing("listings-deleted", count=len(listings)) as work:
        work.listings.delete([one.id for one in listings])
    assert work.changes.change_set is not None
    return work.changes.change_set


def get(vault: Vault, listing_id: str) -> Listing | None:
    with vault.reading() as reading:
        known = reading.listings.names([listing_id])
        return reading.listings.get(listing_id) if known else None


@given(before=listings, after=listings)
def test_undo_of_a_change_is_as_if_it_had_not_been_made(
    shared: Vault, before: Listing, after: Listing
) -> None:
    listing = add(shared, before)
    changed = replace(after, id=listing.id)
    assume(changed != listing)
    save(shared, changed)
    report = undo(shared)
    assert not report.kept
    assert report.changes.listings == {listing.id}
    assert get(shared, listing.id) == listing
    redo(shared)
    assert get(shared, listing.id) == changed


@given(listing=listings)
def test_undo_of_a_deletion_brings_the_same_listing_back(shared: Vault, listing: Listing) -> None:
    added = add(shared, listing)
    remove(shared, added)
    report = undo(shared)
    assert (report.label, report.kept) == ("listings-deleted", ())
    assert get(shared, added.id) == added


@given(listing=listings)
def test_undo_of_a_creation_deletes_and_redo_brings_back(shared: Vault, listing: Listing) -> None:
    added = add(shared, listing)
    undo(shared)
    assert get(shared, added.id) is None
    redo(shared)
    assert get(shared, added.id) == added


def test_undo_goes_back_step_by_step_and_redo_forward(vault: Vault) -> None:
    steps = [add(vault)]
    for name in ("b", "c", "d"):
        steps.append(replace(steps[-1], name=name))
        save(vault, steps[-1])
    for wanted in (*steps[-2::-1], None):
        undo(vault)
        assert get(vault, steps[0].id) == wanted
    with pytest.raises(UserError, match="nothing-to-undo"):
        undo(vault)
    for wanted in steps:
        redo(vault)
        assert get(vault, steps[0].id) == wanted
    with pytest.raises(UserError, match="nothing-to-redo"):
        redo(vault)
    undo(vault)
    assert get(vault, steps[0].id) == steps[-2]
    assert replayed(vault) == stored(vault)


def test_undo_works_after_a_restart(folder: Path) -> None:
    with Vault.open(folder, KEY) as vault:
        listing = add(vault)
        save(vault, replace(listing, name="b"))
    with Vault.open(folder, KEY) as vault:
        undo(vault)
        assert get(vault, listing.id) == listing
    with Vault.open(folder, KEY) as vault:
        redo(vault)
        assert get(vault, listing.id) == replace(listing, name="b")


def test_a_new_change_forgets_what_could_be_redone(vault: Vault) -> None:
    listing = add(vault)
    save(vault, replace(listing, name="b"))
    undo(vault)
    save(vault, replace(listing, summary="c"))
    with pytest.raises(UserError, match="nothing-to-redo"):
        redo(vault)


def test_what_was_changed_since_is_kept_field_by_field(vault: Vault) -> None:
    listing = add(vault)
    older = save(vault, replace(listing, name="b", summary="b"))
    save(vault, replace(listing, name="c", summary="b"))
    report = undo(vault, older)
    assert report.kept == (KeptField("listing", listing.id, "b", "name"),)
    assert get(vault, listing.id) == replace(listing, name="c")
    assert replayed(vault) == stored(vault)


def test_a_field_that_holds_the_old_value_again_is_no_conflict(vault: Vault) -> None:
    listing = add(vault)
    older = save(vault, replace(listing, name="b"))
    save(vault, listing)
    assert undo(vault, older).kept == ()
    assert get(vault, listing.id) == listing


def test_a_new_listing_changed_since_is_kept(vault: Vault) -> None:
    with vault.writing("listings-imported", origin=Origin.IMPORT, format="rna", count=3) as work:
        one, two, three = work.listings.add_many([Listing(name=name) for name in "abc"])
    imported = work.changes.change_set
    save(vault, replace(two, name="B", summary="x"))
    remove(vault, three)
    report = undo(vault, imported)
    assert report.label_params == {"format": "rna", "count": 3}
    assert set(report.kept) == {
        KeptField("listing", two.id, "b", "name"),
        KeptField("listing", two.id, "b", "summary"),
    }
    assert report.changes.listings == {one.id}
    assert [get(vault, each.id) is None for each in (one, two, three)] == [True, False, True]


def test_a_field_of_a_listing_deleted_since_is_kept(vault: Vault) -> None:
    listing = add(vault)
    older = save(vault, replace(listing, name="b"))
    remove(vault, listing)
    assert undo(vault, older).kept == (KeptField("listing", listing.id, "b", "name"),)
    assert get(vault, listing.id) is None


def test_one_change_set_is_not_undone_twice(vault: Vault) -> None:
    listing = add(vault)
    changed = save(vault, replace(listing, name="b"))
    undo(vault, changed)
    with pytest.raises(UserError, match="change-set-undone"):
        undo(vault, changed)
    with vault.reading() as reading:
        undoing, undone, _ = reading.journal.recent(3)
    assert (undone.id, undone.undone) == (changed, True)
    assert (undoing.undoes, undoing.label) == (changed, "undone")
    assert undoing.label_params == {"of": "listing-saved", "of_params": {"name": "b"}}


def test_what_was_undone_and_redone_can_be_undone_by_its_first_name(vault: Vault) -> None:
    listing = add(vault)
    changed = save(vault, replace(listing, name="b"))
    undo(vault)
    redo(vault)
    report = undo(vault, changed)
    assert (report.label, report.kept) == ("listing-saved", ())
    assert get(vault, listing.id) == listing


def test_what_the_program_made_itself_is_not_undone(vault: Vault) -> None:
    with pytest.raises(UserError, match="nothing-to-undo"):
        undo(vault)
    with vault.reading() as reading:
        (created,) = reading.journal.recent(5)
    with pytest.raises(UserError, match="change-set-final"):
        undo(vault, created.id)
    with pytest.raises(UserError, match="change-set-unknown"):
        undo(vault, "gone")


def test_several_changes_of_one_record_in_one_unit_of_work_are_taken_back_in_order(
    vault: Vault,
) -> None:
    before = stored(vault)
    with vault.writing("mixed") as work:
        listing = work.listings.add(Listing(name="a"))
        work.listings.save(replace(listing, name="b", summary="b"))
        work.listings.save(replace(listing, name="c", summary="b"))
        gone = work.listings.add(FULL)
        work.listings.delete([gone.id])
        work.events.add(SERIES)
    after = stored(vault)
    undo(vault)
    assert stored(vault) == before
    redo(vault)
    assert stored(vault) == after
    assert replayed(vault) == after


def test_an_undo_that_changes_nothing_still_lets_the_next_one_go_further(vault: Vault) -> None:
    listing = add(vault)
    save(vault, replace(listing, name="b"))
    second = save(vault, replace(listing, name="c"))
    with vault.reading() as reading:
        first = reading.journal.recent(2)[1].id
    assert undo(vault, first).kept
    assert undo(vault).changes.change_set is not None
    assert get(vault, listing.id) == replace(listing, name="b")
    with vault.reading() as reading:
        assert {one.id for one in reading.journal.recent(9) if one.undone} == {first, second}
    last = undo(vault)
    assert (last.label, [kept.field for kept in last.kept]) == ("listing-added", ["name"])
    with pytest.raises(UserError, match="nothing-to-undo"):
        undo(vault)


class TestNamesWithoutTheirRecord:
    """An undo never leaves a listing in a chapter, or with a theme, that does not exist."""

    NEW = Category("marche", "Le marché", "Market", 12, "#111111")

    def with_chapter(self, vault: Vault) -> str:
        with vault.writing("categories-saved") as work:
            work.categories.save_all([*CATEGORIES, self.NEW])
        assert work.changes.change_set is not None
        return work.changes.change_set

    def test_a_new_chapter_that_has_listings_is_kept(self, vault: Vault) -> None:
        made = self.with_chapter(vault)
        add(vault, Listing(name="x", category="marche"))
        assert undo(vault, made).kept == (KeptField("category", "marche", "Le marché", ""),)
        with vault.reading() as reading:
            assert len(reading.categories.all()) == len(CATEGORIES) + 1

    def test_a_listing_does_not_go_back_to_a_chapter_removed_since(self, vault: Vault) -> None:
        self.with_chapter(vault)
        listing = add(vault, Listing(name="x", category="marche"))
        moved = save(vault, replace(listing, category="health"))
        with vault.writing("categories-saved") as work:
            work.categories.save_all(CATEGORIES)
        assert [kept.field for kept in undo(vault, moved).kept] == ["category"]
        deleted = remove(vault, listing)
        with vault.writing("categories-saved") as work:
            work.categories.save_all([one for one in CATEGORIES if one.code != "health"])
        assert [kept.field for kept in undo(vault, deleted).kept] == ["category"]
        assert get(vault, listing.id) is None

    def test_a_picture_that_a_listing_has_is_kept(self, vault: Vault) -> None:
        with vault.writing("picture-added") as work:
            picture = work.pictures.add("image/png", 1, 1, b"x")
        added = work.changes.change_set
        add(vault, Listing(name="x", picture=picture))
        assert undo(vault, added).kept == (KeptField("picture", picture, "", ""),)


def test_a_large_import_is_undone_and_redone_in_one_go(vault: Vault) -> None:
    with vault.writing("listings-imported", origin=Origin.IMPORT) as work:
        work.listings.add_many(replace(FULL, name=f"Œuvre {at}") for at in range(1700))
    full = stored(vault)
    report = undo(vault)
    assert (len(report.changes.listings), report.kept) == (1700, ())
    with vault.reading() as reading:
        assert reading.listings.ids(EVERYTHING, ListingSort(), TODAY) == []
        assert reading.search.find("œuvre") == []
    redo(vault)
    assert stored(vault) == full
    with vault.reading() as reading:
        found = reading.listings.ids(ListingFilter(text="oeuvre"), ListingSort(), TODAY)
    assert len(found) == 1700
