"""The next dates of the public calendar, as somebody is invited to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ctg_desktop.db.vault import Repositories
from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.usecases.calendar import dated
from ctg_desktop.usecases.printed_listings import printed_names

DAYS = 60
MOST = 8
"""Dates that an invitation holds without becoming a programme."""


@dataclass(frozen=True, slots=True)
class PublicDate:
    """The next date of an event.

    Attributes:
        said: "sam. 5 déc. 2026, 14 h – 18 h : Marché de Noël, place du Marché".
    """

    title: str
    said: str


def next_dates(stored: Repositories, today: date, days: int = DAYS) -> list[PublicDate]:
    """Return published events, each once at its next date, the first one first.

    Where there are many, those that take place once are kept before those that come again.

    Args:
        stored: The vault.
        today: The first day that counts.
        days: How many days ahead.
    """
    end = today + timedelta(days=days)
    events = {one.id: one for one in stored.events.between(today, end) if one.published}
    names = printed_names(stored, (one.place for one in events.values()))
    found: dict[str, Occurrence] = {}
    for one in dated(list(events.values()), today, end):
        if not one.cancelled:
            found.setdefault(one.event_id, one)
    rare_first = sorted(found, key=lambda event: bool(events[event].recurrence))
    kept = set(rare_first[:MOST])
    return [
        _told(one, events[one.event_id], names) for one in found.values() if one.event_id in kept
    ]


def _told(one: Occurrence, event: Event, names: dict[str, str]) -> PublicDate:
    place = names.get(one.place, "" if is_id(one.place) else one.place)
    what = " – ".join(filter(None, (one.title, place)))
    again = " (et d’autres dates)" if event.recurrence else ""
    return PublicDate(one.title, f"{wording.period(one.start, one.end)}{NBSP}: {what}{again}")
