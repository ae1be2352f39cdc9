"""The repository of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, or_, select

from ctg_desktop.db.batches import batches
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.search_match import matching
from ctg_desktop.db.tables import EventRecord
from ctg_desktop.db.time_span import moment_from_text, moment_to_text
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import UserError

EventOrder = Literal["start", "title"]

ADDED = 1000

# Fields whose column has the same name and the same plain value.
_SAME = (
    "id",
    "title",
    "recurrence",
    "place",
    "organiser",
    "audience",
    "price",
    "description",
    "cancelled",
    "published",
    "source",
)


class EventRepository:
    """The events of a vault."""

    def __init__(self, session: JournaledSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary

    def get(self, event_id: str) -> Event:
        """Return one event.

        Raises:
            UserError: ``event-unknown``.
        """
        return _event_of(self._record(event_id))

    def ids(
        self,
        text: str = "",
        *,
        published: bool | None = None,
        by: EventOrder = "start",
        descending: bool = False,
    ) -> list[str]:
        """Return the ids of the events that hold a text, in order.

        Args:
            text: Words to find, tolerant as the search; empty for all.
            published: Only published events, or only drafts.
            by: First start, or title.
            descending: Last first.
        """
        kind = EventRecord
        where: list[ColumnElement[bool]] = []
        found = matching(self._session.connection(), self._vocabulary, text, kind.ENTITY)
        if found is not None:
            where.append(kind.id.in_(found))
        if published is not None:
            where.append(kind.published.is_(published))
        keys = (
            (kind.starts, kind.title_folded) if by == "start" else (kind.title_folded, kind.starts)
        )
        ordered = [key.desc() if descending else key.asc() for key in (*keys, kind.id)]
        return list(self._session.scalars(select(kind.id).where(*where).order_by(*ordered)))

    def all(self) -> list[Event]:
        """Return every event, by first start."""
        kind = EventRecord
        asked = select(kind).order_by(kind.starts, kind.title_folded, kind.id)
        return [_event_of(record) for record in self._session.scalars(asked)]

    def between(self, start: date, end: date) -> list[Event]:
        """Return the events that may take place from ``start`` to before ``end``.

        None is missing; a series may be there that has no occurrence in that time.
        """
        kind = EventRecord
        asked = (
            select(kind)
            .where(kind.first_day < end, or_(kind.last_day.is_(None), kind.last_day >= start))
            .order_by(kind.starts, kind.title_folded, kind.id)
        )
        return [_event_of(record) for record in self._session.scalars(asked)]

    def add(self, event: Event) -> Event:
        """Store a new event and return it with its id."""
        return self.add_many((event,))[0]

    def add_many(self, events: Iterable[Event]) -> list[Event]:
        """Store new events and return them with their ids."""
        added: list[Event] = []
        source = iter(events)
        while some := [replace(one, id=new_id()) for one in islice(source, ADDED)]:
            self._session.add_rows(EventRecord, [_columns_of(one) for one in some])
            added += some
        return added

    def save(self, event: Event) -> Event:
        """Store an event that exists, and return it.

        Raises:
            UserError: ``event-unknown``.
        """
        record = self._record(event.id)
        for key, value in _columns_of(event).items():
            setattr(record, key, value)
        self._session.flush()
        return _event_of(record)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete events; unknown ids are already gone."""
        for some in batches(ids):
            asked = select(EventRecord).where(EventRecord.id.in_(some))
            for record in self._session.scalars(asked):
                self._session.delete(record)
            self._session.flush()

    def _record(self, event_id: str) -> EventRecord:
        record = self._session.get(EventRecord, event_id)
        if record is None:
            raise UserError("event-unknown", id=event_id[:80])
        return record


def _columns_of(event: Event) -> dict[str, Any]:
    values = {key: getattr(event, key) for key in _SAME}
    values.update(
        starts=moment_to_text(event.start),
        ends=moment_to_text(event.end),
        exceptions=[day.isoformat() for day in event.exceptions],
        cancelled_on=[day.isoformat() for day in event.cancelled_on],
        moved=[
            {
                "original": moment_to_text(one.original),
                "start": moment_to_text(one.start),
                "end": moment_to_text(one.end),
            }
            for one in event.moved
        ],
    )
    return values


def _event_of(record: EventRecord) -> Event:
    return Event(
        start=moment_from_text(record.starts),
        end=moment_from_text(record.ends) if record.ends else None,
        exceptions=tuple(map(date.fromisoformat, record.exceptions)),
        cancelled_on=tuple(map(date.fromisoformat, record.cancelled_on)),
        moved=tuple(
            MovedOccurrence(
                original=moment_from_text(one["original"]),
                start=moment_from_text(one["start"]),
                end=moment_from_text(one["end"]) if one["end"] else None,
            )
            for one in record.moved
        ),
        **{key: getattr(record, key) for key in _SAME},
    )
