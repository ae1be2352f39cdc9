"""A backup that was harmed, forged or made by an older version is known before it is restored."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ctg_desktop.db import backup_files, restoring
from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME, MANIFEST
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import Vault
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.usecases.recovery import Recovery
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import KEY, OTHER_KEY
from tests.usecases.recovered import add, back_up, flip, names

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_backup_is_refused_and_the_vault_untouched(folder: Path, seed: int) -> None:
    add(folder, "avant")
    backup = back_up(folder)
    before = (folder / DATABASE).read_bytes()
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    content = bytearray((backup / DATABASE).read_bytes())
    at = chance.randrange(len(content))
    if seed % 2:
        content[at] ^= 1 << chance.randrange(8)
    else:
        del content[at:]
    (backup / DATABASE).write_bytes(content)
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        Recovery(folder).restore(backup, KEY)
    assert (folder / DATABASE).read_bytes() == before
    assert not list(folder.glob("*restauration*"))


def test_one_whose_hashes_were_made_to_fit_is_found_by_the_key(folder: Path) -> None:
    add(folder, "avant")
    backup = back_up(folder)
    add(folder, "après")
    content = bytearray((backup / DATABASE).read_bytes())
    content[5000] ^= 1
    (backup / DATABASE).write_bytes(content)
    manifest = backup_files.read_manifest(backup)
    hashes = {**manifest.sha256, DATABASE: backup_files.digest(backup / DATABASE)}
    backup_files.write_manifest(backup, replace(manifest, sha256=hashes), seal_key(KEY))
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        Recovery(folder).restore(backup, KEY)
    assert names(folder) == {"avant", "après"}
    assert not list(folder.glob("*restauration*"))


def test_what_a_manifest_with_a_wrong_seal_says_counts_for_nothing(folder: Path) -> None:
    add(folder, "avant")
    good = back_up(folder)
    forged = back_up(folder)
    manifest = (forged / MANIFEST).read_text()
    for said, instead in (('"counter": 2', '"counter": 999999'), ('"epoch": 1', '"epoch": 44')):
        assert said in manifest
        manifest = manifest.replace(said, instead)
    (forged / MANIFEST).write_text(manifest)
    recovery = Recovery(folder)
    assert len(recovery.backups()) == 2
    newest = recovery.newest_whole(KEY)
    assert newest is not None
    assert newest.folder == good
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        recovery.restore(forged, KEY)
    recovery.restore(good, KEY)
    with Vault.open(folder, KEY) as vault:
        present = restoring.present_of(vault.engine)
    assert (present.epoch, present.counter < 1000) == (2, True)


def test_one_that_was_harmed_since_is_not_proposed_but_the_whole_one_before_it(
    folder: Path,
) -> None:
    add(folder, "avant")
    good = back_up(folder)
    add(folder, "après")
    harmed = back_up(folder)
    recovery = Recovery(folder)
    newest = recovery.newest_whole(KEY)
    assert newest is not None
    assert newest.folder == harmed
    flip(harmed / DATABASE)
    newest = recovery.newest_whole(KEY)
    assert newest is not None
    assert newest.folder == good
    assert recovery.pointed_at(folder / FOLDER_NAME, KEY).folder == good
    flip(good / DATABASE)
    assert recovery.newest_whole(KEY) is None


def test_one_made_before_manifests_were_sealed_is_restored(folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "2026-09-03T18-42-07"
    shutil.copytree(sample("0002"), old)
    shutil.copy(ROOT / "tests/data/backup-1" / MANIFEST, old)
    (folder / DATABASE).unlink()
    (folder / "coffre.cles").unlink()
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        Recovery(folder).restore(old, OTHER_KEY)
    Recovery(folder).restore(old, KEY)
    assert len(names(folder)) == 2
    backup = back_up(folder)
    assert backup_files.read_manifest(backup, seal_key(KEY)).format == 2
