"""What is done once in the life of a vault, killed at any moment: made, encrypted, brought up."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import FOLDER_NAME, backups_of
from ctg_desktop.db.vault import FILE_NAME, Vault, is_vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.keys import keyring
from ctg_desktop.usecases.access import Access, VaultState
from tests.data.make_vault_sample import restore, sample
from tests.db.samples import FULL
from tests.keys_for_tests import KEY, cheap_keys

from .checking import (
    backups_whole,
    command_speaks,
    highest,
    names,
    nothing_stale,
    opens_by_password,
    sound,
)
from .conftest import Note, share
from .processes import Nursery

CONVERTED_IN = 0.4
MIGRATED_IN = 0.35
SECRET = FULL.name.encode()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an encrypted vault of the first version, with a keyring."""
    folder = tmp_path_factory.mktemp("ancien") / "coffre"
    folder.mkdir()
    restore("0001", folder)
    keyring.write(folder, cheap_keys().keyring)
    return folder


def test_a_conversion_loses_nothing_and_leaves_nothing_readable(
    young: Nursery, tmp_path: Path, chance: random.Random, note: Note
) -> None:
    folder, lost, finished = tmp_path / "coffre", 0, 0
    for _ in range(kills := share(20)):
        folder.mkdir()
        shutil.copy(sample("0001"), folder / FILE_NAME)
        done = young.killed("conversion", folder, after=chance.random() * CONVERTED_IN)
        assert not done.complaints
        state = Access(folder).state
        assert state is VaultState.PLAIN or not Access(folder).wait()
        command_speaks(young, folder, "chercher", "oeillets")
        assert state in {VaultState.PLAIN, VaultState.LOCKED}
        assert not (done.lines and state is VaultState.PLAIN)
        finished += state is VaultState.LOCKED
        if state is VaultState.PLAIN:
            Access(folder).convert(cheap_keys())
        assert opens_by_password(folder)
        with Vault.open(folder, KEY) as vault:
            lost += FULL.name not in names(vault)
            sound(vault)
        assert readable(folder) == []
        nothing_stale(folder)
        shutil.rmtree(folder)
    note("kill", "conversion", kills, lost)
    assert lost == 0


def test_a_migration_is_done_or_not_at_all(
    young: Nursery, tmp_path: Path, old: Path, chance: random.Random, note: Note
) -> None:
    lost = 0
    for _ in range(kills := share(20)):
        folder = Path(shutil.copytree(old, tmp_path / "coffre"))
        done = young.killed("migration", folder, after=chance.random() * MIGRATED_IN)
        assert not done.complaints
        command_speaks(young, folder, "chercher", "oeillets")
        with Vault.open(folder, KEY) as vault:
            lost += FULL.name not in names(vault)
            sound(vault)
        backups_whole(folder)
        kept = [one.manifest for one in backups_of(folder / FOLDER_NAME)]
        assert {(one.why, one.schema) for one in kept if one} == {(Why.MIGRATION, "0001")}
        nothing_stale(folder)
        shutil.rmtree(folder)
    note("kill", "migration", kills, lost)
    assert lost == 0


def test_a_vault_is_made_whole_or_not_at_all(
    young: Nursery, tmp_path: Path, chance: random.Random, note: Note
) -> None:
    lost = 0
    for _ in range(kills := share(10)):
        folder = tmp_path / "coffre"
        done = young.killed("creation", folder, after=chance.random() * MIGRATED_IN)
        assert not done.complaints
        lost += bool(done.lines) and not is_vault(folder)
        assert not is_vault(folder) or not Access(folder).wait()
        command_speaks(young, folder, "chercher", "oeillets")
        if not is_vault(folder):
            young.run("creation", folder)
        assert opens_by_password(folder)
        with Vault.open(folder, KEY) as vault:
            assert highest(vault) == 1
            sound(vault)
        nothing_stale(folder)
        shutil.rmtree(folder)
    note("kill", "creation", kills, lost)
    assert lost == 0


def readable(folder: Path) -> list[str]:
    """Return the files that show what was typed."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return [one.name for one in files if SECRET in one.read_bytes()]
