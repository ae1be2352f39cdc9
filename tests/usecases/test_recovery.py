"""A restore is whole or not at all, is reversible, and never brings back what was erased."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.db import backup_files, restoring
from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME, MANIFEST
from ctg_desktop.db.erasure import erase
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind, check
from ctg_desktop.domain.backup import Backup, Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.usecases.access import Access as Door
from ctg_desktop.usecases.recovery import Recovery
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import DAY, KEY, OTHER_KEY, PASSWORD, USER

ROOT = Path(__file__).resolve().parents[2]
CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
RESTORES = """
import sys
from pathlib import Path
from ctg_desktop.usecases.access import Access as Door
from ctg_desktop.usecases.recovery import Recovery
print("begins", flush=True)
Recovery(Path(sys.argv[1])).restore(Path(sys.argv[2]), bytes(range(32)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "coffre"
    make(target, CIVRAY, KEY)
    return target


def make(folder: Path, profile: Profile, key: bytes) -> None:
    user = NewUser(USER, PASSWORD)
    rings, _code = Keyring.create(new_id(), key, [user], DAY, cost=OPEN_COST)
    Vault.create(folder, profile, key, before_naming=lambda: keyring.write(folder, rings)).close()


def add(folder: Path, *names: str) -> list[str]:
    with Vault.open(folder, KEY) as vault, vault.writing("x") as work:
        return [work.listings.add(Listing(name=name)).id for name in names]


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def back_up(folder: Path) -> Path:
    with Vault.open(folder, KEY) as vault:
        return folder / FOLDER_NAME / vault.back_up(Why.ASKED).name


def names(folder: Path) -> set[str]:
    with Vault.open(folder, KEY) as vault, vault.reading() as stored:
        return {one.name for one in stored.listings.stream(ListingFilter(), date.min)}


def kept(folder: Path, backup: Backup | None) -> Path:
    assert backup is not None
    return folder / FOLDER_NAME / backup.name


def damage(folder: Path, page: int = 3) -> bytes:
    """Overwrite a page, as a bad disk does; return what the file is then."""
    content = bytearray((folder / DATABASE).read_bytes())
    content[4096 * page : 4096 * (page + 1)] = random.Random(1).randbytes(4096)  # noqa: S311 - repeatable
    (folder / DATABASE).write_bytes(content)
    return bytes(content)


def test_what_was_is_there_again_and_what_is_was_kept(folder: Path) -> None:
    add(folder, "avant")
    backup = back_up(folder)
    add(folder, "après")
    done = Recovery(folder).restore(backup, KEY, "Odile")
    assert names(folder) == {"avant"}
    again = Recovery(folder).restore(kept(folder, done.kept), KEY, "Odile")
    assert names(folder) == {"avant", "après"}
    assert again.kept is not None
    assert done.kept is not None
    assert done.kept.manifest is not None
    assert done.kept.manifest.why is Why.RESTORE


def test_it_opens_a_new_epoch_and_uses_no_counter_twice(folder: Path) -> None:
    backup = back_up(folder)
    add(folder, "a")
    add(folder, "b")
    with Vault.open(folder, KEY) as vault:
        before = restoring.present_of(vault.engine)
    Recovery(folder).restore(backup, KEY)
    with Vault.open(folder, KEY) as vault, vault.reading() as stored:
        after = restoring.present_of(vault.engine)
        assert (after.site, after.epoch) == (before.site, before.epoch + 1)
        assert after.counter > before.counter
        assert stored.journal.recent(1)[0].label == "vault-restored"
    Recovery(folder).restore(backup, KEY)
    with Vault.open(folder, KEY) as vault:
        assert restoring.present_of(vault.engine).epoch == before.epoch + 2


def test_the_passwords_of_today_stay(folder: Path) -> None:
    backup = back_up(folder)
    rings = keyring.read(folder)
    holder = rings.unlock(PASSWORD, USER)
    newer = rings.add_user(holder, NewUser("Paul Morin", "Brume-82-Tilleul-Pont"), DAY)
    keyring.write(folder, newer)
    Recovery(folder).restore(backup, KEY)
    assert keyring.read(folder).users == (USER, "Paul Morin")


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"nothing")])
def test_lost_keys_come_back_from_the_backup(folder: Path, spoil: Callable[[Path], object]) -> None:
    backup = back_up(folder)
    spoil(folder / "coffre.cles")
    Recovery(folder).restore(backup, KEY)
    assert keyring.read(folder).unlock(PASSWORD).key == KEY


def test_a_damaged_vault_is_set_aside_and_nothing_is_erased(folder: Path) -> None:
    add(folder, *(f"n{at}" for at in range(300)))
    backup = back_up(folder)
    damaged = damage(folder)
    done = Recovery(folder).restore(backup, KEY)
    assert done.kept is None
    assert done.set_aside is not None
    assert done.set_aside.name.startswith("coffre.db.abime-")
    assert done.set_aside.read_bytes() == damaged
    assert len(names(folder)) == 300
    damage(folder)
    again = Recovery(folder).restore(backup, KEY)
    assert again.set_aside not in {None, done.set_aside}
    assert done.set_aside.read_bytes() == damaged


def test_after_damage_no_counter_is_used_twice(folder: Path) -> None:
    backup = back_up(folder)
    for name in "abc":
        add(folder, name)
    with Vault.open(folder, KEY) as vault:
        before = restoring.present_of(vault.engine)
    (folder / DATABASE).write_bytes(b"")
    Recovery(folder).restore(backup, KEY)
    with Vault.open(folder, KEY) as vault:
        assert restoring.present_of(vault.engine).counter > before.counter + 1000


def test_what_was_erased_does_not_come_back(folder: Path) -> None:
    gone, stays = add(folder, "Madame Imaginaire", "Bibliothèque")
    backup = back_up(folder)
    with Vault.open(folder, KEY) as vault, vault.engine.begin() as connection:
        assert erase(connection, [("listing", gone), ("household", "h-1")]) == 1
    for spoil in (lambda: None, lambda: damage(folder)):
        back_up(folder)
        spoil()
        Recovery(folder).restore(backup, KEY)
        assert names(folder) == {"Bibliothèque"}
        with Vault.open(folder, KEY) as vault, vault.reading() as stored:
            assert stored.search.find("imaginaire") == []
            assert stored.journal.history("listing", gone) == []
            assert stored.journal.history("listing", stays)
            erased = restoring.present_of(vault.engine).erased
            assert set(erased) == {("listing", gone), ("household", "h-1")}


def test_the_journal_of_access_goes_on(folder: Path) -> None:
    def note(what: str) -> None:
        with Vault.open(folder, KEY) as vault:
            vault.access_log.add(Access(vault.now().isoformat(), "Odile", AccessKind.PRINTED, what))

    note("labels")
    backup = back_up(folder)
    note("letters")
    Recovery(folder).restore(backup, KEY, "Odile")
    with Vault.open(folder, KEY) as vault:
        rows = vault.access_log.rows()
        heads = [one.manifest.head for one in Recovery(folder).backups() if one.manifest]
    assert [row.access.what for row in rows][:2] == ["labels", "letters"]
    assert rows[2].access.kind is AccessKind.RESTORED
    assert check(rows, heads) is None


def test_one_of_another_commune_is_refused_and_named(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre"
    make(other, Profile(Role.COMMUNE, "86045", "Champniers"), OTHER_KEY)
    with Vault.open(other, OTHER_KEY) as vault:
        backup = other / FOLDER_NAME / vault.back_up(Why.ASKED).name
    before = (folder / DATABASE).read_bytes()
    for key in (KEY, OTHER_KEY):
        with pytest.raises(UserError, match="backup-foreign") as refused:
            Recovery(folder).restore(backup, key)
        assert refused.value.params["found"] == "Champniers"
    assert (folder / DATABASE).read_bytes() == before
    assert not list(folder.glob("*abime*"))


def test_a_folder_without_a_vault_becomes_one(folder: Path, tmp_path: Path) -> None:
    add(folder, "avant")
    backup = back_up(folder)
    fresh = tmp_path / "nouvel ordinateur" / "coffre"
    done = Recovery(fresh).restore(backup / MANIFEST, KEY)
    assert (done.kept, done.set_aside) == (None, None)
    assert names(fresh) == {"avant"}
    assert keyring.read(fresh).unlock(PASSWORD).key == KEY
    assert not Door(fresh).wait()


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


def test_an_open_vault_is_not_restored(folder: Path) -> None:
    backup = back_up(folder)
    with Vault.open(folder, KEY), pytest.raises(UserError, match="vault-in-use"):
        Recovery(folder).restore(backup, KEY)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("harmed", [False, True])
def test_killed_at_any_moment_it_is_the_old_one_or_the_new_one(
    folder: Path, seed: int, *, harmed: bool
) -> None:
    add(folder, *(f"avant {at}" for at in range(200)))
    backup = back_up(folder)
    add(folder, "après")
    wanted = {f"avant {at}" for at in range(200)}
    with Vault.open(folder, KEY) as vault:
        epoch = restoring.present_of(vault.engine).epoch
    damaged = damage(folder, 0) if harmed else b""
    process = subprocess.Popen(
        [sys.executable, "-c", RESTORES, str(folder), str(backup)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    try:
        process.wait(random.Random(seed).random() * 0.35)  # noqa: S311 - repeatable
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    process.stdout.close()
    asides = [one.read_bytes() for one in folder.glob("coffre.db.abime-*") if one.suffix != "-wal"]
    assert all(one == damaged for one in asides)
    if harmed and not _opens(folder):
        assert (folder / DATABASE).read_bytes() == damaged
    else:
        found = names(folder)
        with Vault.open(folder, KEY) as vault:
            new = restoring.present_of(vault.engine).epoch == epoch + 1
        assert found == (wanted if new else wanted | {"après"})
        assert bool(asides) == harmed
        assert new or not harmed
    assert not list(folder.glob("*restauration*"))
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == wanted


def _opens(folder: Path) -> bool:
    try:
        Vault.open(folder, KEY).close()
    except EnvironmentFault as fault:
        return fault.code != "vault-damaged"
    return True


def test_a_restore_that_was_decided_is_finished_by_whoever_opens(folder: Path) -> None:
    add(folder, "avant")
    backup = back_up(folder)
    add(folder, "après")
    shutil.copy(backup / DATABASE, folder / restoring.READY)
    assert names(folder) == {"avant", "après"}
    shutil.copy(backup / DATABASE, folder / restoring.READY)
    (folder / restoring.MARKER).write_bytes(b"1\n")
    assert names(folder) == {"avant"}
    assert not (folder / restoring.MARKER).exists()


def test_a_backup_of_an_older_schema_is_migrated(tmp_path: Path) -> None:
    old = tmp_path / "ancien"
    old.mkdir()
    _encrypted(sample("0001"), old / DATABASE)
    with Vault.open(old, KEY):
        pass
    (backup,) = Recovery(old).backups()
    assert backup.manifest is not None
    assert (backup.manifest.schema, backup.manifest.why) == ("0001", Why.MIGRATION)
    before = names(old)
    add(old, "après")
    Recovery(old).restore(old / FOLDER_NAME / backup.name, KEY)
    assert names(old) == before


def _encrypted(plain: Path, target: Path) -> None:
    from ctg_desktop.db.engine import bare_connection, raw

    shutil.copy(plain, target.with_name("clair.db"))
    driver = bare_connection(target.with_name("clair.db"), None)
    driver.execute(f"ATTACH DATABASE '{target}' AS sealed KEY \"{raw(KEY)}\"").close()
    driver.execute("SELECT sqlcipher_export('sealed')").close()
    driver.execute("DETACH DATABASE sealed").close()
    driver.close()
    target.with_name("clair.db").unlink()
