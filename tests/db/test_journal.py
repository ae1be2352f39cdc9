"""Every change is journaled, none can go around the journal, and the journal replays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from ctg_desktop.db.fields import KINDS, whole
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, ListingRecord
from ctg_desktop.db.undo import undo
from ctg_desktop.db.vault import UnitOfWork, Vault
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.history import Operation, Origin
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError

from .conftest import Clock
from .samples import FULL

Records = dict[tuple[str, str], dict[str, Any]]


def replayed(vault: Vault) -> Records:
    """Return all records as the journal tells them, from the first change to the last."""
    found: Records = {}
    with vault.engine.connect() as connection:
        rows = connection.execute(
            select(FieldChangeRecord.__table__)
            .join(ChangeSetRecord, ChangeSetRecord.id == FieldChangeRecord.change_set_id)
            .order_by(ChangeSetRecord.counter, FieldChangeRecord.number)
        )
        for row in rows:
            key = (row.entity, row.record_id)
            if row.operation == Operation.CREATED.value:
                assert key not in found
                found[key] = dict(row.new)
            elif row.operation == Operation.DELETED.value:
                assert _without_empty(found.pop(key)) == _without_empty(row.old)
            else:
                assert found[key].get(row.field, _EMPTY) in (row.old, _EMPTY)
                found[key][row.field] = row.new
    return {key: _without_empty(values) for key, values in found.items()}


_EMPTY = object()


def stored(vault: Vault) -> Records:
    """Return all records as the tables hold them."""
    found: Records = {}
    with vault.reading() as reading:
        for entity, kind in KINDS.items():
            for record in reading.session.scalars(select(kind)):
                found[entity, record.identity] = _without_empty(whole(kind, record.__dict__))
    return found


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {path: value for path, value in values.items() if value not in ("", [], None)}


def test_a_creation_is_one_row_with_the_whole_record(vault: Vault) -> None:
    with vault.writing("listing-added", actor="accueil", name="x") as work:
        listing = work.listings.add(FULL)
    with vault.reading() as reading:
        (change_set,) = reading.journal.recent(1)
        detailed = reading.journal.get(change_set.id)
    assert change_set.id == work.changes.change_set
    assert (change_set.actor, change_set.label) == ("accueil", "listing-added")
    assert change_set.label_params == {"name": "x"}
    assert (change_set.size, change_set.changes) == (1, ())
    (change,) = detailed.changes
    assert (change.entity, change.id, change.name) == ("listing", listing.id, FULL.name)
    assert (change.operation, change.fields) == (Operation.CREATED, {})


def test_a_change_says_each_field_with_its_old_and_new_value(vault: Vault) -> None:
    with vault.writing("listing-added") as work:
        listing = work.listings.add(FULL)
    with vault.writing("listing-saved") as work:
        work.listings.save(
            replace(
                listing,
                name="Autre",
                verified_on=None,
                address=replace(listing.address, city="Couhé"),
                phones=(),
            )
        )
    with vault.reading() as reading:
        (change,) = reading.journal.history("listing", listing.id)[0].changes
    assert change.operation is Operation.CHANGED
    assert change.fields == {
        "name": (FULL.name, "Autre"),
        "verified_on": ("2026-06-01", None),
        "address.city": ("Civray", "Couhé"),
        "phones": (
            [
                {"number": "+33639980012", "label": "Présidente", "private": True},
                {"number": "+33536490011", "label": "Accueil", "private": False},
            ],
            [],
        ),
    }


def test_saving_what_is_there_already_changes_nothing(vault: Vault) -> None:
    with vault.writing("listing-added") as work:
        listing = work.listings.add(FULL)
    with vault.reading() as reading:
        before = reading.journal.highest()
    with vault.writing("listing-saved") as work:
        work.listings.save(listing)
    assert (bool(work.changes), work.changes.change_set) == (False, None)
    with vault.reading() as reading:
        assert reading.journal.highest() == before


def test_a_unit_of_work_that_fails_leaves_no_trace(vault: Vault) -> None:
    before = stored(vault)

    def fail(work: UnitOfWork) -> None:
        work.listings.add(FULL)
        work.events.add(Event(title="x"))
        work.settings.set("key", 1)
        work.listings.get("gone")

    with vault.reading() as reading:
        counter = reading.journal.highest()
    with pytest.raises(UserError, match="listing-unknown"), vault.writing("x") as work:
        fail(work)
    assert not work.changes
    assert stored(vault) == before
    with vault.reading() as reading:
        assert reading.journal.highest() == counter
        assert reading.search.find("Œillets") == []


def test_one_unit_of_work_is_one_change_set_with_everything_it_touched(vault: Vault) -> None:
    with vault.writing("mixed") as work:
        listing = work.listings.add(Listing(name="a"))
        work.listings.save(replace(listing, name="b"))
        event = work.events.add(Event(title="e"))
        work.settings.set("key", 1)
    assert work.changes.listings == {listing.id}
    assert work.changes.events == {event.id}
    assert work.changes.settings == {"key"}
    with vault.reading() as reading:
        assert work.changes.change_set is not None
        detailed = reading.journal.get(work.changes.change_set)
    assert detailed.size == 3
    operations = [change.operation for change in detailed.changes if change.entity == "listing"]
    assert operations == [Operation.CREATED, Operation.CHANGED]


def test_counters_rise_by_one_and_are_never_used_twice(vault: Vault) -> None:
    for at in range(3):
        with vault.writing("listing-added") as work:
            work.listings.add(Listing(name=str(at)))
        with pytest.raises(UserError), vault.writing("fails") as work:
            work.listings.save(Listing(id="gone"))
    undo(vault)
    with vault.reading() as reading:
        counters = [one.counter for one in reading.journal.recent(10)]
        assert counters == [5, 4, 3, 2, 1]
        assert reading.journal.highest() == 5
        assert [one.counter for one in reading.journal.recent(2, before=4)] == [3, 2]
        assert {one.site for one in reading.journal.recent(10)} == {vault.site}


def test_the_moment_has_its_zone_and_the_order_does_not_depend_on_it(
    vault: Vault, clock: Clock
) -> None:
    with vault.writing("first") as work:
        work.settings.set("a", 1)
    clock.at -= timedelta(days=3650)
    with vault.writing("second") as work:
        work.settings.set("a", 2)
    with vault.reading() as reading:
        second, first = reading.journal.recent(2)
    assert (second.label, first.label) == ("second", "first")
    assert second.at < first.at
    assert first.at.utcoffset() == timedelta(hours=2)


def test_history_of_a_record_is_newest_first_and_only_its_own(vault: Vault) -> None:
    with vault.writing("both") as work:
        one, other = work.listings.add_many([Listing(name="a"), Listing(name="b")])
    with vault.writing("saved") as work:
        work.listings.save(replace(one, name="c"))
        work.listings.save(replace(other, name="d"))
    with vault.writing("deleted") as work:
        work.listings.delete([one.id])
    with vault.reading() as reading:
        history = reading.journal.history("listing", one.id)
        assert reading.journal.history("event", one.id) == []
    assert [change_set.label for change_set in history] == ["deleted", "saved", "both"]
    assert [change.id for change_set in history for change in change_set.changes] == [one.id] * 3
    assert [change.name for change_set in history for change in change_set.changes] == [
        "c",
        "c",
        "a",
    ]


def test_touched_since_counts_records_once(vault: Vault) -> None:
    with vault.writing("x") as work:
        one = work.listings.add(Listing(name="a"))
    with vault.reading() as reading:
        printed = reading.journal.highest()
    for name in ("b", "c"):
        with vault.writing("x") as work:
            work.listings.save(replace(one, name=name))
            work.events.add(Event(title=name, start=date(2026, 1, 1)))
    with vault.reading() as reading:
        assert reading.journal.touched_since(printed, "listing") == 1
        assert reading.journal.touched_since(printed, "event") == 2
        assert reading.journal.touched_since(reading.journal.highest(), "event") == 0


def test_an_unknown_change_set_is_refused(vault: Vault) -> None:
    with vault.reading() as reading, pytest.raises(UserError, match="change-set-unknown"):
        reading.journal.get("gone")


def test_many_new_records_go_through_the_journal_too(vault: Vault) -> None:
    with vault.writing("listings-imported", origin=Origin.IMPORT, format="rna") as work:
        added = work.listings.add_many(Listing(name=f"n{at}") for at in range(2500))
    assert work.changes.listings == {one.id for one in added}
    with vault.reading() as reading:
        (change_set,) = reading.journal.recent(1)
        assert (change_set.size, change_set.origin) == (2500, Origin.IMPORT)
        assert len(reading.journal.get(change_set.id).changes) == 2500
    assert replayed(vault) == stored(vault)


def test_the_journal_replays_to_what_the_tables_hold(vault: Vault) -> None:
    with vault.writing("x") as work:
        one = work.listings.add(FULL)
        two = work.listings.add(Listing(name="b"))
        work.events.add(Event(title="e", start=datetime.fromisoformat("2026-01-01T10:00")))
        work.pictures.add("image/png", 1, 1, b"x")
    with vault.writing("x") as work:
        work.listings.save(replace(FULL, id=two.id, verified_on=None))
        work.listings.delete([one.id])
        work.settings.set("a", {"b": 1})
    undo(vault)
    assert replayed(vault) == stored(vault)


class TestNothingGoesAround:
    """A journaled record changes through a unit of work, or not at all."""

    def test_a_reading_session_cannot_write(self, vault: Vault) -> None:
        with vault.reading() as reading, pytest.raises(RuntimeError):
            reading.listings.add(FULL)
        with vault.reading() as reading, pytest.raises(RuntimeError):
            reading.settings.set("a", 1)
        assert replayed(vault) == stored(vault)

    @pytest.mark.parametrize(
        "statement",
        [
            update(ListingRecord).values(name="x"),
            delete(ListingRecord),
            insert(ListingRecord).values(id="x"),
            update(ListingRecord.__table__).values(name="x"),  # type: ignore[arg-type]  # a Table, typed wider
        ],
        ids=["update", "delete", "insert", "table"],
    )
    def test_bulk_statements_are_refused(self, vault: Vault, statement: Any) -> None:
        with vault.writing("x") as work, pytest.raises(RuntimeError):
            work.session.execute(statement)

    def test_an_object_changed_behind_the_repositories_is_journaled(self, vault: Vault) -> None:
        with vault.writing("x") as work:
            listing = work.listings.add(FULL)
        with vault.writing("behind") as work:
            record = work.session.get_one(ListingRecord, listing.id)
            record.summary = "changé"
        assert work.changes.listings == {listing.id}
        assert replayed(vault) == stored(vault)
        with JournaledSession(vault.engine) as session:
            record = session.get_one(ListingRecord, listing.id)
            record.summary = "encore"
            with pytest.raises(RuntimeError):
                session.flush()
