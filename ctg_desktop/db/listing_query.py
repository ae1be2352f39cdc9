"""What lists of the directory ask, in SQL: states by date, filters, orders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    SQLColumnExpression,
    Text,
    case,
    cast,
    or_,
    select,
)

from ctg_desktop.db.search_match import matching
from ctg_desktop.db.tables import CategoryRecord, ListingRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.directory import (
    LATE_AFTER_DAYS,
    VERIFY_AFTER_DAYS,
    ListingColumn,
    ListingFilter,
    ListingSort,
    ListingState,
)

L = ListingRecord
Key = SQLColumnExpression[Any]
_MAY_BE_EMPTY = frozenset({ListingColumn.PHONE, ListingColumn.EMAIL, ListingColumn.PLACE})
_SEVERITY = (
    ListingState.CURRENT,
    ListingState.TO_VERIFY,
    ListingState.LATE,
    ListingState.CLOSED,
    ListingState.DRAFT,
)


def state_at(today: date) -> ColumnElement[str]:
    """Return the state of a listing on a day, as ``domain.directory.state_of`` decides it."""
    late, aged = _days_before(today, LATE_AFTER_DAYS), _days_before(today, VERIFY_AFTER_DAYS)
    return case(
        (L.published.is_(False), ListingState.DRAFT.value),
        (L.closed_until >= today, ListingState.CLOSED.value),
        (or_(L.verified_on.is_(None), L.verified_on < late), ListingState.LATE.value),
        (L.verified_on < aged, ListingState.TO_VERIFY.value),
        else_=ListingState.CURRENT.value,
    )


def conditions(
    wanted: ListingFilter, today: date, connection: Connection, vocabulary: Vocabulary
) -> Iterator[ColumnElement[bool]]:
    """Return the conditions that a filter stands for."""
    if wanted.category:
        yield L.category == wanted.category
    if wanted.theme:
        # A JSON list of codes: the quotes keep one code from being found inside another.
        yield cast(L.themes, Text).contains(f'"{wanted.theme}"', autoescape=True)
    if wanted.kinds:
        yield L.kind.in_([kind.value for kind in wanted.kinds])
    if wanted.states:
        yield state_at(today).in_([state.value for state in wanted.states])
    found = matching(connection, vocabulary, wanted.text, ListingRecord.ENTITY)
    if found is not None:
        yield L.id.in_(found)


def order(sort: ListingSort, today: date) -> tuple[Key, ...]:
    """Return the order of a list; what is empty comes last, equals by name."""
    key = _keys(today)[sort.column]
    ties = () if sort.column is ListingColumn.NAME else (L.name_folded.asc(),)
    empty_last = (key == "",) if sort.column in _MAY_BE_EMPTY else ()
    if sort.descending:
        return (*empty_last, key.desc(), *ties, L.id.desc())
    return (*empty_last, key.asc(), *ties, L.id.asc())


def _keys(today: date) -> dict[ListingColumn, Key]:
    return {
        ListingColumn.NAME: L.name_folded,
        ListingColumn.CATEGORY: _position(),
        ListingColumn.KIND: L.kind,
        ListingColumn.PLACE: L.place_folded,
        ListingColumn.PHONE: L.phone,
        ListingColumn.EMAIL: L.email,
        ListingColumn.STATE: case(
            {state.value: rank for rank, state in enumerate(_SEVERITY)}, value=state_at(today)
        ),
        ListingColumn.VERIFIED_ON: L.verified_on,
        ListingColumn.UPDATED_AT: L.updated_at,
    }


def _position() -> Key:
    return (
        select(CategoryRecord.position)
        .where(CategoryRecord.code == L.category)
        .correlate(L)
        .scalar_subquery()
    )


def _days_before(today: date, days: int) -> date:
    """Return that day, or the first day there is: lists may be asked for without a date."""
    return today - timedelta(days=days) if today.toordinal() > days else date.min
