"""What outlives a restore: the locks of the register, and the objections of persons.

A backup must bring back neither somebody who may no longer open the register, nor somebody who
said no to being in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, inspect, select

from ctg_desktop.db.tables import RegisterLockRecord, RegisterRecord

ENTITY = "register"
REFUSAL = "refusal"

_LOCK = 1
R = RegisterRecord


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What a database hands over.

    Attributes:
        lock: The keyring as plain JSON values; ``None`` before the register was set up.
        refusals: Sealed, column by column.
    """

    lock: Any = None
    refusals: Sequence[dict[str, Any]] = ()


def state_of(connection: Connection) -> RegisterState:
    """Return what a database hands over; nothing when it is of an older schema."""
    if not inspect(connection).has_table(RegisterLockRecord.__tablename__):
        return RegisterState()
    asked = select(R.id, R.kind, R.version, R.sealed, R.due_on).where(R.kind == REFUSAL)
    found = connection.execute(asked).mappings()
    return RegisterState(lock_of(connection), [dict(row) for row in found])


def carry_over(connection: Connection, state: RegisterState) -> None:
    """Put the present locks in the place of the restored ones, and add what objections there are.

    A restored register of another key keeps its own locks: the present ones would not open it.
    """
    restored = lock_of(connection)
    if state.lock is None or _key_id(restored) not in (None, _key_id(state.lock)):
        return
    put_lock(connection, state.lock)
    there = set(connection.scalars(select(R.id).where(R.kind == REFUSAL)))
    missing = [row for row in state.refusals if row["id"] not in there]
    if missing:
        connection.execute(insert(R), missing)


def lock_of(connection: Connection) -> Any:
    """Return the keyring of a database as plain JSON values, or ``None``."""
    return connection.scalar(select(RegisterLockRecord.keyring))


def put_lock(connection: Connection, keyring: Any) -> None:
    """Replace the keyring of a database."""
    connection.execute(delete(RegisterLockRecord))
    connection.execute(insert(RegisterLockRecord).values(id=_LOCK, keyring=keyring))


def forget(connection: Connection, record_id: str) -> None:
    """Take out a record that was erased for good."""
    connection.execute(delete(R).where(R.id == record_id))


def _key_id(lock: Any) -> str | None:
    """Return which key a keyring holds, as each of its slots says."""
    slots = lock["slots"] if lock else []
    return slots[0]["vault"] if slots else None
