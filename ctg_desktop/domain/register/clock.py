"""What the register must not forget: receipts within 8 days (CASF, R121-4), the yearly call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ctg_desktop.domain.register.entry import AskedBy, EntryState, RegisterEntry

DAYS_TO_ACKNOWLEDGE = 8
"""Days of the calendar, counted from the day of the request."""


@dataclass(frozen=True, slots=True)
class DueEntry:
    """A receipt that is still to be sent.

    Attributes:
        due_on: The last day on which it is in time.
        days_left: 0 on that day; negative when it is late.
    """

    id: str
    name: str
    by: AskedBy
    asked_on: date
    due_on: date
    days_left: int

    @property
    def is_overdue(self) -> bool:
        """Whether the 8 days are over."""
        return self.days_left < 0


@dataclass(frozen=True, slots=True)
class RegisterClock:
    """What may be said of the register without opening it: numbers and days, no names.

    Attributes:
        waiting: Receipts still to be sent, late ones among them.
        overdue: Those of which the 8 days are over.
        next_due: The earliest last day; ``None`` when none is waiting.
        next_in_time: The earliest last day that is not over.
    """

    waiting: int = 0
    overdue: int = 0
    next_due: date | None = None
    next_in_time: date | None = None


def due_on(entry: RegisterEntry) -> date | None:
    """Return the last day for a receipt; ``None`` when it left, or when the person objected."""
    if entry.acknowledged_on is not None or entry.state is EntryState.REFUSED:
        return None
    return entry.request.on + timedelta(days=DAYS_TO_ACKNOWLEDGE)


def due_entries(entries: Iterable[RegisterEntry], today: date) -> list[DueEntry]:
    """Return the receipts still to be sent, the most urgent first."""
    found = [
        DueEntry(one.id, one.name, one.request.by, one.request.on, day, (day - today).days)
        for one in entries
        if (day := due_on(one)) is not None
    ]
    return sorted(found, key=lambda one: (one.due_on, one.name))


def clock_of(due_days: Iterable[date], today: date) -> RegisterClock:
    """Return what can be said of last days alone."""
    days = sorted(due_days)
    late = sum(day < today for day in days)
    in_time = days[late] if late < len(days) else None
    return RegisterClock(len(days), late, days[0] if days else None, in_time)


def to_confirm(entry: RegisterEntry, today: date) -> bool:
    """Tell whether somebody is still to be called this year: nothing is newer than last year."""
    if entry.state is not EntryState.REGISTERED:
        return False
    known = (entry.confirmed_on, entry.registered_on)
    return max(day for day in known if day is not None).year < today.year
