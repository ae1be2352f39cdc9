"""The next dates of the public calendar, as somebody is invited to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ctg_desktop.db.vault import Repositories
from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.usecases.calendar import dated
from ctg_desktop.usecases.printed_listings import printed_names

DAYS = 60
MOST = 12
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
    """Return each published event once, at its next date, the first one first.

    Args:
        stored: The vault.
        today: The first day that counts.
        days: How many days ahead.
    """
    end = today + timedelta(days=days)
    events = {one.id: one for one in stored.events.between(today, end) if one.published}
    names = printed_names(stored, (one.place for one in events.values()))
    found: dict[str, PublicDate] = {}
    for one in dated(list(events.values()), today, end):
        if not one.cancelled and one.event_id not in found:
            found[one.event_id] = _told(one, events[one.event_id], names)
    return list(found.values())[:MOST]


def _told(one: Occurrence, event: Event, names: dict[str, str]) -> PublicDate:
    place = names.get(one.place, "" if is_id(one.place) else one.place)
    what = ", ".join(filter(None, (one.title, place)))
    again = f" ({rule_to_french(event)})" if event.recurrence else ""
    return PublicDate(one.title, f"{wording.period(one.start, one.end)}{NBSP}: {what}{again}")
