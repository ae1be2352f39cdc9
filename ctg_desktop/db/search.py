"""The one search over listings, events and households."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Row, Select, select, union_all
from sqlalchemy.orm import Session

from ctg_desktop.db.search_index import ENTRY, TEXT
from ctg_desktop.db.search_match import Query, expressions, holds_symbols, query_of, quoted
from ctg_desktop.db.tables import EventRecord, HouseholdRecord, ListingRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.search import SearchHit
from ctg_desktop.domain.text import fold

EXCERPT = 120
# How many more candidates than asked are compared, so that the best are among them.
SPARE = 2

_ENTITIES = (ListingRecord.ENTITY, EventRecord.ENTITY, HouseholdRecord.ENTITY)
_RANKS = ("same title", "title begins so", "title holds the words", "record holds the words")

Candidate = Row[Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the index with its score."""

    entity: str
    id: str
    score: float


class SearchRepository:
    """Finds records by any words."""

    def __init__(self, session: Session, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary

    def find(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Return the records that hold all the words, best first.

        A title that is just what was typed comes first, then titles that begin so, then titles
        that hold all the words, then the other records. Accents, case, hyphens, apostrophes,
        ligatures and plurals are forgiven, and a typo in a word that stands nowhere; the last word
        may be unfinished.

        Args:
            text: What was typed; any characters.
            limit: How many hits at most.
        """
        query = query_of(text)
        if not query.typed or limit <= 0:
            return []
        connection = self._session.connection()
        attempts = self._attempts(connection, query)
        ranked = (_ranked(connection, tiers, query, limit) for tiers in attempts)
        best = next(filter(None, ranked), [])
        return self._hits(connection, best, query)

    def _attempts(self, connection: Connection, query: Query) -> Iterator[list[Select[Any]]]:
        """Return what to ask, best rank first; each next attempt is for when nothing was found."""
        entries = select(ENTRY.c.entity, ENTRY.c.record_id, ENTRY.c.title)
        if query.symbols:
            yield [entries.where(holds_symbols(query.symbols))]
            return
        matched = entries.join(TEXT, TEXT.c.rowid == ENTRY.c.id)
        same = entries.where(ENTRY.c.entity.in_(_ENTITIES), ENTRY.c.record_id.in_(_titled(query)))
        begins = f"title : ^ {' + '.join(map(quoted, query.words))} *"
        for match in expressions(connection, self._vocabulary, query):
            tiers = (begins, f"title : ({match})", match)
            asked = (matched.where(TEXT.c.search_text.op("MATCH")(tier)) for tier in tiers)
            yield [same, *asked]

    def _hits(self, connection: Connection, found: list[Found], query: Query) -> list[SearchHit]:
        texts = {
            ListingRecord.ENTITY: _listing_texts(connection, _ids(found, ListingRecord.ENTITY)),
            EventRecord.ENTITY: _event_texts(connection, _ids(found, EventRecord.ENTITY)),
            HouseholdRecord.ENTITY: _household_texts(
                connection, _ids(found, HouseholdRecord.ENTITY)
            ),
        }
        hits = []
        for one in found:
            title, *lines = texts[one.entity][one.id]
            hits.append(SearchHit(one.entity, one.id, title, _excerpt(lines, query), one.score))
        return hits


def _titled(query: Query) -> CompoundSelect[tuple[str]]:
    """Return the selection of the ids of the records whose title is just what was typed."""
    return union_all(
        select(ListingRecord.id).where(ListingRecord.name_folded == query.typed),
        select(EventRecord.id).where(EventRecord.title_folded == query.typed),
        select(HouseholdRecord.id).where(HouseholdRecord.name_folded == query.typed),
    )


def _ranked(
    connection: Connection, tiers: list[Select[Any]], query: Query, limit: int
) -> list[Found]:
    """Return the best of what the tiers find; a later tier is only asked when there is room."""
    found: dict[tuple[str, str], Found] = {}
    for rank, asked in enumerate(tiers):
        for row in connection.execute(asked.limit(limit * SPARE)).all():
            found.setdefault((row.entity, row.record_id), _scored(row, query, rank))
        if len(found) >= limit:
            break
    return sorted(found.values(), key=lambda one: (-one.score, one.id))[:limit]


def _listing_texts(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    kind = ListingRecord
    if not ids:
        return {}
    rows = connection.execute(
        select(
            kind.id,
            kind.name,
            kind.summary,
            kind.address_lines,
            kind.city,
            kind.contact_persons,
            kind.audience,
            kind.conditions,
            kind.accessibility,
            kind.description,
            kind.description_en,
        ).where(kind.id.in_(ids))
    )
    return {
        row.id: [
            row.name,
            row.summary,
            ", ".join(filter(None, (*row.address_lines, row.city))),
            *(", ".join(filter(None, (one["name"], one["role"]))) for one in row.contact_persons),
            row.audience,
            row.conditions,
            row.accessibility,
            *row.description.split("\n"),
            *row.description_en.split("\n"),
        ]
        for row in rows
    }


def _event_texts(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    kind = EventRecord
    if not ids:
        return {}
    rows = connection.execute(
        select(kind.id, kind.title, kind.description, kind.audience).where(kind.id.in_(ids))
    )
    return {row.id: [row.title, *row.description.split("\n"), row.audience] for row in rows}


def _household_texts(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    kind = HouseholdRecord
    if not ids:
        return {}
    rows = connection.execute(
        select(
            kind.id,
            kind.name,
            kind.address_lines,
            kind.postal_code,
            kind.city,
            kind.delegated_commune,
            kind.persons,
            kind.emails,
            kind.referent,
        ).where(kind.id.in_(ids))
    )
    return {
        row.id: [
            row.name,
            ", ".join(filter(None, (*row.address_lines, row.postal_code, row.city))),
            row.delegated_commune,
            *(f"{one['first_name']} {one['last_name']}".strip() for one in row.persons),
            *(one["address"] for one in row.emails),
            row.referent,
        ]
        for row in rows
    }


def _ids(found: list[Found], entity: str) -> list[str]:
    return [one.id for one in found if one.entity == entity]


def _scored(row: Candidate, query: Query, rank: int) -> Found:
    from rapidfuzz import fuzz

    likeness = fuzz.ratio(query.typed, row.title) / 100
    return Found(row.entity, row.record_id, round(len(_RANKS) - rank + likeness, 4))


def _excerpt(lines: list[str], query: Query) -> str:
    """Return the first line that holds a word of the query, around that word."""
    for line in lines:
        folded = fold(line)
        at = min((folded.find(word) for word in query.words if word in folded), default=-1)
        if at >= 0:
            return _cut(line, at)
    return _cut(next(filter(None, lines), ""), 0)


def _cut(line: str, at: int) -> str:
    start = max(0, at - EXCERPT // 2) if len(line) > EXCERPT else 0
    start = line.rfind(" ", 0, start) + 1 if start else 0
    piece = line[start : start + EXCERPT]
    before, after = ("… " if start else ""), (" …" if start + EXCERPT < len(line) else "")
    return f"{before}{piece.strip()}{after}"
