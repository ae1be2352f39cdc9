"""The columns of the list: their words, and what a row shows in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from ctg_desktop.domain import wording
from ctg_desktop.domain.directory import ListingColumn, ListingRow, ListingState
from ctg_desktop.messages.labels import KIND_LABELS, STATE_LABELS

COLUMNS: tuple[ListingColumn, ...] = (
    ListingColumn.NAME,
    ListingColumn.PLACE,
    ListingColumn.PHONE,
    ListingColumn.STATE,
    ListingColumn.CATEGORY,
    ListingColumn.KIND,
    ListingColumn.EMAIL,
    ListingColumn.VERIFIED_ON,
    ListingColumn.UPDATED_AT,
)
SHOWN_FIRST: tuple[ListingColumn, ...] = COLUMNS[:4]
ALWAYS_SHOWN = frozenset({ListingColumn.NAME, ListingColumn.STATE})
NOTHING = "—"

_LONGEST_CLOSED = "fermé jusqu’au 30/12"

CategoryLabels = Mapping[str, str]


def cell(row: ListingRow, column: ListingColumn, categories: CategoryLabels) -> str:
    """Return the words of one cell."""
    if column is ListingColumn.CATEGORY:
        return categories.get(row.category, row.category)
    return _CELLS[column](row) or NOTHING


def state_words(row: ListingRow) -> str:
    """Return the state of a row: "à jour", "fermé jusqu’au 3/9"."""
    if row.state is ListingState.CLOSED and row.closed_until is not None:
        return f"fermé jusqu’au {row.closed_until.day}/{row.closed_until.month}"
    return STATE_LABELS[row.state]


def longest_state(*, closed: bool) -> str:
    """Return the longest words that :func:`state_words` may give.

    Args:
        closed: Some listings are closed for a time.
    """
    return _LONGEST_CLOSED if closed else max(STATE_LABELS.values(), key=len)


def _updated(row: ListingRow) -> str:
    return _day(datetime.fromisoformat(row.updated_at).date()) if row.updated_at else ""


def _day(value: date | None) -> str:
    return "" if value is None else wording.day(value)


_CELLS: dict[ListingColumn, Callable[[ListingRow], str]] = {
    ListingColumn.NAME: lambda row: row.name,
    ListingColumn.PLACE: lambda row: row.place,
    ListingColumn.PHONE: lambda row: wording.phone(row.phone),
    ListingColumn.STATE: state_words,
    ListingColumn.KIND: lambda row: KIND_LABELS[row.kind],
    ListingColumn.EMAIL: lambda row: row.email,
    ListingColumn.VERIFIED_ON: lambda row: _day(row.verified_on),
    ListingColumn.UPDATED_AT: _updated,
}
