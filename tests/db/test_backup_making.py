"""A backup is good when it was reopened and counted; a bad one is never named one."""

from __future__ import annotations

import os
import random
import shutil
import threading
from pathlib import Path

import pytest

from ctg_desktop.db import backup_files
from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME, MANIFEST
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.backup import Backup, Why
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault, UserError
from tests.keys_for_tests import KEY

from .processes import let_run, said, working
from .test_backup import fill
from .test_journal import replayed, stored

PAGE = 4096
BACKS_UP = """
import sys
from pathlib import Path
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import Why
vault = Vault.open(Path(sys.argv[1]), bytes(range(32)))
print("begins", flush=True)
while True:
    vault.back_up(Why.ASKED)
"""


def folder_of(vault: Vault, backup: Backup) -> Path:
    return vault.folder / FOLDER_NAME / backup.name


def damage(vault: Vault) -> None:
    """Point one index at the pages of another."""
    with vault.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema=ON")
        root = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_listing_rna'"
        ).scalar_one()
        connection.exec_driver_sql(
            "UPDATE sqlite_schema SET rootpage = ? WHERE name = 'ix_listing_siret'", (root,)
        )
        connection.commit()


def test_a_backup_is_a_vault_that_opens(vault: Vault, tmp_path: Path) -> None:
    fill(vault, 30)
    (vault.folder / "coffre.cles").write_bytes(b"keys")
    backup = vault.back_up(Why.ASKED)
    folder = folder_of(vault, backup)
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["coffre.cles", DATABASE, MANIFEST]
    shutil.copytree(folder, tmp_path / "ailleurs")
    with Vault.open(tmp_path / "ailleurs", KEY) as again:
        assert stored(again) == stored(vault) == replayed(again)
        with again.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_its_manifest_counts_every_table_and_holds_no_value(vault: Vault) -> None:
    fill(vault, 30)
    vault.access_log.add(Access("2026-09-03T10:00:00+02:00", "Odile", AccessKind.PRINTED, "x"))
    backup = vault.back_up(Why.IMPORT)
    manifest = backup_files.read_manifest(folder_of(vault, backup))
    assert manifest == backup.manifest
    assert manifest.verified
    assert manifest.why is Why.IMPORT
    assert (manifest.counts["listing"], manifest.counts["event"]) == (30, 1)
    assert manifest.counts["field_change"] == 31 + manifest.counts["setting"] + 12 + 9
    assert (manifest.site, manifest.owner, manifest.counter) == (vault.site, "Civray", 2)
    assert manifest.head == vault.access_log.head()
    assert backup_files.backups_of(vault.folder / FOLDER_NAME) == [backup]
    assert b"Odile" not in (folder_of(vault, backup) / MANIFEST).read_bytes()


def test_nothing_in_it_can_be_read_without_the_key(vault: Vault) -> None:
    with vault.writing("x") as work:
        work.listings.add(Listing(name="Bibliothèque Zanzibar"))
    folder = folder_of(vault, vault.back_up(Why.ASKED))
    for file in folder.iterdir():
        assert b"Zanzibar" not in file.read_bytes()
    assert not (folder / DATABASE).read_bytes().startswith(b"SQLite")


def test_it_is_made_while_somebody_writes(vault: Vault) -> None:
    fill(vault, 300)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with vault.writing("x") as work:
                work.listings.add(Listing(name="encore une"))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        backups = [vault.back_up(Why.ASKED) for _ in range(4)]
    finally:
        stop.set()
        thread.join()
    for one in backups:
        assert one.manifest is not None
        assert one.manifest.counts["listing"] == one.manifest.counter - 2 + 300
        assert one.manifest.counts["search_entry"] == one.manifest.counts["listing"] + 1


def test_of_a_damaged_vault_none_is_made_and_the_others_stay(vault: Vault) -> None:
    fill(vault, 300)
    good = vault.back_up(Why.ASKED)
    damage(vault)
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        vault.back_up(Why.ASKED)
    assert [one.name for one in (vault.folder / FOLDER_NAME).iterdir()] == [good.name]


def test_a_damaged_page_that_a_backup_met_keeps_nobody_from_saving(folder: Path) -> None:
    with Vault.open(folder, KEY) as vault:
        fill(vault, 300)
    file = folder / DATABASE
    whole = file.read_bytes()
    told = []
    for page in range(20, len(whole) // PAGE, 8):
        content = bytearray(whole)
        content[page * PAGE + 100] ^= 1
        file.write_bytes(content)
        told.append(_told_when_saving_after_a_backup(folder))
    assert set(told) <= {"saved", "vault-damaged"}
    assert "saved" in told


def _told_when_saving_after_a_backup(folder: Path) -> str:
    """Try a backup of a damaged vault, then save; return what became of it."""
    try:
        with Vault.open(folder, KEY) as vault:
            with pytest.raises(EnvironmentFault, match="vault-damaged"):
                vault.back_up(Why.ASKED)
            fill(vault, 1)
    except EnvironmentFault as fault:
        return fault.code
    return "saved"


def test_two_of_one_second_have_two_names(vault: Vault) -> None:
    at = vault.now()
    root = vault.folder / FOLDER_NAME
    (root / "2026-09-03T09-31-00").mkdir(parents=True)
    assert backup_files.free_name(root, at.replace(minute=31)) == "2026-09-03T09-31-00-2"


@pytest.mark.parametrize("seed", range(12))
def test_every_flip_and_every_cut_is_seen(vault: Vault, seed: int) -> None:
    fill(vault, 20)
    (vault.folder / "coffre.cles").write_bytes(b"k" * 300)
    backup = vault.back_up(Why.ASKED)
    folder = folder_of(vault, backup)
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for name in (DATABASE, "coffre.cles", MANIFEST):
        whole = (folder / name).read_bytes()
        at = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        for wrong in (bytes(flipped), whole[:at]):
            (folder / name).write_bytes(wrong)
            assert _refused(folder), (name, at)
        (folder / name).write_bytes(whole)
    assert not _refused(folder)


def _refused(folder: Path) -> bool:
    """Tell whether a backup is not believed by who has the key."""
    try:
        backup_files.check_files(folder, backup_files.read_manifest(folder, seal_key(KEY)))
    except (EnvironmentFault, UserError):
        return True
    return False


def test_what_is_no_backup_is_not_taken_for_one(vault: Vault, tmp_path: Path) -> None:
    root = vault.folder / FOLDER_NAME
    (root / "photos").mkdir(parents=True)
    (root / "2026-01-01T10-00-00").mkdir()
    (root / "2026-01-02T10-00-00").write_text("a file")
    (unread,) = backup_files.backups_of(root)
    assert (unread.name, unread.manifest) == ("2026-01-01T10-00-00", None)
    assert unread.fault == "backup-unknown"
    assert backup_files.backups_of(tmp_path / "nowhere") == []
    with pytest.raises(UserError, match="backup-unknown"):
        backup_files.read_manifest(root / "photos")


def test_one_of_a_later_version_is_named_so(vault: Vault) -> None:
    folder = folder_of(vault, vault.back_up(Why.ASKED))
    text = (folder / MANIFEST).read_text()
    (folder / MANIFEST).write_text(text.replace('"format": 2', '"format": 3'))
    with pytest.raises(UserError, match="backup-newer"):
        backup_files.read_manifest(folder)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_process_leaves_whole_backups_only(folder: Path, seed: int) -> None:
    with Vault.open(folder, KEY) as vault:
        fill(vault, 300)
    with working(BACKS_UP, folder) as process:
        assert said(process) == "begins"
        let_run(process, seed, 0.8)
        process.kill()
    with Vault.open(folder, KEY) as vault:
        for one in backup_files.backups_of(folder / FOLDER_NAME):
            assert one.verified
            assert one.manifest is not None
            backup_files.check_files(folder_of(vault, one), one.manifest)
        vault.back_up(Why.ASKED)
        assert not (folder / FOLDER_NAME / backup_files.UNFINISHED).exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders are a matter of POSIX")
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_without_a_right_to_write_it_is_said(vault: Vault) -> None:
    root = vault.folder / FOLDER_NAME
    root.mkdir()
    root.chmod(0o500)
    try:
        with pytest.raises(EnvironmentFault, match="vault-read-only"):
            vault.back_up(Why.ASKED)
    finally:
        root.chmod(0o700)
