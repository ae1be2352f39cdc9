"""A vault that is read and not written: by whoever may not, or while somebody else has it."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.db import private_folder
from ctg_desktop.db.engine import vault_engine
from ctg_desktop.db.private_folder import IN_HAND, PAPERS
from ctg_desktop.db.private_folder import READING as PREFIX
from ctg_desktop.db.schema import is_current
from ctg_desktop.db.snapshot import Snapshot
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.db.vault_lock import HOLDER_NAME
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.consultation import ReadOnly
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault, UserError
from tests.data.make_vault_sample import restore
from tests.keys_for_tests import KEY, OTHER_KEY

from .processes import said, working

HOLD = """
import sys
import threading
from pathlib import Path
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.listing import Listing
from tests.data.make_vault_sample import restore
from tests.keys_for_tests import KEY
with Vault.open(Path(sys.argv[1]), KEY) as vault:
    with vault.writing("x") as work:
        work.listings.add(Listing(name="enregistrée à l’instant"))
    print("open", flush=True)
    threading.Event().wait()
"""
WRITE_ON = """
import sys
from pathlib import Path
from ctg_desktop.db.engine import settle
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.listing import Listing
from tests.data.make_vault_sample import restore
from tests.keys_for_tests import KEY
with Vault.open(Path(sys.argv[1]), KEY) as vault:
    for number in range(1_000_000):
        with vault.writing("x") as work:
            work.listings.add_many(Listing(name=f"paire {number}") for _ in range(2))
        if number % 3 == 0:
            settle(vault.engine)
        if number == 1:
            print("writing", flush=True)
"""


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let private copies be made in a folder of this test, and nowhere else."""
    place = tmp_path / "privé"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(private_folder, "_IN_MEMORY", str(place))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return place


@pytest.fixture
def filled(folder: Path) -> Path:
    with Vault.open(folder, KEY) as vault, vault.writing("x") as work:
        work.listings.add(Listing(name="Amicale"))
    return folder


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}


def names(vault: Vault) -> list[str]:
    with vault.reading() as reading:
        return [one.name for one in reading.listings.stream(ListingFilter(), date.min)]


def test_a_closed_vault_is_read_without_a_byte_written(filled: Path, private: Path) -> None:
    before = content(filled)
    with Vault.consult(filled, KEY, ReadOnly.PROTECTED) as vault:
        assert names(vault) == ["Amicale"]
        with vault.reading() as reading:
            assert [hit.title for hit in reading.search.find("amicale")] == ["Amicale"]
        vault.check()
        assert vault.consultation is not None
        assert vault.consultation.why is ReadOnly.PROTECTED
        assert content(filled) == before
        (copy,) = private.iterdir()
        assert b"Amicale" not in b"".join(one.read_bytes() for one in copy.iterdir())
        if os.name != "nt":
            assert copy.stat().st_mode & 0o777 == 0o700
    assert content(filled) == before
    assert list(private.iterdir()) == []


def test_every_change_is_refused_with_its_sentence(filled: Path) -> None:
    with Vault.consult(filled, KEY, ReadOnly.FULL) as vault:
        line = Access("2026-09-03T10:00:00", "", AccessKind.PRINTED, "x")
        changes = (
            lambda: vault.writing("x").__enter__(),
            lambda: vault.keep_draft("listing:new", b"{}"),
            lambda: vault.preferences.set("x", 1),
            lambda: vault.mappings.set("x", {}),
            lambda: vault.access_log.add(line),
        )
        for change in changes:
            with pytest.raises(UserError, match="consultation-full"):
                change()
        vault.set_preference("columns", ["name"])  # a habit is not worth a sentence
        assert vault.preferences.get("columns") is None
        with pytest.raises(EnvironmentFault, match="vault-read-only"):  # and below all of it
            vault.engine.connect().exec_driver_sql("DELETE FROM listing")


def test_what_another_program_has_is_read_with_what_it_saved_last(filled: Path) -> None:
    with working(HOLD, filled) as holder:
        assert said(holder) == "open"
        with pytest.raises(UserError, match="vault-in-use"):
            Vault.open(filled, KEY)
        before = content(filled)
        assert before[f"{FILE_NAME}-wal"][0]
        with Vault.consult(filled, KEY) as vault:
            assert names(vault) == ["Amicale", "enregistrée à l’instant"]
            assert vault.consultation is not None
            assert vault.consultation.why is ReadOnly.IN_USE
            assert vault.consultation.since.startswith("20")
        assert content(filled) == before
    with Vault.open(filled, KEY) as vault:  # the other was killed: all of it is there
        assert names(vault) == ["Amicale", "enregistrée à l’instant"]


def test_a_vault_that_is_written_all_the_time_is_never_taken_for_damaged(filled: Path) -> None:
    seen: list[int] = []
    with working(WRITE_ON, filled) as holder:
        assert said(holder) == "writing"
        while len(seen) < 12:
            try:
                with Vault.consult(filled, KEY) as vault:
                    found = names(vault)
            except EnvironmentFault as fault:
                assert fault.code == "vault-busy"  # noqa: PT017 - the other outcome is as good
                seen.append(0)
            else:
                assert len(found) % 2 == 1  # a transaction is there, or is not
                seen.append(len(found))
        assert holder.poll() is None
    assert any(seen)


@pytest.mark.parametrize("settles", [False, True])
def test_what_is_written_between_the_two_readings_is_not_half_read(
    filled: Path, private: Path, *, settles: bool
) -> None:
    with Vault.open(filled, KEY) as vault:
        left = [3]

        def meanwhile(_done: int, _total: int) -> None:
            if left[0]:
                left[0] -= 1
                with vault.writing("x") as work:
                    work.listings.add_many(Listing(name="ensemble") for _ in range(40))
                if settles:
                    with vault.engine.connect() as connection:
                        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

        copy = Snapshot(private)
        copy.fill(filled, meanwhile)
        assert left == [0]
        engine = vault_engine(copy.database, KEY)
        with engine.connect() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM listing").scalar()
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        engine.dispose()
        copy.release()
        assert count is not None
        assert count % 40 == 1


def test_a_vault_that_never_rests_is_busy(filled: Path, private: Path) -> None:
    with Vault.open(filled, KEY) as vault:

        def meanwhile(_done: int, _total: int) -> None:
            with vault.writing("x") as work:
                work.listings.add(Listing(name="encore"))
            vault.check()

        copy = Snapshot(private)
        with pytest.raises(EnvironmentFault, match="vault-busy"):
            copy.fill(filled, meanwhile)
        copy.release()
    assert list(private.iterdir()) == []


def test_damage_is_told_when_nobody_has_the_vault(filled: Path, private: Path) -> None:
    file = filled / FILE_NAME
    harmed = bytearray(file.read_bytes())
    harmed[len(harmed) // 2] ^= 1
    file.write_bytes(harmed)
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        Vault.consult(filled, KEY)
    (filled / HOLDER_NAME).write_bytes(b"{}")
    with pytest.raises(EnvironmentFault, match="vault-busy"):
        Vault.consult(filled, KEY)
    with pytest.raises(EnvironmentFault, match="vault-busy"):
        Vault.consult(filled, OTHER_KEY)
    assert list(private.iterdir()) == []


def test_a_restore_that_was_decided_is_what_is_read(filled: Path) -> None:
    shutil.copyfile(filled / FILE_NAME, filled / "coffre.db.restauration")
    with Vault.open(filled, KEY) as vault, vault.writing("x") as work:
        work.listings.add(Listing(name="d’avant la restauration"))
    shutil.copyfile(filled / FILE_NAME, filled / "coffre.db.restauration")
    (filled / FILE_NAME).write_bytes(b"half written")
    (filled / "coffre.restauration").write_bytes(b"1\n")
    before = content(filled)
    with Vault.consult(filled, KEY) as vault:
        assert names(vault) == ["Amicale", "d’avant la restauration"]
    assert content(filled) == before


def test_a_vault_of_an_older_version_is_migrated_in_the_copy_alone(
    tmp_path: Path, private: Path
) -> None:
    folder = tmp_path / "ancien"
    folder.mkdir()
    restore("0001", folder)
    before = content(folder)
    with Vault.consult(folder, KEY, ReadOnly.PROTECTED) as vault:
        assert is_current(vault.engine)
        assert len(names(vault)) == 2
        vault.check()
    assert content(folder) == before
    assert list(private.iterdir()) == []


@pytest.mark.parametrize("plain", [True, False])
def test_what_cannot_be_consulted_is_said(tmp_path: Path, private: Path, *, plain: bool) -> None:
    folder = tmp_path / "autre"
    folder.mkdir()
    if plain:
        (folder / FILE_NAME).write_bytes(b"SQLite format 3\x00" + bytes(84))
    with pytest.raises(UserError, match="vault-plain" if plain else "vault-missing"):
        Vault.consult(folder, KEY)
    assert list(private.iterdir()) == []


def test_a_copy_that_a_killed_process_left_goes_at_the_next_opening(
    filled: Path, private: Path
) -> None:
    left, fresh, mine = (private / f"{PREFIX}{name}" for name in ("laissée", "neuve", "prise"))
    papers = private / f"{PAPERS}laissés"
    for one in (left, fresh, mine, papers):
        one.mkdir()
        (one / FILE_NAME).write_bytes(b"x")
    (left / IN_HAND).touch()
    (papers / IN_HAND).touch()
    (private / f"{PREFIX}fichier").touch()
    with Vault.consult(filled, KEY):
        held = set(private.iterdir())
        Vault.open(filled, KEY).close()
        assert held <= set(private.iterdir())
        assert not left.exists()
        assert not papers.exists()
        assert fresh.exists()  # nobody has it in hand yet, and it was made just now
    os.utime(fresh, (0, 0))
    Vault.open(filled, KEY).close()
    assert not fresh.exists()


def test_where_no_place_takes_the_copy_it_is_said(
    filled: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (private / "fichier").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(filled))  # the vault itself is none
    monkeypatch.setattr(private_folder, "_IN_MEMORY", str(private / "fichier"))
    before = content(filled)
    with pytest.raises(EnvironmentFault, match="consultation-no-room"):
        Vault.consult(filled, KEY)
    assert content(filled) == before


def test_consulting_from_several_threads(filled: Path) -> None:
    with Vault.consult(filled, KEY) as vault:
        found: list[list[str]] = []
        readers = [threading.Thread(target=lambda: found.append(names(vault))) for _ in range(4)]
        for one in readers:
            one.start()
        for one in readers:
            one.join()
        assert found == [["Amicale"]] * 4
