"""The repository of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, or_, select

from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.search_match import matching
from ctg_desktop.db.tables import EventRecord
from ctg_desktop.db.time_span import moment_from_text, moment_to_text
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.db.whole_records import DeletableRecords, Mapping
from ctg_desktop.domain.event import Event, MovedOccurrence

EventOrder = Literal["start", "title"]

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


class EventRepository(DeletableRecords[Event, EventRecord]):
    """The events of a vault."""

    def __init__(self, session: JournaledSession, vocabulary: Vocabulary) -> None:
        super().__init__(session, _MAPPING)
        self._vocabulary = vocabulary

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


_MAPPING = Mapping(
    EventRecord,
    "event-unknown",
    _columns_of,
    _event_of,
    lambda event, event_id: replace(event, id=event_id),
)
