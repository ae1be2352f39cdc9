"""The references of the database: bare SQLite tables with the same 100,000 names."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.world import FOLDER, listings
from ctg_desktop.domain.text import fold

DURABLE = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


def plain_file() -> Path:
    """Return a database with a bare table and a bare FTS5 index, made when it is not there yet."""
    file = FOLDER / "plain.db"
    if not file.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        building = file.with_suffix(".building")
        building.unlink(missing_ok=True)
        _build(building)
        building.rename(file)
    return file


def connect(file: Path) -> sqlite3.Connection:
    """Open a database with the vault's promise: a commit is on the disk when it returns."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in DURABLE:
        connection.execute(pragma)
    return connection


def _build(file: Path) -> None:
    connection = connect(file)
    connection.execute("BEGIN")
    connection.execute(
        "CREATE TABLE listing (id INTEGER PRIMARY KEY, name TEXT, folded TEXT, category TEXT, "
        "place TEXT, phone TEXT, verified TEXT)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(name, tokenize='unicode61 remove_diacritics 2')"
    )
    rows = [
        (one.name, fold(one.name), one.category, one.address.city, one.phones[0].number,
         str(one.verified_on))
        for one in listings()
    ]  # fmt: skip
    connection.executemany(
        "INSERT INTO listing (name, folded, category, place, phone, verified) VALUES (?,?,?,?,?,?)",
        rows,
    )
    connection.execute("INSERT INTO words (rowid, name) SELECT id, name FROM listing")
    connection.execute("CREATE INDEX listing_folded ON listing (folded)")
    connection.execute("COMMIT")
    connection.close()
