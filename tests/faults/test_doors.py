"""Locks that are not held, places that are not safe, clocks that lie, doors that stay shut."""

from __future__ import annotations

import json
import re
import threading
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path

import pytest

from ctg_desktop.db.clock import local_now
from ctg_desktop.db.place import trouble_of
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.db.vault_lock import HOLDER_NAME, LOCK_NAME
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.place import NETWORK_KINDS
from tests.keys_for_tests import KEY, bare

from .checking import command_speaks, highest, names, sound
from .conftest import Note
from .processes import Nursery

FORGED = (
    b"",
    b"\x00" * 64,
    b"{",
    b'{"host": 5}',
    b'{"host":"MAIRIE-2","pid":1,"since":"2031-01-01T00:00:00+01:00"}',
    json.dumps({"host": "a" * 100_000, "pid": -1, "since": "\x1b[31m"}).encode(),
)
WRONG = "Faux-1234-Faux-Mot"


@pytest.mark.parametrize("content", FORGED)
def test_a_forged_lock_keeps_nobody_out(
    young: Nursery, folder: Path, note: Note, content: bytes
) -> None:
    (folder / LOCK_NAME).write_bytes(content)
    (folder / HOLDER_NAME).write_bytes(content)
    assert command_speaks(young, folder, "chercher", "Amicale").code == 0
    note("forged", "lock")


@pytest.mark.parametrize("content", FORGED)
def test_a_forged_note_beside_a_real_lock_is_said_calmly(
    young: Nursery, folder: Path, note: Note, content: bytes
) -> None:
    with Vault.open(folder, KEY) as vault:
        (folder / HOLDER_NAME).write_bytes(content)
        refused = command_speaks(young, folder, "chercher", "Amicale")
        assert refused.code == 1
        assert "\x1b" not in refused.complaints
        sound(vault)
    note("forged", "note of the holder")


def test_every_forged_mount_is_told(tmp_path: Path, note: Note) -> None:
    folder = tmp_path / "été à la mairie" / "coffre"
    escaped = str(folder.parent).replace(" ", "\\040")
    for kind in sorted(NETWORK_KINDS):
        table = f"/dev/sda1 / ext4 rw 0 0\nnas:/x {escaped} {kind} rw 0 0\n"
        assert trouble_of(folder, table=table, variables={}) is not None, kind
    for table in ("", "\n\n", "x", "a b\n", "\\777 \\9 nfs\n", "nas:/x /ailleurs nfs rw 0 0\n"):
        assert trouble_of(folder, table=table, variables={}) is None, table
    note("forged", "mount", len(NETWORK_KINDS) + 6)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_changes_no_order(
    young: Nursery, folder: Path, note: Note, years: int
) -> None:
    wrong = local_now() + timedelta(days=365 * years)
    for name, at in (("hier", None), ("faux", wrong), ("demain", None)):
        clock = (lambda at=at: at) if at else local_now
        with Vault.open(folder, KEY, now=clock) as vault, vault.writing("x") as work:
            work.listings.add(Listing(name=name))
    with Vault.open(folder, KEY) as vault, vault.reading() as reading:
        assert highest(vault) == 5
        found = [one for one in names(vault) if one in {"hier", "faux", "demain"}]
        assert len(found) == 3
        counters = [one.counter for one in reading.journal.recent(3)]
        assert counters == sorted(counters, reverse=True)
        sound(vault)
    command_speaks(young, folder, "historique")
    note("forged", "clock")


READING = (
    ("chercher", "Amicale"),
    ("historique",),
    ("fiche", "lister"),
    ("sauvegardes",),
    ("livret", "--sortie", "livret.pdf"),
)
WRITING = (
    ("annuler",),
    ("sauvegarder",),
    ("recherche", "ajouter", "Amicales", "--texte", "Amicale"),
)
PERSONAL = (("exporter", "annuaire", "--format", "csv"), ("imprimer", "journal", "--sortie"))


@pytest.mark.parametrize("held", [False, True])
def test_a_folder_that_may_only_be_read_is_read_and_left_alone(
    young: Nursery, folder: Path, note: Note, *, held: bool
) -> None:
    with ExitStack() as stack:
        if held:
            stack.enter_context(Vault.open(folder, KEY))
        before = _all_of(folder)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        stack.callback(folder.chmod, 0o755)
        target = folder.with_name("sortie")
        for words in READING:
            placed = [str(folder.with_name(one)) if one.endswith(".pdf") else one for one in words]
            done = command_speaks(young, folder, *placed, humble=True)
            assert done.code == 0, (words, done)
            assert "Consultation seule" in done.complaints
        for words in WRITING:
            done = command_speaks(young, folder, *words, humble=True)
            assert done.code == 1, (words, done)
            assert "Rien n’a été changé" in done.complaints
        for words in PERSONAL:
            done = command_speaks(young, folder, *words, str(target), humble=True)
            assert done.code == 1, (words, done)
            assert "rien n’est sorti" in done.complaints
            assert not target.exists()
        assert _all_of(folder) == before
    note("forged", "read-only folder", 1 + held)


def _all_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}


def test_a_vault_that_is_open_elsewhere_is_read_when_that_is_chosen(
    young: Nursery, folder: Path, note: Note
) -> None:
    with Vault.open(folder, KEY) as vault:
        with vault.writing("x") as work:
            work.listings.add(Listing(name="Amicale toute neuve"))
        words = ("chercher", "toute neuve")
        assert command_speaks(young, folder, *words).code == 1
        done = command_speaks(young, folder, *words, "--lecture-seule")
        assert done.code == 0
        assert "Amicale toute neuve" in "\n".join(done.lines)
        sound(vault)
    note("forged", "vault held elsewhere")


def test_wrong_passwords_cost_a_delay_that_a_restart_does_not_end(
    young: Nursery, folder: Path, note: Note
) -> None:
    before = (folder / FILE_NAME).read_bytes()
    tries = [command_speaks(young, folder, "chercher", "x", password=WRONG) for _ in range(8)]
    assert {one.code for one in tries} == {1}
    assert [bool(re.search(r"\d+\s", one.complaints)) for one in tries[-2:]] == [True, True]
    refused = command_speaks(young, folder, "chercher", "Amicale")
    assert refused.code == 1  # the right one too has to wait
    assert (folder / FILE_NAME).read_bytes() == before
    with Vault.open(folder, KEY) as vault:
        sound(vault)
    note("forged", "password", len(tries))


def test_a_vault_that_is_busy_for_a_moment_is_waited_for(folder: Path, note: Note) -> None:
    with Vault.open(folder, KEY) as vault:
        with closing(bare(folder / FILE_NAME)) as other:
            other.execute("BEGIN IMMEDIATE").close()
            finished = threading.Event()

            def save() -> None:
                with vault.writing("x") as work:
                    work.listings.add(Listing(name="attendue"))
                finished.set()

            writer = threading.Thread(target=save)
            writer.start()
            assert not finished.wait(0.4)
            other.execute("ROLLBACK").close()
            writer.join()
        assert finished.is_set()
        assert "attendue" in names(vault)
    note("forged", "busy database")
