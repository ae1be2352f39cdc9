"""The register as the database holds it: sealed records, and the locks of their key.

Nothing here reads a name. Writing changes the journal of access in the same transaction, so that a
backup sees that something changed. Drafts are the exception, as they are elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from ctg_desktop.db import cleaning
from ctg_desktop.db.access_log import append
from ctg_desktop.db.desk import PreferenceRepository
from ctg_desktop.db.erasure import erase
from ctg_desktop.db.register_carrying import ENTITY, REFUSAL, lock_of, put_lock
from ctg_desktop.db.tables import RegisterRecord
from ctg_desktop.domain.access_log import Access
from ctg_desktop.errors import UserError

__all__ = ["ENTITY", "REFUSAL", "RegisterRepository", "SealedRecord"]

Door = Callable[[], AbstractContextManager[Connection]]
R = RegisterRecord


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A record that only the key of the register opens.

    Attributes:
        version: 1 the first time it is stored.
        due_on: Last day of something to be done; in clear, so that it can be told without the key.
    """

    id: str
    kind: str
    version: int
    content: bytes = field(repr=False)
    due_on: date | None = None


class RegisterRepository:
    """The sealed records of a vault."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._reading, self._writing = reading, writing

    def lock(self) -> Any:
        """Return the keyring as plain JSON values; ``None`` before the register is set up."""
        with self._reading() as connection:
            return lock_of(connection)

    def set_lock(self, keyring: Any, access: Access) -> None:
        """Replace the keyring."""
        with self._writing() as connection:
            put_lock(connection, keyring)
            append(connection, access)

    def all(self, kind: str) -> list[SealedRecord]:
        """Return the records of a kind, the first one first."""
        asked = select(R).where(R.kind == kind).order_by(R.id)
        with self._reading() as connection:
            return [_record(row) for row in connection.execute(asked)]

    def get(self, record_id: str) -> SealedRecord | None:
        """Return a record, or ``None``."""
        with self._reading() as connection:
            row = connection.execute(select(R).where(R.id == record_id)).first()
        return None if row is None else _record(row)

    def due_days(self) -> list[date]:
        """Return the last days of what is still to be done."""
        with self._reading() as connection:
            return [day for day in connection.scalars(select(R.due_on)) if day is not None]

    def add(self, record: SealedRecord, access: Access) -> None:
        """Store a new record."""
        with self._writing() as connection:
            connection.execute(insert(R).values(id=record.id, **_values(record)))
            append(connection, access)

    def replace(self, record: SealedRecord, access: Access) -> None:
        """Store the next version of a record.

        Raises:
            UserError: ``register-changed``: somebody else did since it was read.
        """
        self.replace_all([record], access)

    def replace_all(self, records: list[SealedRecord], access: Access) -> None:
        """Store the next versions of records, all or none.

        Raises:
            UserError: ``register-changed``.
        """
        with self._writing() as connection:
            for one in records:
                before = (R.id == one.id) & (R.version == one.version - 1)
                changed = connection.execute(update(R).where(before).values(**_values(one)))
                if not changed.rowcount:
                    raise UserError("register-changed")
            append(connection, access)

    def remove(
        self, record_id: str, draft: str, access: Access, instead: SealedRecord | None = None
    ) -> None:
        """Take a record out, and remember that it must never come back.

        Args:
            record_id: Of what goes.
            draft: Id of the draft that goes with it.
            access: The line that tells of it.
            instead: A new record in its place.
        """
        with self._writing() as connection:
            erase(connection, [(ENTITY, record_id)])
            cleaning.ask_for(_preferences(connection))
            connection.execute(delete(R).where(R.id == draft))
            if instead is not None:
                connection.execute(insert(R).values(id=instead.id, **_values(instead)))
            append(connection, access)

    def keep_draft(self, record: SealedRecord) -> None:
        """Store a draft in place of the one that had this id."""
        with self._writing() as connection:
            connection.execute(delete(R).where(R.id == record.id))
            connection.execute(insert(R).values(id=record.id, **_values(record)))

    def drop_draft(self, record_id: str) -> None:
        """Forget a draft."""
        with self._writing() as connection:
            connection.execute(delete(R).where(R.id == record_id))


def _preferences(connection: Connection) -> PreferenceRepository:
    def door() -> AbstractContextManager[Connection]:
        return nullcontext(connection)

    return PreferenceRepository(door, door)


def _values(record: SealedRecord) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "version": record.version,
        "sealed": record.content,
        "due_on": record.due_on,
    }


def _record(row: Any) -> SealedRecord:
    return SealedRecord(row.id, row.kind, row.version, row.sealed, row.due_on)
