"""Finds records of one kind that may be the same as one being typed, by the search index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from ctg_desktop.db.search_index import ENTRY
from ctg_desktop.db.search_match import query_of, quoted, rows_matching
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.text import clean

CANDIDATES = 200
RAREST_WORDS = 2
ALIKE = 87

_SHARED = 3  # digits: 15 and 112 are everybody's, and pairs of digits stand in any number


def alike_titles(
    connection: Connection,
    vocabulary: Vocabulary,
    entity: str,
    name: str,
    usual: frozenset[str] = frozenset(),
) -> list[str]:
    """Return the records whose title is nearly this one.

    Only those are compared whose title holds one of the rarest words of the name.

    Args:
        connection: An open connection to the vault.
        vocabulary: The words of the vault.
        entity: Kind of record.
        name: As typed so far.
        usual: Folded words that make no title alike, e.g. "famille".
    """
    words = [word for word in query_of(name).words if word not in usual]
    known = vocabulary.frequencies(connection, words)
    for word in words:
        if word not in known:
            known.update(vocabulary.frequencies(connection, vocabulary.closest(connection, word)))
    rarest = sorted(known, key=lambda word: known[word])[:RAREST_WORDS]
    if not rarest:
        return []
    match = f"title : ({' OR '.join(map(quoted, rarest))})"
    rows = connection.execute(
        select(ENTRY.c.record_id, ENTRY.c.title)
        .where(ENTRY.c.entity == entity, ENTRY.c.id.in_(rows_matching(match)))
        .limit(CANDIDATES)
    )
    wanted = " ".join(words)
    return [row.record_id for row in rows if _alike(wanted, row.title, usual)]


def with_phones(connection: Connection, entity: str, phones: Iterable[str]) -> list[str]:
    """Return the records that have one of these numbers, given in E.164; short ones are nobody's.

    Args:
        connection: An open connection to the vault.
        entity: Kind of record.
        phones: As stored or as typed.
    """
    digits = ["".join(filter(str.isdigit, clean(phone))) for phone in phones]
    words = [f"0{one[2:]}" if one.startswith("33") else one for one in digits if len(one) > _SHARED]
    return holding(connection, entity, "numbers", words) if words else []


def holding(connection: Connection, entity: str, column: str, phrases: Sequence[str]) -> list[str]:
    """Return the records that hold one of these phrases in a column of the index."""
    match = f"{column} : ({' OR '.join(map(quoted, phrases))})"
    return list(
        connection.scalars(
            select(ENTRY.c.record_id)
            .where(ENTRY.c.entity == entity, ENTRY.c.id.in_(rows_matching(match)))
            .limit(CANDIDATES)
        )
    )


def _alike(wanted: str, title: str, usual: frozenset[str]) -> bool:
    from rapidfuzz import fuzz

    words = " ".join(word for word in query_of(title).words if word not in usual)
    return fuzz.token_sort_ratio(wanted, words) >= ALIKE
