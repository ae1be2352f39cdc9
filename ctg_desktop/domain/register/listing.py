"""The register as a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.register.clock import due_on, to_confirm
from ctg_desktop.domain.register.entry import AskedBy, EntryState, Quality, RegisterEntry
from ctg_desktop.domain.text import fold


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the list.

    Attributes:
        name: Last name first; empty for somebody who objected, of whom no name is kept.
        due_on: Last day for the receipt; ``None`` when it left.
        is_overdue: That day is over.
        to_confirm: Still to be called this year.
        objected_on: They said no on.
    """

    id: str
    name: str
    state: EntryState
    quality: Quality
    birth_date: date | None
    place: str
    phone: str
    asked_by: AskedBy
    asked_on: date
    is_alone: bool
    due_on: date | None
    is_overdue: bool
    to_confirm: bool
    objected_on: date | None


def entry_rows(entries: Iterable[RegisterEntry], today: date) -> list[EntryRow]:
    """Return the list by name; those who objected stand at the end."""
    rows = [_row(entry, today) for entry in entries]
    return sorted(
        rows, key=lambda row: (row.state is EntryState.REFUSED, fold(row.name), row.asked_on)
    )


def _row(entry: RegisterEntry, today: date) -> EntryRow:
    due = due_on(entry)
    return EntryRow(
        id=entry.id,
        name=f"{entry.last_name} {entry.first_names}".strip(),
        state=entry.state,
        quality=entry.quality,
        birth_date=entry.birth_date,
        place=", ".join(filter(None, (*entry.address, entry.city))),
        phone=entry.phone,
        asked_by=entry.request.by,
        asked_on=entry.request.on,
        is_alone=entry.is_alone,
        due_on=due,
        is_overdue=due is not None and due < today,
        to_confirm=to_confirm(entry, today),
        objected_on=entry.objected_on,
    )
