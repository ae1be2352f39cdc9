"""Whatever is done and taken back, in any order: journal, tables, index and undo agree."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from ctg_desktop.db import search_index
from ctg_desktop.db.engine import writing
from ctg_desktop.db.search_index import ENTRY
from ctg_desktop.db.undo import redo, undo
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.listing import Listing
from tests.keys_for_tests import KEY

from .samples import listings
from .test_journal import replayed, stored
from .test_listings import EVERYTHING, TODAY

Directory = dict[str, Listing]


class AnyWork(RuleBasedStateMachine):
    """Works on a vault and on a plain dictionary, and compares.

    ``past`` and ``future`` are whole directories: undoing everything in order is exact.
    """

    template: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="ctg-vault-"))
        shutil.copytree(self.template, self.root / "coffre")
        self.vault = Vault.open(self.root / "coffre", KEY)
        self.now: Directory = {}
        self.past: list[Directory] = []
        self.future: list[Directory] = []

    def did(self, now: Directory) -> None:
        if now != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = now

    @rule(
        some=st.lists(listings, min_size=1, max_size=3),
        origin=st.sampled_from(["person", "import"]),
    )
    def add(self, some: list[Listing], origin: str) -> None:
        with self.vault.writing("added", origin=Origin(origin)) as work:
            added = work.listings.add_many(some)
        self.did({**self.now, **{one.id: one for one in added}})

    @precondition(lambda self: self.now)
    @rule(data=st.data(), new=listings)
    def save(self, data: st.DataObject, new: Listing) -> None:
        listing_id = data.draw(st.sampled_from(sorted(self.now)))
        wanted = replace(new, id=listing_id)
        with self.vault.writing("saved") as work:
            work.listings.save(wanted)
        self.did({**self.now, listing_id: wanted})

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        gone = data.draw(st.sets(st.sampled_from(sorted(self.now)), min_size=1))
        with self.vault.writing("deleted") as work:
            work.listings.delete(sorted(gone))
        self.did({key: one for key, one in self.now.items() if key not in gone})

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert undo(self.vault).kept == ()
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert redo(self.vault).kept == ()
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = Vault.open(self.root / "coffre", KEY)

    @invariant()
    def holds_what_was_done(self) -> None:
        with self.vault.reading() as reading:
            found = {one.id: one for one in reading.listings.stream(EVERYTHING, TODAY)}
        assert found == self.now

    @invariant()
    def journal_replays(self) -> None:
        assert replayed(self.vault) == stored(self.vault)

    @invariant()
    def index_is_what_a_rebuilt_one_would_be(self) -> None:
        entries = select(ENTRY.c.entity, ENTRY.c.record_id, ENTRY.c.title, ENTRY.c.body)
        with writing(self.vault.engine).connect() as connection:
            connection.exec_driver_sql(
                "INSERT INTO search_text(search_text) VALUES ('integrity-check')"
            )
            kept = set(connection.execute(entries).tuples())
            search_index.rebuild(connection)
            rebuilt = set(connection.execute(entries).tuples())
            connection.rollback()
        assert kept == rebuilt

    def teardown(self) -> None:
        self.vault.close()
        shutil.rmtree(self.root)


@pytest.mark.usefixtures("new_vault")
def test_any_work(new_vault: Path) -> None:
    class OnNewVault(AnyWork):
        template = new_vault

    OnNewVault.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
    OnNewVault.TestCase().runTest()
