"""Ids in long lists."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, String, Table, create_engine, insert, select

from ctg_desktop.db.batches import batches, ids_in_order

KEPT = Table("kept", MetaData(), Column("id", String, primary_key=True), Column("place", String))


@pytest.mark.parametrize("count", [0, 1, 100_000])
def test_ids_come_in_the_order_asked(count: int) -> None:
    ids = [uuid4().hex for _ in range(count)]
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            KEPT.create(connection)
            if ids:
                rows = [{"id": one, "place": f"{at:06}"} for at, one in enumerate(ids)]
                connection.execute(insert(KEPT), rows)
            up = select(KEPT.c.id).order_by(KEPT.c.place)
            down = select(KEPT.c.id).order_by(KEPT.c.place.desc())
            assert ids_in_order(connection, up) == ids
            assert ids_in_order(connection, down) == ids[::-1]
    finally:
        engine.dispose()


@given(st.lists(st.text(max_size=3), max_size=30), st.integers(min_value=1, max_value=7))
def test_pieces_hold_all_in_order_and_none_too_many(ids: list[str], size: int) -> None:
    pieces = list(batches(ids, size))
    assert [one for piece in pieces for one in piece] == ids
    assert all(1 <= len(piece) <= size for piece in pieces)
