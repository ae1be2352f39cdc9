"""What lies on the desk and is not journaled: drafts, habits of a screen, column mappings.

Outside a unit of work each change is a short durable transaction of its own; inside one it is
part of it, so that a listing is saved and its draft forgotten together or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute

from ctg_desktop.db.tables import Base, ColumnMappingRecord, DraftRecord, PreferenceRecord

Door = Callable[[], AbstractContextManager[Connection]]


class _Shelf:
    """A table of values by key."""

    def __init__(
        self,
        reading: Door,
        writing: Door,
        table: type[Base],
        key: InstrumentedAttribute[str],
        value: InstrumentedAttribute[Any],
    ) -> None:
        self._reading = reading
        self._writing = writing
        self._key = key
        self._value = value
        self._table = table

    def get(self, key: str, default: Any) -> Any:
        with self._reading() as connection:
            found = connection.execute(select(self._value).where(self._key == key)).first()
        return default if found is None else found[0]

    def set(self, key: str, value: Any) -> None:
        values = {self._value.key: value}
        with self._writing() as connection:
            changed = connection.execute(
                update(self._table).where(self._key == key).values(**values)
            )
            if not changed.rowcount:
                connection.execute(insert(self._table).values({self._key.key: key, **values}))

    def drop(self, key: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(self._table).where(self._key == key))

    def keys(self, prefix: str) -> list[str]:
        asked = select(self._key).where(self._key.startswith(prefix, autoescape=True))
        with self._reading() as connection:
            return list(connection.scalars(asked.order_by(self._key)))


class DraftRepository:
    """Typing that was not saved yet; on the disk when ``keep`` returns."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._shelf = _Shelf(reading, writing, DraftRecord, DraftRecord.key, DraftRecord.payload)

    def keep(self, key: str, payload: bytes) -> None:
        """Store a draft, in place of the one that had this key."""
        self._shelf.set(key, payload)

    def get(self, key: str) -> bytes | None:
        """Return a draft, or ``None``."""
        found: bytes | None = self._shelf.get(key, None)
        return found

    def drop(self, key: str) -> None:
        """Forget a draft; one that does not exist is already forgotten."""
        self._shelf.drop(key)

    def keys(self, prefix: str = "") -> list[str]:
        """Return the keys that begin with a prefix, sorted."""
        return self._shelf.keys(prefix)


class PreferenceRepository:
    """Habits of a screen, as plain JSON values."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._shelf = _Shelf(
            reading, writing, PreferenceRecord, PreferenceRecord.key, PreferenceRecord.value
        )

    def get(self, key: str, default: Any = None) -> Any:
        """Return a habit, or ``default``."""
        return self._shelf.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Remember a habit."""
        self._shelf.set(key, value)


class MappingRepository:
    """How the columns of a kind of spreadsheet were matched, by signature of its headers."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._shelf = _Shelf(
            reading,
            writing,
            ColumnMappingRecord,
            ColumnMappingRecord.signature,
            ColumnMappingRecord.mapping,
        )

    def get(self, signature: str) -> Any:
        """Return the mapping, as a plain JSON value, or ``None``."""
        return self._shelf.get(signature, None)

    def set(self, signature: str, mapping: Any) -> None:
        """Remember a mapping."""
        self._shelf.set(signature, mapping)
