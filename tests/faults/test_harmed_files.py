"""Files cut at every length and flipped bit by bit: never taken for sound, never touched."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ctg_desktop.db import backup_files
from ctg_desktop.db.backup_files import FOLDER_NAME, MANIFEST
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring, keyring_file
from tests.db.test_journal import replayed, stored
from tests.keys_for_tests import KEY, PASSWORD

from .checking import command_speaks
from .conftest import Note, share
from .processes import Nursery

NAMED = {"vault-damaged", "vault-unreadable", "vault-missing"}
SAID = {"backup-damaged", "backup-newer"}
COMMANDS_EVERY = 12


def harms(content: bytes, chance: random.Random, count: int) -> list[bytes]:
    """Return a file flipped at one bit, and cut, at sampled places."""
    found = [content[: chance.randrange(len(content))] for _ in range(count // 2)]
    for _ in range(count - len(found)):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        found.append(bytes(flipped))
    return found


def test_a_database_is_sound_or_refused_and_left_as_it_is(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    file = folder / FILE_NAME
    with Vault.open(folder, KEY) as vault:
        before = stored(vault)
    whole = file.read_bytes()
    for at, harmed in enumerate(harms(whole, chance, count := share(60))):
        file.write_bytes(harmed)
        code = reading(folder, before)
        assert code in NAMED, code
        assert file.read_bytes() == harmed
        if at % COMMANDS_EVERY == 0:
            done = command_speaks(young, folder, "verifier")
            assert done.code == 3
            assert file.read_bytes() == harmed
    note("harmed", "database", count)


def reading(folder: Path, before: object) -> str:
    """Read a whole vault; return the fault that is met; what is read must be what was there."""
    try:
        with Vault.open(folder, KEY) as vault:
            assert stored(vault) == before == replayed(vault)
            vault.check()
    except EnvironmentFault as fault:
        return fault.code
    return ""


def test_a_keyring_of_every_length_opens_or_is_named(
    young: Nursery, folder: Path, note: Note
) -> None:
    file = folder / keyring_file.NAME
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        opens_or_named(folder)
    command_speaks(young, folder, "verifier")
    note("harmed", "keyring cut", len(whole))


def test_a_keyring_with_any_byte_flipped_opens_or_is_named(
    young: Nursery, folder: Path, chance: random.Random, note: Note
) -> None:
    file = folder / keyring_file.NAME
    whole = file.read_bytes()
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        opens_or_named(folder)
        assert file.read_bytes() == flipped
    command_speaks(young, folder, "verifier")
    note("harmed", "keyring flipped", len(whole))


def opens_or_named(folder: Path) -> None:
    """A keyring gives the true key, or says why it gives none: never another key."""
    try:
        key = keyring.read(folder).unlock(PASSWORD).key
    except (UserError, EnvironmentFault) as error:
        said = error.code
    else:
        said = "opened" if key == KEY else "another key"
    assert said in {"opened", "password-wrong", "keyring-newer", "keyring-damaged"}


@pytest.mark.parametrize("cut", [True, False])
def test_a_manifest_of_every_length_is_seen(
    folder: Path, chance: random.Random, note: Note, *, cut: bool
) -> None:
    with Vault.open(folder, KEY) as vault:
        made = vault.back_up(Why.ASKED)
    backup = folder / FOLDER_NAME / made.name
    whole = (backup / MANIFEST).read_bytes()
    for at in range(len(whole)):
        harmed = bytearray(whole[:at] if cut else whole)
        if not cut:
            harmed[at] ^= 1 << chance.randrange(8)
        (backup / MANIFEST).write_bytes(harmed)
        assert said_of(backup) in SAID, at
        for key in (None, seal_key(KEY)):
            assert [one.name for one in backup_files.backups_of(backup.parent, key)] == [made.name]
    note("harmed", "manifest cut" if cut else "manifest flipped", len(whole))


def said_of(backup: Path) -> str:
    """Check a backup by its sealed manifest; return the fault found, or nothing."""
    try:
        backup_files.check_files(backup, backup_files.read_manifest(backup, seal_key(KEY)))
    except (UserError, EnvironmentFault) as error:
        return error.code
    return ""
