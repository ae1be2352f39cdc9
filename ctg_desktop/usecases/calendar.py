"""Keep the public calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.event import Event, MovedOccurrence, Occurrence
from ctg_desktop.domain.event_rules import checked_event
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.meanwhile import with_typed_over
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.domain.text import fold

PLACES_LIMIT = 20


@dataclass(frozen=True, slots=True)
class SavedEvent:
    """An event as it was stored, and what storing it changed."""

    event: Event
    changes: Changes


class Calendar:
    """The events of a vault."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def get(self, event_id: str) -> Event:
        """Return one event.

        Raises:
            UserError: ``event-unknown``.
        """
        with self._vault.reading() as stored:
            return stored.events.get(event_id)

    def events(self, text: str = "") -> list[Event]:
        """Return the events whose title holds a text, sorted by title."""
        wanted = fold(text)
        with self._vault.reading() as stored:
            found = [event for event in stored.events.all() if wanted in fold(event.title)]
        return sorted(found, key=lambda event: (fold(event.title), event.id))

    def occurrences(self, start: date, end: date) -> list[Occurrence]:
        """Return what takes place from ``start`` to before ``end``, sorted by time."""
        with self._vault.reading() as stored:
            return dated(stored.events.between(start, end), start, end)

    def places(self, text: str, limit: int = PLACES_LIMIT) -> list[tuple[str, str]]:
        """Return (id, name) of listings that an event may take place at or be run by."""
        wanted = ListingFilter(text=text)
        with self._vault.reading() as stored:
            ids = stored.listings.ids(wanted, ListingSort(), date.min)[:limit]
            names = stored.listings.names(ids)
        return [(one, names[one]) for one in ids if one in names]

    def place_names(self, events: Sequence[Event]) -> dict[str, str]:
        """Return the names of the listings that events refer to, by id."""
        ids = {ref for event in events for ref in (event.place, event.organiser) if is_id(ref)}
        with self._vault.reading() as stored:
            return stored.listings.names(sorted(ids))

    def save(self, event: Event, shown: Event | None = None) -> SavedEvent:
        """Check and store an event, new (without id) or changed.

        Args:
            event: As it was typed.
            shown: As it was when typing began: what was not typed since stays as it is stored by
                now. ``None`` stores all of it.

        Raises:
            UserError: A rule of ``domain.event_rules``, ``event-unknown``.
        """
        ready = checked_event(event)
        label = "event-saved" if ready.id else "event-added"
        with self._vault.writing(label, actor=self._actor, name=ready.title) as work:
            if ready.id and shown is not None:
                known = work.events.get(ready.id)
                ready = checked_event(replace(with_typed_over(known, shown, event), id=known.id))
            stored = work.events.save(ready) if ready.id else work.events.add(ready)
        return SavedEvent(stored, work.changes)

    def delete(self, ids: Sequence[str]) -> Changes:
        """Delete events; undo brings them back."""
        with self._vault.writing("events-deleted", actor=self._actor, count=len(ids)) as work:
            work.events.delete(ids)
        return work.changes

    def publish(self, ids: Sequence[str], published: bool) -> Changes:  # noqa: FBT001 - the state itself
        """Publish events, or make drafts of them."""
        label = "events-published" if published else "events-unpublished"
        with self._vault.writing(label, actor=self._actor, count=len(ids)) as work:
            for event in map(work.events.get, ids):
                work.events.save(replace(event, published=published))
        return work.changes

    def cancel_occurrence(self, event_id: str, day: date) -> SavedEvent:
        """Show one date of a series as cancelled."""
        event = self.get(event_id)
        return self.save(replace(event, cancelled_on=_with_day(event.cancelled_on, day)))

    def skip_occurrence(self, event_id: str, day: date) -> SavedEvent:
        """Take one date out of a series."""
        event = self.get(event_id)
        return self.save(replace(event, exceptions=_with_day(event.exceptions, day)))

    def move_occurrence(self, event_id: str, moved: MovedOccurrence) -> SavedEvent:
        """Hold one date of a series at another time."""
        event = self.get(event_id)
        others = tuple(one for one in event.moved if one.original != moved.original)
        return self.save(replace(event, moved=(*others, moved)))


def dated(events: Sequence[Event], start: date, end: date) -> list[Occurrence]:
    """Return the occurrences of several events from ``start`` to before ``end``, in order."""
    found = (one for event in events for one in occurrences(event, start, end))
    return sorted(found, key=lambda one: (one.day, _minutes(one), fold(one.title), one.event_id))


def _minutes(occurrence: Occurrence) -> int:
    start = occurrence.start
    return start.hour * 60 + start.minute if isinstance(start, datetime) else -1


def _with_day(days: Sequence[date], day: date) -> tuple[date, ...]:
    return tuple(sorted({*days, day}))
