"""The chain of the journal of access: a change, a cut and a cut at the end are seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.access_log import (
    Access,
    AccessKind,
    AccessRow,
    Broken,
    ChainFault,
    check,
    last_to_purge,
    purged,
    sealed,
)
from ctg_desktop.domain.backup import Head

START = date(2025, 1, 1)
TODAY = date(2026, 11, 25)


def chain(count: int, before: Head | None = None) -> list[AccessRow]:
    rows: list[AccessRow] = []
    head = before or Head()
    for number in range(count):
        at = f"{START + timedelta(days=number)}T10:00:00+01:00"
        row = sealed(
            Access(at, "Odile", AccessKind.PRINTED, "labels", "listing", (str(number),), 1), head
        )
        rows.append(row)
        head = Head(row.number, row.hash)
    return rows


def head(row: AccessRow) -> Head:
    return Head(row.number, row.hash)


def test_an_untouched_chain_holds() -> None:
    rows = chain(30)
    assert check(rows, [Head(), head(rows[3]), head(rows[-1])]) is None
    assert check([]) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", "2020-01-01T00:00:00+01:00"),
        ("actor", "Quelqu’un"),
        ("kind", AccessKind.CONSULTED),
        ("what", "letters"),
        ("entity", "event"),
        ("ids", ()),
        ("count", 0),
    ],
)
def test_a_changed_field_is_seen(field: str, value: object) -> None:
    rows = chain(9)
    changed = {field: value}
    rows[4] = replace(rows[4], access=replace(rows[4].access, **changed))  # type: ignore[arg-type]
    assert check(rows) == Broken(ChainFault.CHANGED, 5)


@given(st.integers(2, 30), st.data())
def test_a_row_that_is_gone_is_seen(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    at = data.draw(st.integers(0, count - 1))
    known = head(rows[-1])
    del rows[at]
    assert check(rows, [known]) is not None


def test_a_cut_at_the_end_is_seen_by_what_is_known_elsewhere() -> None:
    rows = chain(9)
    assert check(rows[:5]) is None
    assert check(rows[:5], [head(rows[8])]) == Broken(ChainFault.CUT_AT_END, 9)
    assert check([], [head(rows[8])]) == Broken(ChainFault.CUT_AT_END, 9)


def test_a_chain_made_anew_is_seen_by_what_is_known_elsewhere() -> None:
    rows, other = chain(9), chain(9, Head(0, "f" * 64))
    forged = [sealed(replace(one.access, actor="X"), Head()) for one in rows[:1]]
    assert check(forged) is None
    assert check(forged, [head(rows[0])]) == Broken(ChainFault.CHANGED, 1)
    assert check(other) is not None


def test_what_is_older_than_a_year_goes_and_the_chain_still_holds() -> None:
    rows = chain(500)
    last = last_to_purge(rows, TODAY)
    assert last is not None
    assert last.access.at < "2025-11-25" <= rows[last.number].access.at
    rows.append(sealed(purged("2026-11-25T10:00:00+01:00", "Odile", last), head(rows[-1])))
    kept = rows[last.number :]
    known = [head(rows[3]), head(last), head(rows[450]), head(rows[-1])]
    assert check(kept, known) is None
    assert check(kept[1:], known) == Broken(ChainFault.CUT, kept[1].number)


def test_a_cut_at_the_beginning_without_its_line_is_seen() -> None:
    assert check(chain(9)[3:]) == Broken(ChainFault.CUT, 4)


def test_a_row_from_the_future_holds_back_those_after_it() -> None:
    rows = chain(3)
    rows[0] = replace(rows[0], access=replace(rows[0].access, at="2031-01-01T10:00:00+01:00"))
    assert last_to_purge(rows, TODAY) is None


def test_the_last_day_of_february_has_a_day_a_year_before() -> None:
    assert last_to_purge(chain(1), date(2028, 2, 29)) is not None
