"""The register part by part, as somebody works through it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.register.entry import EntryState
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.domain.text import fold


class RegisterView(StrEnum):
    """What a list shows."""

    ALL = "all"
    """Everybody but those who objected."""
    TO_ACKNOWLEDGE = "to-acknowledge"
    """A receipt is due, also for somebody who is entered already."""
    AWAITING = "awaiting"
    """The receipt left; not entered yet."""
    REGISTERED = "registered"
    TO_CONFIRM = "to-confirm"
    """Still to be called this year."""
    REFUSED = "refused"


def is_in(row: EntryRow, view: RegisterView) -> bool:
    """Tell whether a view shows a row; one row may stand in several views."""
    if view is RegisterView.ALL:
        return row.state is not EntryState.REFUSED
    if view is RegisterView.TO_ACKNOWLEDGE:
        return row.due_on is not None
    if view is RegisterView.TO_CONFIRM:
        return row.to_confirm
    return row.state.value == view.value


def shown_rows(rows: Iterable[EntryRow], view: RegisterView, words: str = "") -> list[EntryRow]:
    """Return the rows of a view in which all words are found; the most urgent receipts first.

    Args:
        rows: By name.
        view: Which.
        words: Looked for in names, places and phones, without accents.
    """
    wanted = fold(words).split()
    found = [row for row in rows if is_in(row, view) and _holds(row, wanted)]
    if view is RegisterView.TO_ACKNOWLEDGE:
        found.sort(key=lambda row: row.due_on or date.max)
    return found


def view_counts(rows: Iterable[EntryRow]) -> dict[RegisterView, int]:
    """Return how many rows each view shows."""
    known = list(rows)
    return {view: sum(is_in(row, view) for row in known) for view in RegisterView}


def _holds(row: EntryRow, wanted: list[str]) -> bool:
    text = fold(f"{row.name} {row.place} {row.phone}")
    return all(word in text for word in wanted)
