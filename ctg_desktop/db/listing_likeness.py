"""Finds listings that may be the same: one name, one phone, one address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from sqlalchemy import Connection, select

from ctg_desktop.db.search_index import ENTRY
from ctg_desktop.db.search_match import query_of, quoted, rows_matching
from ctg_desktop.db.tables import ListingRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.domain.text import clean, fold

CANDIDATES = 200
RAREST_WORDS = 2
ALIKE = 87

Reasons = dict[str, set[Likeness]]


def similar_listings(
    connection: Connection,
    vocabulary: Vocabulary,
    name: str,
    phones: Sequence[str],
    address_line: str,
) -> list[Similar]:
    """Return the listings that look alike, those with most reasons first, then by name.

    Args:
        connection: An open connection to the vault.
        vocabulary: The words of the vault.
        name: Name as typed so far.
        phones: Phone numbers in E.164.
        address_line: First line of the address.
    """
    reasons: Reasons = {}
    _note(reasons, Likeness.NAME, _by_name(connection, vocabulary, name))
    _note(reasons, Likeness.PHONE, _by_phone(connection, [clean(one) for one in phones]))
    _note(reasons, Likeness.ADDRESS, _by_address(connection, clean(address_line)))
    asked = select(ListingRecord.id, ListingRecord.name).where(
        ListingRecord.id.in_(list(reasons)[:CANDIDATES])
    )
    found = [
        Similar(row.id, row.name, frozenset(reasons[row.id])) for row in connection.execute(asked)
    ]
    return sorted(found, key=lambda one: (-len(one.why), one.why == _PLACE_ONLY, fold(one.name)))


_SHARED = 3  # digits: 15 and 112 are everybody's, and pairs of digits stand in any number
_PLACE_ONLY = frozenset({Likeness.ADDRESS})


def _note(reasons: Reasons, why: Likeness, ids: Iterable[str]) -> None:
    for one in ids:
        reasons.setdefault(one, set()).add(why)


def _by_name(connection: Connection, vocabulary: Vocabulary, name: str) -> list[str]:
    """Compare with the listings whose name holds one of the rarest words of this one."""
    query = query_of(name)
    known = vocabulary.frequencies(connection, query.words)
    for word in query.words:
        if word not in known:
            known.update(vocabulary.frequencies(connection, vocabulary.closest(connection, word)))
    rarest = sorted(known, key=lambda word: known[word])[:RAREST_WORDS]
    if not rarest:
        return []
    match = f"title : ({' OR '.join(map(quoted, rarest))})"
    rows = connection.execute(
        select(ENTRY.c.record_id, ENTRY.c.title)
        .where(ENTRY.c.entity == ListingRecord.ENTITY, ENTRY.c.id.in_(rows_matching(match)))
        .limit(CANDIDATES)
    )
    wanted = " ".join(query.words)
    return [row.record_id for row in rows if _alike(wanted, row.title)]


def _alike(wanted: str, title: str) -> bool:
    words = " ".join(query_of(title).words)
    return fuzz.token_sort_ratio(wanted, words) >= ALIKE


def _by_phone(connection: Connection, phones: Sequence[str]) -> list[str]:
    digits = ["".join(filter(str.isdigit, phone)) for phone in phones]
    words = [f"0{one[2:]}" if one.startswith("33") else one for one in digits if len(one) > _SHARED]
    if not words:
        return []
    match = f"numbers : ({' OR '.join(map(quoted, words))})"
    return _entries(connection, match)


def _by_address(connection: Connection, address_line: str) -> list[str]:
    line = fold(address_line.strip())
    if not line:
        return []
    asked = select(ListingRecord.id).where(ListingRecord.place_folded == line).limit(CANDIDATES)
    return list(connection.scalars(asked))


def _entries(connection: Connection, match: str) -> list[str]:
    return list(
        connection.scalars(
            select(ENTRY.c.record_id)
            .where(ENTRY.c.entity == ListingRecord.ENTITY, ENTRY.c.id.in_(rows_matching(match)))
            .limit(CANDIDATES)
        )
    )
