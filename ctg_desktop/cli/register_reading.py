"""A person of the register as somebody reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.register.clock import due_on
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.wording import day
from ctg_desktop.messages.register import ENTRY_STATE_LABELS
from ctg_desktop.messages.register_lines import about_lines, done_lines


def entry_lines(entry: RegisterEntry, today: date) -> Iterator[str]:
    """Yield what is noted of a person, where their registration stands, and what was done."""
    yield f"Identifiant{NBSP}: {entry.id}"
    yield from about_lines(entry)
    yield f"État{NBSP}: {ENTRY_STATE_LABELS[entry.state]}{_still_due(entry, today)}"
    yield from done_lines(entry)


def until_words(last: date, today: date) -> str:
    """Return by when a receipt must leave; that day is still in time."""
    until = f"au plus tard le {day(last)}"
    return f"en retard ({until})" if last < today else until


def _still_due(entry: RegisterEntry, today: date) -> str:
    last = due_on(entry)
    return "" if last is None else f", accusé de réception {until_words(last, today)}"
