"""Transactions hold the schema too, and faults of the machine are told by their codes."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2 as sqlcipher

from ctg_desktop.db import engine as engines
from ctg_desktop.db.engine import vault_engine, writing
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault
from tests.keys_for_tests import KEY

from .test_journal import replayed, stored


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = vault_engine(tmp_path / "x.db", KEY, create=True)
    with made.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE word (text TEXT UNIQUE)")
    yield made
    made.dispose()


def words(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.exec_driver_sql("SELECT text FROM word").scalars())


def test_this_python_has_what_the_vault_needs(engine: Engine) -> None:
    assert sqlcipher.sqlite_version_info >= (3, 37)
    with engine.connect() as connection:
        options = set(connection.exec_driver_sql("PRAGMA compile_options").scalars())
    assert "ENABLE_FTS5" in options


def test_connections_are_durable_and_keep_foreign_keys(engine: Engine) -> None:
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_table_made_in_a_transaction_goes_with_it(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE other (text TEXT)")
        connection.exec_driver_sql("DROP TABLE word")
        connection.rollback()
    assert words(engine) == []
    with pytest.raises(OperationalError), engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM other")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    engine = vault_engine(tmp_path / "gone.db", KEY)
    with pytest.raises(EnvironmentFault, match="vault-unreadable"):
        engine.connect()
    assert not (tmp_path / "gone.db").exists()


def test_our_own_mistakes_are_not_taken_for_faults_of_the_machine(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO word VALUES ('one')")
        with pytest.raises(IntegrityError):
            connection.exec_driver_sql("INSERT INTO word VALUES ('one')")
    with pytest.raises(OperationalError), engine.connect() as connection:
        connection.exec_driver_sql("SELECT nonsense FROM nowhere")


def test_values_are_not_in_the_messages_of_errors(engine: Engine) -> None:
    twice = [("Zébulon",), ("Zébulon",)]
    with pytest.raises(IntegrityError) as raised, engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO word VALUES (?)", twice)
    assert "Zébulon" not in str(raised.value)


def store_long_word(engine: Engine, *, pages: int) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.exec_driver_sql("INSERT INTO word VALUES (?)", ("x" * 100_000,))


def test_a_full_database_is_a_full_disk_and_can_be_used_again(engine: Engine) -> None:
    with pytest.raises(EnvironmentFault, match="disk-full"):
        store_long_word(engine, pages=3)
    assert words(engine) == []
    store_long_word(engine, pages=1000)
    assert len(words(engine)) == 1


def test_a_fault_leaves_no_connection_open(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="disk-full") as kept:
        store_long_word(engine, pages=3)
    engine.dispose()
    assert kept.value.__traceback__ is not None
    # SQLite removes its write-ahead log when the last connection is closed.
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_a_writer_waits_and_then_says_that_the_vault_is_busy(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BEGIN_ATTEMPTS", 2)
    with writing(engine).begin() as first, engine.connect() as second:
        first.exec_driver_sql("INSERT INTO word VALUES ('one')")
        second.connection.driver_connection.execute("PRAGMA busy_timeout=20").close()  # type: ignore[union-attr]  # it is open
        with pytest.raises(EnvironmentFault, match="vault-busy"):
            second.execution_options(transaction_lock="IMMEDIATE").begin()
    assert words(engine) == ["one"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "full"), "disk-full"),
        (OSError(30, "read-only"), "vault-read-only"),
        (PermissionError(13, "denied"), "vault-read-only"),
        (OSError(5, "input/output"), "vault-unreadable"),
        (OSError("no number"), "vault-unreadable"),
    ],
)
def test_errors_of_files_have_their_codes(error: OSError, code: str) -> None:
    with pytest.raises(EnvironmentFault, match=code), machine_faults():
        raise error


def test_errors_without_a_code_of_sqlite_stay_what_they_are() -> None:
    connection = sqlcipher.connect(":memory:")
    connection.close()
    with pytest.raises(sqlcipher.ProgrammingError), machine_faults():
        connection.execute("SELECT 1")


def in_child(work: Callable[[], None]) -> str:
    """Run work in a forked process and return the code of the machine's fault it met."""
    reading, writing_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        said = "nothing"
        try:
            work()
        except EnvironmentFault as fault:
            said = fault.code
        except BaseException as error:  # noqa: BLE001 - said to the test
            said = repr(error)
        finally:
            os.write(writing_end, said.encode())
            os._exit(0)
    os.close(writing_end)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


@pytest.mark.skipif(os.name == "nt", reason="a limit of file size is set for the process")
def test_a_file_that_cannot_grow_loses_nothing_that_was_saved(folder: Path) -> None:
    with Vault.open(folder, KEY) as vault, vault.writing("added") as work:
        work.listings.add(Listing(name="avant"))

    def fill() -> None:
        limit = (folder / FILE_NAME).stat().st_size + 200_000
        vault = Vault.open(folder, KEY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with vault.writing("listings-imported") as work:
            work.listings.add_many(Listing(name="x" * 250) for _ in range(50_000))

    assert in_child(fill) == "vault-unwritable"
    with Vault.open(folder, KEY) as vault:
        assert replayed(vault) == stored(vault)
        with vault.reading() as reading:
            assert [hit.title for hit in reading.search.find("avant")] == ["avant"]
            assert reading.search.find("xxxx") == []


@pytest.fixture
def public_folder(new_vault: Path) -> Iterator[Path]:
    """Return a vault in a folder that every user of the system may enter."""
    root = Path(tempfile.mkdtemp(prefix="ctg-vault-"))
    root.chmod(0o755)
    folder = root / "coffre"
    shutil.copytree(new_vault, folder)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(root)


@pytest.mark.skipif(os.name == "nt", reason="access rights are those of Linux")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o444), (0o111, 0o000), (0o777, 0o444)]
)
def test_what_may_not_be_written_is_said_at_the_opening(
    public_folder: Path, folder_mode: int, file_mode: int
) -> None:
    (public_folder / FILE_NAME).chmod(file_mode)
    public_folder.chmod(folder_mode)

    def open_as_nobody() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        Vault.open(public_folder, KEY).close()

    assert in_child(open_as_nobody) == "vault-read-only"
