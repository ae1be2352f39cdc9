"""What lists of households ask, in SQL: states by date, views, filters, orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    SQLColumnExpression,
    Text,
    and_,
    case,
    cast,
    func,
    or_,
    true,
)

from ctg_desktop.db.search_match import matching
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.families.listing import (
    HouseholdColumn,
    HouseholdFilter,
    HouseholdSort,
    HouseholdState,
    HouseholdView,
)
from ctg_desktop.domain.families.retention import last_day_due

H = HouseholdRecord
Key = SQLColumnExpression[Any]
Condition = ColumnElement[bool]

_MAY_BE_EMPTY = frozenset({HouseholdColumn.PLACE, HouseholdColumn.REFERENT})


def state_at(today: date, months: int) -> ColumnElement[str]:
    """Return the state of a household on a day: the first that holds, in the order of its kind."""
    return case(
        (H.objected_on.is_not(None), HouseholdState.OBJECTED.value),
        (H.left_on.is_not(None), HouseholdState.LEFT.value),
        (_is_due(today, months), HouseholdState.TO_REVIEW.value),
        (H.call_back_on <= today, HouseholdState.TO_CALL_BACK.value),
        (_is_welcomed(), HouseholdState.WELCOMED.value),
        else_=HouseholdState.TO_WELCOME.value,
    )


def in_view(view: HouseholdView, today: date, months: int) -> Condition:
    """Return the condition for a household to stand in a view.

    A call is not promised to, nor a welcome due to, somebody who left or asked for silence; time
    runs for all.
    """
    return _VIEWS[view](today, months)


def conditions(
    wanted: HouseholdFilter,
    today: date,
    months: int,
    connection: Connection,
    vocabulary: Vocabulary,
) -> Iterator[Condition]:
    """Return the conditions that a filter stands for."""
    if wanted.view is not HouseholdView.ALL:
        yield in_view(wanted.view, today, months)
    # JSON lists of codes: the quotes keep one code from being found inside another.
    if wanted.need:
        yield cast(H.needs, Text).contains(f'"{wanted.need}"', autoescape=True)
    if wanted.language:
        yield cast(H.languages, Text).contains(f'"{wanted.language}"', autoescape=True)
    found = matching(connection, vocabulary, wanted.text, H.ENTITY)
    if found is not None:
        yield H.id.in_(found)


def order(sort: HouseholdSort, today: date, months: int) -> tuple[Key, ...]:
    """Return the order of a list; what is empty comes last, equals by name."""
    key = _keys(today, months)[sort.column]
    ties = () if sort.column is HouseholdColumn.NAME else (H.name_folded.asc(),)
    empty_last = (key == "",) if sort.column in _MAY_BE_EMPTY else ()
    if sort.descending:
        return (*empty_last, key.desc(), *ties, H.id.desc())
    return (*empty_last, *_dated_first(sort.column, key), key.asc(), *ties, H.id.asc())


def _dated_first(column: HouseholdColumn, key: Key) -> tuple[Key, ...]:
    dated = column in (HouseholdColumn.ARRIVAL, HouseholdColumn.LAST_CONTACT)
    return (key.is_(None),) if dated else ()


def _is_due(today: date, months: int) -> Condition:
    """As ``domain.families.retention.is_due`` decides it."""
    basis = func.coalesce(H.last_contact, H.arrival_date)
    return and_(
        basis <= last_day_due(today, months), or_(H.kept_until.is_(None), H.kept_until <= today)
    )


def _is_welcomed() -> Condition:
    return or_(H.booklet_on.is_not(None), H.visit_on.is_not(None))


def _is_reachable() -> Condition:
    return and_(H.left_on.is_(None), H.objected_on.is_(None))


_VIEWS: dict[HouseholdView, Callable[[date, int], Condition]] = {
    HouseholdView.CURRENT: lambda _today, _months: H.left_on.is_(None),
    HouseholdView.TO_WELCOME: lambda _today, _months: and_(_is_reachable(), ~_is_welcomed()),
    HouseholdView.WELCOMED: lambda _today, _months: and_(H.left_on.is_(None), _is_welcomed()),
    HouseholdView.TO_CALL_BACK: lambda today, _months: and_(
        _is_reachable(), H.call_back_on <= today
    ),
    HouseholdView.TO_REVIEW: _is_due,
    HouseholdView.ISOLATED: lambda _today, _months: and_(H.left_on.is_(None), H.isolated),
    HouseholdView.NOT_INFORMED: lambda _today, _months: and_(
        H.left_on.is_(None), H.informed_on.is_(None)
    ),
    HouseholdView.LEFT: lambda _today, _months: H.left_on.is_not(None),
    HouseholdView.ALL: lambda _today, _months: true(),
}


def _keys(today: date, months: int) -> dict[HouseholdColumn, Key]:
    return {
        HouseholdColumn.NAME: H.name_folded,
        HouseholdColumn.ARRIVAL: H.arrival_date,
        HouseholdColumn.PLACE: H.place_folded,
        HouseholdColumn.STATE: case(
            {state.value: rank for rank, state in enumerate(HouseholdState)},
            value=state_at(today, months),
        ),
        HouseholdColumn.PERSONS: H.adults + H.children,
        HouseholdColumn.NEEDS: func.json_array_length(H.needs),
        HouseholdColumn.REFERENT: H.referent_folded,
        HouseholdColumn.LAST_CONTACT: H.last_contact,
    }
