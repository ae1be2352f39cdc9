"""A process killed at any moment loses nothing that it acknowledged, and leaves nothing half."""

from __future__ import annotations

import random
from pathlib import Path

from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.listing import Listing
from tests.keys_for_tests import KEY

from .checking import backups_whole, command_speaks, highest, names, nothing_stale, sound
from .conftest import Note, share
from .processes import Nursery
from .shared import ROWS, opens, password_of, start_passwords

VERIFY_EVERY = 5


def test_a_listing_that_was_saved_is_there(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    with Vault.open(folder, KEY) as vault, vault.writing("listing-added") as work:
        listing = work.listings.add(Listing(name="nom 0", summary="0")).id
        base = 3
    number, lost = 0, 0
    for at in range(kills := share(45)):
        done = young.killed("saves", folder, listing, number + 1, after=chance.random() * 0.05)
        assert not done.complaints
        speaks(young, folder, at)
        with Vault.open(folder, KEY) as vault, vault.reading() as reading:
            kept = reading.listings.get(listing)
            number = int(kept.summary)
            lost += number < int(last(done.lines, number))
            assert number <= int(last(done.lines, number)) + 1
            assert kept.name == f"nom {number}"
            assert highest(vault) == base + number
            sound(vault, wholly=at == kills - 1)
        nothing_stale(folder)
    note("kill", "save", kills, lost)
    assert lost == 0


def test_a_loss_would_be_seen(young: Nursery, folder: Path, chance: random.Random) -> None:
    with Vault.open(folder, KEY) as vault, vault.writing("listing-added") as work:
        listing = work.listings.add(Listing(name="nom 0", summary="0")).id
    number, lost = 0, 0
    for _ in range(12):
        done = young.killed("boasts", folder, listing, number + 1, after=chance.random() * 0.05)
        with Vault.open(folder, KEY) as vault, vault.reading() as reading:
            number = int(reading.listings.get(listing).summary)
        lost += number < int(last(done.lines, number))
    assert lost


def test_a_draft_that_was_kept_is_there(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    number, lost = 0, 0
    for at in range(kills := share(35)):
        done = young.killed("drafts", folder, number + 1, after=chance.random() * 0.03)
        speaks(young, folder, at)
        with Vault.open(folder, KEY) as vault:
            kept = vault.drafts.get("listing:new")
            number = int(kept or 0)
            lost += number < int(last(done.lines, number))
            sound(vault, wholly=at == kills - 1)
        nothing_stale(folder)
    note("kill", "draft", kills, lost)
    assert lost == 0


def test_an_import_is_there_whole_or_not_at_all(
    young: Nursery, folder: Path, tmp_path: Path, chance: random.Random, note: Note
) -> None:
    number, lost, applied = 0, 0, 0
    for at in range(kills := share(30)):
        done = young.killed("imports", folder, tmp_path, number + 1, after=chance.random() * 0.5)
        assert not done.complaints
        speaks(young, folder, at)
        with Vault.open(folder, KEY) as vault:
            found = names(vault)
            for tried in range(number + 1, number + len(done.lines) + 2):
                rows = sum(one.startswith(f"Amicale {tried} des ") for one in found)
                assert rows in {0, ROWS}
                lost += rows == 0 and str(tried) in done.lines
                applied += rows == ROWS
            number += len(done.lines) + 1
            assert highest(vault) == 2 + applied
            sound(vault, wholly=at == kills - 1)
        nothing_stale(folder)
        backups_whole(folder)
    note("kill", "import", kills, lost)
    assert lost == 0


def test_a_backup_is_whole_or_none(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    lost, made = 0, set[str]()
    for at in range(kills := share(30)):
        done = young.killed("backups", folder, after=chance.random() * 0.25)
        assert not done.complaints
        speaks(young, folder, at)
        with Vault.open(folder, KEY) as vault:
            sound(vault, wholly=at == kills - 1)
        found = backups_whole(folder)
        made |= set(done.lines)
        lost += not made <= found
        nothing_stale(folder)
    note("kill", "backup", kills, lost)
    assert lost == 0


def test_a_restore_is_done_or_not_at_all(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    with Vault.open(folder, KEY) as vault:
        backup = folder / FOLDER_NAME / backed_up(vault)
        wanted = set(names(vault))
    lost = 0
    for at in range(kills := share(30)):
        with Vault.open(folder, KEY) as vault, vault.writing("listing-added") as work:
            work.listings.add(Listing(name=f"après {at}"))
        with Vault.open(folder, KEY) as vault:
            before = set(names(vault))
            count = highest(vault)
        done = young.killed("restores", folder, backup, after=chance.random() * 0.25)
        assert not done.complaints
        speaks(young, folder, at)
        with Vault.open(folder, KEY) as vault:
            found = set(names(vault))
            lost += found != (wanted if done.lines else found)
            assert found in (wanted, before)
            assert highest(vault) > count or found == before
            sound(vault, wholly=at == kills - 1)
        nothing_stale(folder)
        backups_whole(folder)
    note("kill", "restore", kills, lost)
    assert lost == 0


def test_a_password_is_the_old_one_or_the_new_one(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    number, lost = 0, 0
    start_passwords(folder)
    for _ in range(kills := share(15)):
        done = young.killed("passwords", folder, number + 1, after=chance.random() * 0.02)
        assert not done.complaints
        sure = int(last(done.lines, number))
        number = next((n for n in (sure, sure + 1) if opens(folder, n)), -1)
        lost += number < 0
        command_speaks(young, folder, "fiche", "lister", password=password_of(number))
        nothing_stale(folder)
    note("kill", "password", kills, lost)
    assert lost == 0


def last(lines: list[str], otherwise: int) -> str:
    """Return the last thing that was acknowledged."""
    return lines[-1] if lines else str(otherwise)


def speaks(young: Nursery, folder: Path, at: int) -> None:
    """Let a command look at the vault: all of it now and then, its directory otherwise."""
    words = ("verifier",) if at % VERIFY_EVERY == 0 else ("chercher", "nom")
    command_speaks(young, folder, *words)


def backed_up(vault: Vault) -> str:
    """Back a vault up; return the name of the backup."""
    return vault.back_up(Why.ASKED).name
