"""What was erased for good stays erased: in the tables, the journal, the search and the drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, Table, column, delete, insert, select
from sqlalchemy.orm import class_mapper

from ctg_desktop.db import household_erasure, register_carrying
from ctg_desktop.db.fields import KINDS
from ctg_desktop.db.search_index import ENTRY
from ctg_desktop.db.tables import (
    DraftRecord,
    ErasedRecord,
    FieldChangeRecord,
    HouseholdRecord,
)

Erased = tuple[str, str]
"""Kind of record, random id."""


Cascade = Callable[[Connection, str], None]
"""Takes away what hangs on a record, while that is still there."""

CASCADES: Mapping[str, Cascade] = {
    HouseholdRecord.ENTITY: household_erasure.forget,
    register_carrying.ENTITY: register_carrying.forget,
}


def erase(connection: Connection, ids: Iterable[Erased]) -> int:
    """Erase records and every value of theirs, and remember their ids.

    A kind of record that this version does not know is remembered all the same.

    Returns:
        How many records were still there.
    """
    found = 0
    for entity, record_id in sorted(set(ids)):
        _remember(connection, entity, record_id)
        if entity in CASCADES:
            CASCADES[entity](connection, record_id)
        found += _forget(connection, entity, record_id)
    return found


def _remember(connection: Connection, entity: str, record_id: str) -> None:
    known = select(ErasedRecord.entity).where(
        ErasedRecord.entity == entity, ErasedRecord.record_id == record_id
    )
    if connection.execute(known).first() is None:
        connection.execute(insert(ErasedRecord).values(entity=entity, record_id=record_id))


def _forget(connection: Connection, entity: str, record_id: str) -> int:
    changes = FieldChangeRecord
    connection.execute(
        delete(changes).where(changes.entity == entity, changes.record_id == record_id)
    )
    connection.execute(
        delete(ENTRY).where(ENTRY.c.entity == entity, ENTRY.c.record_id == record_id)
    )
    connection.execute(delete(DraftRecord).where(DraftRecord.key == f"{entity}:{record_id}"))
    kind = KINDS.get(entity)
    if kind is None:
        return 0
    table = class_mapper(kind).local_table
    if not isinstance(table, Table):
        raise TypeError(entity)
    return connection.execute(delete(table).where(column(kind.KEY) == record_id)).rowcount
