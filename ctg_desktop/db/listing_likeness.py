"""Finds listings that may be the same: one name, one phone, one address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from ctg_desktop.db.likeness import CANDIDATES, alike_titles, with_phones
from ctg_desktop.db.tables import ListingRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.domain.text import clean, fold

Reasons = dict[str, set[Likeness]]

_PLACE_ONLY = frozenset({Likeness.ADDRESS})


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
    entity = ListingRecord.ENTITY
    reasons: Reasons = {}
    _note(reasons, Likeness.NAME, alike_titles(connection, vocabulary, entity, name))
    _note(reasons, Likeness.PHONE, with_phones(connection, entity, phones))
    _note(reasons, Likeness.ADDRESS, _by_address(connection, clean(address_line)))
    asked = select(ListingRecord.id, ListingRecord.name).where(
        ListingRecord.id.in_(list(reasons)[:CANDIDATES])
    )
    found = [
        Similar(row.id, row.name, frozenset(reasons[row.id])) for row in connection.execute(asked)
    ]
    return sorted(found, key=lambda one: (-len(one.why), one.why == _PLACE_ONLY, fold(one.name)))


def _note(reasons: Reasons, why: Likeness, ids: Iterable[str]) -> None:
    for one in ids:
        reasons.setdefault(one, set()).add(why)


def _by_address(connection: Connection, address_line: str) -> list[str]:
    line = fold(address_line.strip())
    if not line:
        return []
    asked = select(ListingRecord.id).where(ListingRecord.place_folded == line).limit(CANDIDATES)
    return list(connection.scalars(asked))
