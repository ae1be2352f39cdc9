"""The same vault without encryption: the reference of what encryption costs.

Everything else is the program's own: the rows, the journal, the index, the promise of each commit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.world import FOLDER, KEY, vault_folder
from ctg_desktop.db import engine
from ctg_desktop.db.engine import Driver, uri_of
from ctg_desktop.db.plain_file import is_plain

FILE = "coffre.db"


def plain_folder() -> Path:
    """Return the folder of the vault of 100,000 listings, not encrypted."""
    folder = FOLDER / "vault-plain"
    if not (folder / FILE).exists():
        folder.mkdir(parents=True, exist_ok=True)
        building = folder / "building.db"
        building.unlink(missing_ok=True)
        source = engine.bare_connection(vault_folder() / FILE, KEY)
        with closing(source) as driver:
            driver.execute("ATTACH ? AS plain KEY ''", (uri_of(building, "rwc"),)).close()
            driver.execute("SELECT sqlcipher_export('plain')").close()
            for name in ("application_id", "user_version"):
                value = driver.execute(f"PRAGMA main.{name}").fetchone()[0]
                driver.execute(f"PRAGMA plain.{name}={value}").close()
        with closing(sqlite3.connect(building)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        building.rename(folder / FILE)
    return folder


@contextmanager
def both_drivers() -> Iterator[None]:
    """Let a file that is not encrypted be reached by Python's own sqlite3 while the block runs."""
    sealed = engine.bare_connection

    def connection(file: Path, key: bytes | None, *, create: bool = False) -> Driver:
        if not create and is_plain(file):
            return sqlite3.connect(
                uri_of(file, "rw"), uri=True, isolation_level=None, check_same_thread=False
            )
        return sealed(file, key, create=create)

    with patch.object(engine, "bare_connection", connection):
        yield


@contextmanager
def plain_opening() -> Iterator[None]:
    """Let a vault that is not encrypted be opened while the block runs."""
    with (
        patch.object(engine, "sqlcipher", sqlite3),
        patch("ctg_desktop.db.vault.is_plain", lambda _file: False),
    ):
        yield
