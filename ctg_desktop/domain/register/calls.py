"""The calls of an alert: whom to call next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ctg_desktop.domain.register.entry import Call, CallResult, RegisterContact, RegisterEntry
from ctg_desktop.domain.register.steps import is_called
from ctg_desktop.domain.text import fold

REACHED = frozenset({CallResult.WELL, CallResult.HELP_SENT})
"""Results after which somebody knows how the person is."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """A person to call, with all that whoever calls needs.

    Attributes:
        is_alone: Nobody to warn, no service at home.
        reached_today: Somebody knows since this morning how they are.
        reached_at: When that was the last time in this alert; ``None`` for never.
        last: The last call of this alert.
        tries_today: Calls of today, whatever they gave.
        calls_today: Those calls, oldest first.
    """

    id: str
    name: str
    phone: str
    address: tuple[str, ...]
    birth_date: date | None
    is_alone: bool
    to_warn: tuple[RegisterContact, ...]
    home_services: tuple[RegisterContact, ...]
    reached_today: bool
    reached_at: datetime | None
    last: Call | None
    tries_today: int
    calls_today: tuple[Call, ...]


def call_rows(entries: Iterable[RegisterEntry], alert: str, today: date) -> list[CallRow]:
    """Return whom to call, in order.

    First who was not reached today: never in this alert before others, the longest ago before
    the rest; among them those who are alone, then those who were tried least today.
    """
    rows = [_row(entry, alert, today) for entry in entries if is_called(entry)]
    return sorted(rows, key=_urgency)


def _row(entry: RegisterEntry, alert: str, today: date) -> CallRow:
    calls = sorted((one for one in entry.calls if one.alert == alert), key=lambda one: one.at)
    reached = [one.at for one in calls if one.result in REACHED]
    made = tuple(one for one in calls if one.at.date() == today)
    place = f"{entry.postal_code} {entry.city}".strip()
    return CallRow(
        id=entry.id,
        name=entry.name,
        phone=entry.phone,
        address=(*entry.address, place) if place else entry.address,
        birth_date=entry.birth_date,
        is_alone=entry.is_alone,
        to_warn=entry.to_warn,
        home_services=entry.home_services,
        reached_today=bool(reached) and reached[-1].date() == today,
        reached_at=reached[-1] if reached else None,
        last=calls[-1] if calls else None,
        tries_today=len(made),
        calls_today=made,
    )


def _urgency(row: CallRow) -> tuple[bool, date, bool, int, str, str]:
    reached_on = row.reached_at.date() if row.reached_at else date.min
    return (
        row.reached_today,
        reached_on,
        not row.is_alone,
        row.tries_today,
        fold(row.name),
        row.id,
    )
