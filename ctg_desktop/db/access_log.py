"""The journal of access: each line is on the disk when it was added, chained to the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, String, cast, delete, func, insert, select

from ctg_desktop.db.tables import AccessRecord
from ctg_desktop.domain.access_log import (
    Access,
    AccessKind,
    AccessRow,
    last_to_purge,
    purged,
    sealed,
)
from ctg_desktop.domain.backup import Head

Door = Callable[[], AbstractContextManager[Connection]]
A = AccessRecord

_COLUMNS = tuple(getattr(A, column.key) for column in A.__table__.columns)


class AccessLogRepository:
    """The lines of the journal of access of a vault."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._reading, self._writing = reading, writing

    def add(self, access: Access) -> Head:
        """Add a line at the end; return where the chain ends now."""
        with self._writing() as connection:
            return append(connection, access)

    def head(self) -> Head:
        """Return where the chain ends."""
        with self._reading() as connection:
            return head_of(connection)

    def last(self) -> AccessRow | None:
        """Return the last line."""
        with self._reading() as connection:
            asked = select(*_COLUMNS).order_by(A.number.desc()).limit(1)
            found = connection.execute(asked).mappings().first()
            return None if found is None else _row(found)

    def count(self) -> int:
        """Return how many lines there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(A)) or 0

    def rows(self) -> list[AccessRow]:
        """Return all lines, the first one first."""
        with self._reading() as connection:
            return rows_of(connection)

    def since(self, day: date) -> list[AccessRow]:
        """Return the last lines, the newest first, back to a day; the clock may have gone back."""
        with self._reading() as connection:
            asked = select(*_COLUMNS).where(A.at >= day.isoformat()).order_by(A.number.desc())
            return [_row(one) for one in connection.execute(asked).mappings()]

    def about(self, entity: str, record_id: str) -> list[AccessRow]:
        """Return the lines that name one record, in order."""
        with self._reading() as connection:
            named = cast(A.ids, String).contains(f'"{record_id}"', autoescape=True)
            asked = select(*_COLUMNS).where(A.entity == entity, named).order_by(A.number)
            return [_row(one) for one in connection.execute(asked).mappings()]

    def purge(self, access: Access) -> int:
        """Take the lines away that are older than 12 months, and say so in the journal itself.

        Args:
            access: When and by whom; its other members are not used.

        Returns:
            How many lines went.
        """
        if not self.is_due(access.at):
            return 0
        with self._writing() as connection:
            last = last_to_purge(rows_of(connection), datetime.fromisoformat(access.at).date())
            if last is None:
                return 0
            append(connection, purged(access.at, access.actor, last))
            return connection.execute(delete(A).where(A.number <= last.number)).rowcount

    def is_due(self, at: str) -> bool:
        """Tell, without waiting for anybody who writes, whether the first line is old enough."""
        with self._reading() as connection:
            oldest = rows_of(connection, 1)
        today = datetime.fromisoformat(at).date()
        return last_to_purge(oldest, today) is not None


def append(connection: Connection, access: Access) -> Head:
    """Add a line within a transaction that writes."""
    row = sealed(access, head_of(connection))
    connection.execute(insert(A).values(_values(row)))
    return Head(row.number, row.hash)


def head_of(connection: Connection) -> Head:
    """Return where the chain of a database ends."""
    found = connection.execute(
        select(A.number, A.hash).order_by(A.number.desc()).limit(1)
    ).one_or_none()
    return Head(found.number, found.hash) if found else Head()


def has_news_since(connection: Connection, head: Head) -> bool:
    """Tell whether anything but the copying of backups was noted after an end of the chain."""
    asked = select(A.number).where(A.number > head.number, A.kind != AccessKind.BACKED_UP.value)
    return connection.execute(asked.limit(1)).first() is not None


def rows_of(connection: Connection, most: int | None = None) -> list[AccessRow]:
    """Return the lines of a database, the first one first; all of them without a limit."""
    asked = select(*_COLUMNS).order_by(A.number).limit(most)
    found = connection.execute(asked).mappings()
    return [_row(one) for one in found]


def carry_over(connection: Connection, rows: Sequence[AccessRow]) -> None:
    """Put a journal in the place of the one that a database holds."""
    connection.execute(delete(A))
    if rows:
        connection.execute(insert(A), [_values(row) for row in rows])


def _values(row: AccessRow) -> dict[str, Any]:
    plain = asdict(row.access) | {"number": row.number, "hash": row.hash}
    return plain | {"kind": row.access.kind.value, "ids": list(row.access.ids)}


def _row(found: RowMapping) -> AccessRow:
    plain = dict(found)
    number, seal = plain.pop("number"), plain.pop("hash")
    plain |= {"kind": AccessKind(plain["kind"]), "ids": tuple(plain["ids"])}
    return AccessRow(number, Access(**plain), seal)
