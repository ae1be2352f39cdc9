"""A vault is made once, opened by one program at a time, and says what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Thread

import pytest

from ctg_desktop.db.engine import APPLICATION_ID
from ctg_desktop.db.vault import FILE_NAME, UNFINISHED_NAME, Vault, is_vault
from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault, UserError
from tests.keys_for_tests import KEY, bare

from .conftest import PROFILE, Clock


def test_a_new_vault_knows_whose_it_is(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "mairies" / "Civray été 100 % #1?"
    with Vault.create(folder, PROFILE, KEY, now=clock) as vault:
        assert vault.profile == PROFILE
        assert is_id(vault.site)
        with vault.reading() as stored:
            (created,) = stored.journal.recent(5)
            assert tuple(stored.categories.all()) == CATEGORIES
    assert (created.label, created.counter, created.origin) == (
        "vault-created",
        1,
        Origin.PROGRAM,
    )
    with Vault.open(folder, KEY) as again:
        assert again.site == created.site


def test_a_closed_vault_is_one_file_beside_its_lock(folder: Path) -> None:
    Vault.open(folder, KEY).close()
    assert {file.name for file in folder.iterdir()} <= {FILE_NAME, "coffre.lock"}


def test_the_file_says_what_it_is(folder: Path) -> None:
    connection = bare(folder / FILE_NAME)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_vault_is_not_made_over_another(folder: Path) -> None:
    with pytest.raises(UserError, match="vault-exists"):
        Vault.create(folder, PROFILE, KEY)
    assert Vault.open(folder, KEY).profile == PROFILE


def test_what_an_interrupted_creation_left_is_no_vault(tmp_path: Path) -> None:
    for name in (UNFINISHED_NAME, f"{UNFINISHED_NAME}-wal", ".ctg-abc.tmp"):
        (tmp_path / name).write_bytes(b"unfinished")
    assert not is_vault(tmp_path)
    with pytest.raises(UserError, match="vault-missing"):
        Vault.open(tmp_path, KEY)
    Vault.create(tmp_path, PROFILE, KEY).close()
    assert {file.name for file in tmp_path.iterdir()} <= {FILE_NAME, "coffre.lock"}


def test_a_folder_that_is_not_there_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="vault-missing"):
        Vault.open(tmp_path / "nowhere", KEY)


def test_one_instance_a_vault(folder: Path) -> None:
    with Vault.open(folder, KEY, user="Léon Vidal"):
        with pytest.raises(UserError, match="vault-in-use") as refused:
            Vault.open(folder, KEY)
        assert refused.value.params.keys() == {"host", "pid", "since", "user"}
        assert refused.value.params["user"] == "Léon Vidal"
    Vault.open(folder, KEY).close()


def test_a_holder_that_cannot_be_read_is_still_a_holder(folder: Path) -> None:
    with Vault.open(folder, KEY):
        for content in (b"", b"{", b"[1]", b"\xff"):
            (folder / "coffre.ouvert.json").write_bytes(content)
            with pytest.raises(UserError, match="vault-in-use") as refused:
                Vault.open(folder, KEY)
            assert refused.value.params["host"] == "?"


def test_an_opening_that_fails_gives_the_lock_back(folder: Path) -> None:
    content = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(b"no database at all" * 1000)
    for _ in range(2):
        with pytest.raises(EnvironmentFault, match="vault-damaged"):
            Vault.open(folder, KEY)
    (folder / FILE_NAME).write_bytes(content)
    Vault.open(folder, KEY).close()


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3", b"\x00" * 8192])
def test_a_file_that_is_no_vault_is_damaged_and_left_alone(folder: Path, content: bytes) -> None:
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        Vault.open(folder, KEY)
    assert (folder / FILE_NAME).read_bytes() == content


def test_a_database_of_another_program_is_damaged_and_left_alone(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    connection = bare(folder / FILE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        Vault.open(folder, KEY)
    connection = bare(folder / FILE_NAME)
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")] == ["recipes"]
    connection.close()
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_vault_is_never_taken_for_a_sound_one(folder: Path, share: float) -> None:
    content = (folder / FILE_NAME).read_bytes()
    cut = content[: int(len(content) * share)]
    (folder / FILE_NAME).write_bytes(cut)
    with pytest.raises(EnvironmentFault, match="vault-damaged"), Vault.open(folder, KEY) as vault:
        read_everything(vault)


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_vault_with_flipped_pages_is_said_to_be_damaged(folder: Path, page: int) -> None:
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[page * 4096 : (page + 1) * 4096] = bytes(
        0xFF ^ one for one in content[page * 4096 : (page + 1) * 4096]
    )
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(EnvironmentFault, match="vault-damaged"), Vault.open(folder, KEY) as vault:
        read_everything(vault)
    assert (folder / FILE_NAME).read_bytes() == bytes(content)


def read_everything(vault: Vault) -> None:
    with vault.engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
        )
        for (name,) in tables.all():
            connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()  # noqa: S608 - our tables
        verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if verdict != "ok":
        raise EnvironmentFault("vault-damaged")


def test_a_vault_is_used_from_several_threads(vault: Vault) -> None:
    failed: list[Exception] = []

    def work(number: int) -> None:
        try:
            for at in range(5):
                with vault.writing("listing-added") as unit:
                    unit.listings.add(Listing(name=f"{number}-{at}"))
                with vault.reading() as stored:
                    assert stored.search.find(f"{number} {at}")
        except Exception as error:  # noqa: BLE001 - handed to the thread of the test
            failed.append(error)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with vault.reading() as stored:
        assert stored.journal.highest() == 21


def test_reading_sees_one_moment_whatever_is_written_meanwhile(vault: Vault) -> None:
    with vault.reading() as stored:
        assert stored.journal.highest() == 1
        with vault.writing("x") as work:
            work.settings.set("a", 1)
        assert stored.journal.highest() == 1
        assert stored.settings.get("a") is None
    with vault.reading() as stored:
        assert stored.settings.get("a") == 1


def test_a_copied_vault_opens_where_it_is(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "déplacé"
    shutil.move(folder, moved)
    with Vault.open(moved, KEY) as vault:
        assert vault.folder == moved
