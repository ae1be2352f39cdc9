"""Listings come back as they were stored; lists are filtered, sorted and paged by the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.contact import Address, Email
from ctg_desktop.domain.directory import (
    LATE_AFTER_DAYS,
    VERIFY_AFTER_DAYS,
    ListingColumn,
    ListingFilter,
    ListingSort,
    ListingState,
    state_of,
)
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.listing import ExternalIds, Listing, ListingKind
from ctg_desktop.errors import UserError
from tests.keys_for_tests import KEY

from .samples import FULL, listings

TODAY = date(2026, 9, 3)
EVERYTHING = ListingFilter()
BY_NAME = ListingSort()


def store(vault: Vault, *some: Listing, origin: Origin = Origin.PERSON) -> list[Listing]:
    with vault.writing("listing-added", origin=origin) as work:
        return work.listings.add_many(some)


def names(
    vault: Vault, wanted: ListingFilter = EVERYTHING, sort: ListingSort = BY_NAME
) -> list[str]:
    with vault.reading() as stored:
        ids = stored.listings.ids(wanted, sort, TODAY)
        return [row.name for row in stored.listings.rows(ids, TODAY)]


def test_a_listing_comes_back_with_every_field(vault: Vault) -> None:
    (stored,) = store(vault, FULL)
    assert is_id(stored.id)
    assert stored == replace(FULL, id=stored.id)
    with vault.reading() as reading:
        assert reading.listings.get(stored.id) == stored


def test_a_listing_comes_back_after_the_vault_was_closed(folder: Path) -> None:
    with Vault.open(folder, KEY) as vault:
        (stored,) = store(vault, FULL)
    with Vault.open(folder, KEY) as again, again.reading() as reading:
        assert reading.listings.get(stored.id) == stored


@given(before=listings, after=listings)
def test_any_listing_can_be_stored_and_changed(
    shared: Vault, before: Listing, after: Listing
) -> None:
    (stored,) = store(shared, before)
    wanted = replace(after, id=stored.id)
    with shared.writing("listing-saved") as work:
        assert work.listings.save(wanted) == wanted
    with shared.reading() as reading:
        assert reading.listings.get(stored.id) == wanted
        assert wanted in reading.listings.stream(EVERYTHING, TODAY)


def test_an_unknown_listing_is_refused(vault: Vault) -> None:
    with vault.reading() as stored, pytest.raises(UserError, match="listing-unknown"):
        stored.listings.get("not-there")
    with pytest.raises(UserError, match="listing-unknown"), vault.writing("x") as work:
        work.listings.save(replace(FULL, id="not-there"))


def test_names_sort_without_regard_to_case_accents_and_ligatures(vault: Vault) -> None:
    wanted = ["Abeille", "Écluse", "école", "Étang", "fanfare", "Œillet", "olive", "Zébulon"]
    store(vault, *(Listing(name=name) for name in reversed(wanted)))
    assert names(vault) == wanted
    assert names(vault, sort=ListingSort(descending=True)) == wanted[::-1]


@pytest.mark.parametrize("column", ListingColumn)
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_and_keeps_every_row(
    vault: Vault, column: ListingColumn, descending: bool
) -> None:
    store(
        vault, FULL, Listing(name="A"), Listing(name="B", published=False), replace(FULL, name="C")
    )
    found = names(vault, sort=ListingSort(column, descending))
    assert sorted(found) == sorted([FULL.name, "A", "B", "C"])


def test_what_is_empty_comes_last_in_both_directions(vault: Vault) -> None:
    store(
        vault,
        Listing(name="nothing"),
        Listing(name="first", emails=(Email("a@x.example"),)),
        Listing(name="second", emails=(Email("b@x.example"),)),
    )
    by_email = ListingColumn.EMAIL
    assert names(vault, sort=ListingSort(by_email)) == ["first", "second", "nothing"]
    assert names(vault, sort=ListingSort(by_email, descending=True)) == [
        "second",
        "first",
        "nothing",
    ]


def test_categories_sort_in_the_order_of_the_booklet(vault: Vault) -> None:
    codes = ["town-hall", "health", "businesses", "associations", "community-actions"]
    store(vault, *(Listing(name=code, category=code) for code in sorted(codes)))
    assert names(vault, sort=ListingSort(ListingColumn.CATEGORY)) == codes


def test_states_sort_from_trusted_to_draft(vault: Vault) -> None:
    listed = {
        "current": Listing(verified_on=TODAY),
        "to-verify": Listing(verified_on=TODAY - timedelta(days=VERIFY_AFTER_DAYS + 1)),
        "late": Listing(),
        "closed": Listing(closed_until=TODAY),
        "draft": Listing(published=False),
    }
    store(vault, *(replace(one, name=name) for name, one in sorted(listed.items())))
    assert names(vault, sort=ListingSort(ListingColumn.STATE)) == list(listed)


@pytest.mark.parametrize(
    "wanted",
    [
        ListingFilter(category="health"),
        ListingFilter(theme="youth"),
        ListingFilter(kinds=frozenset({ListingKind.HEALTH, ListingKind.PLACE})),
        ListingFilter(states=frozenset({ListingState.DRAFT})),
        ListingFilter(text="pharmacie"),
        ListingFilter(category="health", theme="youth", text="pharm", kinds=frozenset(ListingKind)),
    ],
)
def test_each_filter_keeps_what_it_says(vault: Vault, wanted: ListingFilter) -> None:
    kept = Listing(
        name="Pharmacie",
        category="health",
        kind=ListingKind.HEALTH,
        themes=("holidays", "youth"),
        published=False,
    )
    store(vault, kept, Listing(name="Autre", themes=("you",), kind=ListingKind.BUSINESS))
    assert names(vault, wanted) == ["Pharmacie"]


def test_a_theme_is_not_found_inside_another_nor_by_wildcards(vault: Vault) -> None:
    store(vault, Listing(name="x", themes=("youth-work",)))
    for code in ("youth", "work", "%", "youth_work", "youth-work%"):
        assert names(vault, ListingFilter(theme=code)) == []


AROUND = (0, 1, VERIFY_AFTER_DAYS, LATE_AFTER_DAYS)
near_today = st.sampled_from(
    [
        TODAY + timedelta(days=sign * (days + step))
        for days in AROUND
        for sign in (1, -1)
        for step in (-1, 0, 1)
    ]
)


@given(
    published=st.booleans(),
    verified_on=st.none() | near_today | st.dates(),
    closed_until=st.none() | near_today | st.dates(),
)
def test_the_state_in_sql_is_the_state_of_the_domain(
    shared: Vault, published: bool, verified_on: date | None, closed_until: date | None
) -> None:
    one = Listing(name="x", published=published, verified_on=verified_on, closed_until=closed_until)
    (stored,) = store(shared, one)
    expected = state_of(
        published=published, verified_on=verified_on, closed_until=closed_until, today=TODAY
    )
    with shared.reading() as reading:
        (row,) = reading.listings.rows([stored.id], TODAY)
        assert row.state is expected
        for state in ListingState:
            found = reading.listings.ids(ListingFilter(states=frozenset({state})), BY_NAME, TODAY)
            assert (stored.id in found) == (state is expected)


def test_rows_come_in_the_order_asked_and_leave_out_the_unknown(vault: Vault) -> None:
    ids = [one.id for one in store(vault, *(Listing(name=f"n{at}") for at in range(1203)))]
    asked = ids[::-1]
    with vault.reading() as stored:
        rows = stored.listings.rows([*asked, "gone"], TODAY)
    assert [row.id for row in rows] == asked


def test_a_row_shows_the_first_public_phone_and_email_only(vault: Vault) -> None:
    (stored,) = store(vault, FULL)
    hidden = replace(FULL, phones=FULL.phones[:1], emails=FULL.emails[:1])
    (secret,) = store(vault, hidden)
    with vault.reading() as reading:
        shown, nothing = reading.listings.rows([stored.id, secret.id], TODAY)
    assert (shown.phone, shown.email) == ("+33536490011", "contact@oeillets.example")
    assert (nothing.phone, nothing.email) == ("", "")


def test_the_place_is_the_first_address_line_or_the_city(vault: Vault) -> None:
    stored = store(vault, FULL, Listing(name="x", address=Address(city="Couhé")), Listing(name="y"))
    with vault.reading() as reading:
        rows = reading.listings.rows([one.id for one in stored], TODAY)
    assert [row.place for row in rows] == ["12 rue de l’Abbé-Frémont", "Couhé", ""]


def test_counts_add_up(vault: Vault) -> None:
    store(
        vault,
        Listing(name="a", category="health", verified_on=TODAY),
        Listing(name="b", category="health", published=False),
        Listing(name="c", category="mobility"),
    )
    with vault.reading() as stored:
        counts = stored.listings.counts(TODAY)
    assert (counts.total, counts.published) == (3, 2)
    assert counts.by_category == {"health": 2, "mobility": 1}
    assert counts.by_state == {
        ListingState.CURRENT: 1,
        ListingState.DRAFT: 1,
        ListingState.LATE: 1,
        ListingState.TO_VERIFY: 0,
        ListingState.CLOSED: 0,
    }


def test_a_list_may_be_asked_for_without_a_date(vault: Vault) -> None:
    store(vault, FULL)
    with vault.reading() as stored:
        assert len(stored.listings.ids(EVERYTHING, BY_NAME, date.min)) == 1
        assert len(list(stored.listings.stream(EVERYTHING, date.min))) == 1


def test_a_stream_gives_whole_listings_by_name(vault: Vault) -> None:
    stored = store(vault, *(replace(FULL, name=f"n{at:04}") for at in range(1100)))
    with vault.reading() as reading:
        assert list(reading.listings.stream(EVERYTHING, TODAY)) == stored


def test_keys_of_public_files_find_their_listing(vault: Vault) -> None:
    first, second = store(
        vault, FULL, Listing(name="x", external_ids=ExternalIds(rna="W9", siret="12345678900011"))
    )
    with vault.reading() as stored:
        assert stored.listings.by_external("rna", "W9") == second
        assert stored.listings.by_external("siret", "12345678900011") == first
        assert stored.listings.by_external("dila", "") is None
        assert stored.listings.external_keys() == {
            ("rna", "W863001234"): first.id,
            ("siret", "12345678900011"): first.id,
            ("dila", "dila-1"): first.id,
            ("rna", "W9"): second.id,
        }


def test_names_leave_out_the_unknown(vault: Vault) -> None:
    (stored,) = store(vault, FULL)
    with vault.reading() as reading:
        assert reading.listings.names([stored.id, "gone"]) == {stored.id: FULL.name}


def test_deleted_listings_are_gone_and_deleting_again_does_nothing(vault: Vault) -> None:
    first, second = store(vault, FULL, Listing(name="x"))
    with vault.writing("listings-deleted") as work:
        work.listings.delete([first.id, "gone"])
    assert work.changes.listings == {first.id}
    with vault.writing("listings-deleted") as work:
        work.listings.delete([first.id])
    assert not work.changes
    assert names(vault) == [second.name]


class TestCorrectedFields:
    """What a person wrote is not to be overwritten by a file; what a file brought may be."""

    def corrected(self, vault: Vault, listing_id: str) -> set[str]:
        with vault.reading() as stored:
            return stored.listings.corrected_fields([listing_id])[listing_id]

    def save(self, vault: Vault, listing: Listing, origin: Origin = Origin.PERSON) -> None:
        with vault.writing("listing-saved", origin=origin) as work:
            work.listings.save(listing)

    def test_nothing_of_an_import_is_corrected(self, vault: Vault) -> None:
        (stored,) = store(vault, FULL, origin=Origin.IMPORT)
        assert self.corrected(vault, stored.id) == set()

    def test_what_a_person_changed_since_is_corrected(self, vault: Vault) -> None:
        (stored,) = store(vault, FULL, origin=Origin.IMPORT)
        address = replace(stored.address, city="Couhé")
        self.save(vault, replace(stored, phones=(), address=address))
        assert self.corrected(vault, stored.id) == {"phones", "address"}

    def test_what_an_import_writes_over_it_is_no_longer_corrected(self, vault: Vault) -> None:
        (stored,) = store(vault, FULL, origin=Origin.IMPORT)
        self.save(vault, replace(stored, phones=(), name="x"))
        self.save(vault, replace(stored, name="x"), Origin.IMPORT)
        assert self.corrected(vault, stored.id) == {"name"}

    def test_what_was_typed_by_hand_is_corrected_and_what_was_left_empty_is_not(
        self, vault: Vault
    ) -> None:
        (stored,) = store(vault, Listing(name="x", phones=FULL.phones))
        found = self.corrected(vault, stored.id)
        assert {"name", "phones"} <= found
        assert not found & {"emails", "website", "address", "summary"}

    def test_undo_gives_the_standing_back(self, vault: Vault) -> None:
        from ctg_desktop.db.undo import redo, undo

        (stored,) = store(vault, FULL, origin=Origin.IMPORT)
        self.save(vault, replace(stored, phones=()))
        undo(vault)
        assert self.corrected(vault, stored.id) == set()
        redo(vault)
        assert self.corrected(vault, stored.id) == {"phones"}

    def test_a_listing_deleted_and_brought_back_keeps_its_standing(self, vault: Vault) -> None:
        from ctg_desktop.db.undo import undo

        (stored,) = store(vault, FULL, origin=Origin.IMPORT)
        self.save(vault, replace(stored, phones=()))
        with vault.writing("listings-deleted") as work:
            work.listings.delete([stored.id])
        undo(vault)
        assert self.corrected(vault, stored.id) == {"phones"}
