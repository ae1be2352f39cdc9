"""The full-text index: derived data, made and kept up to date beside the records.

It is no part of the portable schema: it is rebuilt from the records whenever its form changes
(``PRAGMA user_version`` says which form a file has). ``search_entry`` holds the folded texts,
triggers carry them into an FTS5 table (https://sqlite.org/fts5.html), and a vocabulary table
answers which words exist.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
)
from sqlalchemy.orm import class_mapper

from ctg_desktop.db.tables import EventRecord, HouseholdRecord, Journaled, ListingRecord, Values

FORM = 2
SEARCHED: tuple[type[Journaled], ...] = (ListingRecord, EventRecord, HouseholdRecord)
PREFIX = "search_"

ENTRY = Table(
    "search_entry",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("entity", String(16), nullable=False),
    Column("record_id", String(36), nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    UniqueConstraint("entity", "record_id", name="uq_search_entry_entity_record_id"),
)
TEXT = table("search_text", column("rowid", Integer), column("search_text"))
WORD = table("search_word", column("term", Text), column("doc", Integer))

_MAKE = (
    """CREATE VIRTUAL TABLE search_text USING fts5(
        title, body, numbers, content='search_entry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='2')""",
    "CREATE VIRTUAL TABLE search_word USING fts5vocab('search_text', 'row')",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_text(rowid, title, body, numbers)
        VALUES (new.id, new.title, new.body, new.numbers); END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_text(search_text, rowid, title, body, numbers)
        VALUES ('delete', old.id, old.title, old.body, old.numbers); END""",
)
_DROP = (
    "DROP TABLE IF EXISTS search_word",
    "DROP TRIGGER IF EXISTS search_entry_added",
    "DROP TRIGGER IF EXISTS search_entry_removed",
    "DROP TABLE IF EXISTS search_text",
    "DROP TABLE IF EXISTS search_entry",
)
_BATCH = 1000


def add(connection: Connection, kind: type[Journaled], records: Iterable[Values]) -> None:
    """Index new records of one kind."""
    rows = [
        {
            "entity": kind.ENTITY,
            "record_id": values[kind.KEY],
            "title": text.title,
            "body": text.body,
            "numbers": text.numbers,
        }
        for values in records
        if (text := kind.search_text(values)) is not None
    ]
    if rows:
        connection.execute(insert(ENTRY), rows)


def remove(connection: Connection, kind: type[Journaled], ids: Iterable[str]) -> None:
    """Forget records of one kind."""
    rows = [{"of_entity": kind.ENTITY, "of_id": one} for one in ids]
    if rows and kind in SEARCHED:
        connection.execute(
            delete(ENTRY).where(
                ENTRY.c.entity == bindparam("of_entity"), ENTRY.c.record_id == bindparam("of_id")
            ),
            rows,
        )


def is_current(connection: Connection) -> bool:
    """Tell whether the index of this file has the form that this version of the program uses."""
    return connection.exec_driver_sql("PRAGMA user_version").scalar() == FORM


def rebuild(connection: Connection) -> None:
    """Make the index anew from the records, inside the caller's transaction."""
    for statement in _DROP:
        connection.exec_driver_sql(statement)
    ENTRY.create(connection)
    for statement in _MAKE:
        connection.exec_driver_sql(statement)
    for kind in SEARCHED:
        asked = select(class_mapper(kind).local_table).execution_options(yield_per=_BATCH)
        for rows in connection.execute(asked).mappings().partitions():
            add(connection, kind, [dict(row) for row in rows])
    connection.exec_driver_sql(f"PRAGMA user_version={FORM}")
