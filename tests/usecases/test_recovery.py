"""A restore is whole or not at all, is reversible, and never brings back what was erased."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ctg_desktop.db import restoring
from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME, MANIFEST
from ctg_desktop.db.erasure import erase
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind, check
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import NewUser
from ctg_desktop.usecases.access import Access as Door
from ctg_desktop.usecases.recovery import Recovery
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import DAY, KEY, OTHER_KEY, PASSWORD, USER
from tests.usecases.recovered import add, back_up, damage, kept, make, names

ROOT = Path(__file__).resolve().parents[2]
RESTORES = """
import sys
from pathlib import Path
from ctg_desktop.usecases.access import Access as Door
from ctg_desktop.usecases.recovery import Recovery
print("begins", flush=True)
Recovery(Path(sys.argv[1])).restore(Path(sys.argv[2]), bytes(range(32)))
"""


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
