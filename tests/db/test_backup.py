"""A copy of an open vault is whole, checked and counted before it is called good."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctg_desktop.db.backup import Snapshot, snapshot
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault
from tests.keys_for_tests import KEY

from .test_journal import replayed, stored


def fill(vault: Vault, count: int) -> None:
    with vault.writing("added") as work:
        work.listings.add_many(Listing(name=f"n{at}") for at in range(count))
        work.events.add(Event(title="fête"))


def test_a_snapshot_is_the_vault_as_it_is(vault: Vault, tmp_path: Path) -> None:
    fill(vault, 30)
    copy = tmp_path / "copie"
    copy.mkdir()
    assert snapshot(vault, copy / FILE_NAME) == Snapshot(copy / FILE_NAME, 30, 1)
    assert [file.name for file in copy.iterdir()] == [FILE_NAME]
    with Vault.open(copy, KEY) as again:
        assert stored(again) == stored(vault)
        assert replayed(again) == stored(again)


def test_a_snapshot_is_taken_while_somebody_writes(vault: Vault, tmp_path: Path) -> None:
    with vault.writing("added") as work:
        work.listings.add(Listing(name="not yet committed"))
        assert snapshot(vault, tmp_path / "x.db").listings == 0
    assert snapshot(vault, tmp_path / "x.db").listings == 1


def test_a_snapshot_replaces_the_one_before(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "x.db"
    target.write_bytes(b"old")
    fill(vault, 1)
    assert snapshot(vault, target).listings == 1
    assert target.read_bytes() != b"old"


def test_a_snapshot_of_a_damaged_vault_is_refused_and_the_old_one_stays(
    vault: Vault, tmp_path: Path
) -> None:
    fill(vault, 300)
    target = tmp_path / "x.db"
    snapshot(vault, target)
    good = target.read_bytes()
    with vault.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema=ON")
        root = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_listing_rna'"
        ).scalar_one()
        connection.exec_driver_sql(
            "UPDATE sqlite_schema SET rootpage = ? WHERE name = 'ix_listing_siret'", (root,)
        )
        connection.commit()
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        snapshot(vault, target)
    assert target.read_bytes() == good
    assert [file.name for file in tmp_path.glob("*en-cours*")] == []


def test_a_snapshot_into_a_folder_that_is_not_there_is_refused(
    vault: Vault, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFault, match="vault-unreadable"):
        snapshot(vault, tmp_path / "nowhere" / "x.db")
