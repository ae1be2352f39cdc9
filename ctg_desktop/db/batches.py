"""Long lists of ids: read in one go, and asked for in pieces that a statement can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Select, func, select

BATCH = 500
_BETWEEN = "\x1f"
"""The unit separator of ASCII, which stands in no id."""


def ids_in_order(connection: Connection, asked: Select[tuple[str]]) -> list[str]:
    """Return the ids that a statement asks for, in its order.

    SQLite joins them to one text: a row for each id would hold Python's lock, and with it the
    thread of the window, for as long as reading takes. It keeps the order of what an aggregate
    reads (SQLite, "The SQLite Query Optimizer Overview": when the ORDER BY of a subquery may be
    left out).
    """
    ordered = asked.subquery()
    (column,) = ordered.c
    joined = connection.execute(select(func.group_concat(column, _BETWEEN))).scalar()
    return joined.split(_BETWEEN) if joined else []


def batches(ids: Sequence[str], size: int = BATCH) -> Iterator[list[str]]:
    """Return the ids in order, a few hundred at a time."""
    return (list(ids[at : at + size]) for at in range(0, len(ids), size))
