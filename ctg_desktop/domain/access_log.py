"""The journal of access: who looked at, printed or took away personal data, when, and which.

Ids only, never values. Each row carries a hash that covers the row before it, so that a row that
was changed, and one that was cut out, are seen. The end of the chain is known elsewhere too (in
each backup), so that a cut at the end is seen as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ctg_desktop.domain.backup import Head

MONTHS_KEPT = 12
IDS_KEPT = 2_000
START = "0" * 64


class AccessKind(StrEnum):
    """What was done with the data."""

    CONSULTED = "consulted"
    PRINTED = "printed"
    EXPORTED = "exported"
    SENT = "sent"
    CHANGED = "changed"
    RESTORED = "restored"
    BACKED_UP = "backed-up"
    ERASED = "erased"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the journal, before it has its place.

    Attributes:
        at: ISO 8601 with the offset from UTC.
        what: Code of what it was, e.g. ``letters``, ``directory-csv``.
        entity: Kind of the records; empty when none is concerned.
        ids: Which; the first 2,000 only, ``count`` tells how many there were.
    """

    at: str
    actor: str
    kind: AccessKind
    what: str
    entity: str = ""
    ids: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What a paper or a file carries of persons, by id.

    Attributes:
        what: Code of the paper.
        entity: Kind of the records.
    """

    what: str
    entity: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One line in its place.

    Attributes:
        number: From 1, without a gap.
        hash: Of the line and the hash before it, in hexadecimal.
    """

    number: int
    access: Access
    hash: str


class ChainFault(StrEnum):
    """What is wrong with a journal of access."""

    CHANGED = "changed"
    CUT = "cut"
    CUT_AT_END = "cut-at-end"


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the chain does not hold.

    Attributes:
        number: Of the row where it is seen.
    """

    fault: ChainFault
    number: int


def sealed(access: Access, before: Head) -> AccessRow:
    """Give a line its place after the last one."""
    number = before.number + 1
    return AccessRow(number, access, _hash(number, access, before.hash or START))


def purged(at: str, actor: str, upto: AccessRow) -> Access:
    """Return the line that says that all lines up to one were taken away after 12 months.

    It is the anchor: the chain goes on from the hash that it holds.
    """
    return Access(at, actor, AccessKind.PURGED, upto.hash, count=upto.number)


def last_to_purge(rows: Iterable[AccessRow], today: date) -> AccessRow | None:
    """Return the last row that is older than 12 months, together with all rows before it.

    A row whose clock was ahead holds back those after it, for a while; none goes too early.
    """
    limit = _months_before(today)
    found = None
    for row in rows:
        if datetime.fromisoformat(row.access.at).date() >= limit:
            break
        found = row
    return found


def check(rows: Sequence[AccessRow], known: Iterable[Head] = ()) -> Broken | None:
    """Return the first place where a journal does not hold, or ``None``.

    Args:
        rows: All of them, in order.
        known: Ends of the chain that were noted elsewhere.
    """
    return next(_breaks(rows, known), None)


def _breaks(rows: Sequence[AccessRow], known: Iterable[Head]) -> Iterator[Broken]:
    anchors = {
        row.access.count: row.access.what for row in rows if row.access.kind is AccessKind.PURGED
    }
    first = rows[0].number if rows else 1
    if first != 1 and first - 1 not in anchors:
        yield Broken(ChainFault.CUT, first)
    yield from _breaks_within(rows, first - 1, anchors.get(first - 1, START))
    last = rows[-1].number if rows else 0
    hashes = {row.number: row.hash for row in rows} | anchors
    for head in known:
        if head.number > last:
            yield Broken(ChainFault.CUT_AT_END, head.number)
        elif head.number >= first and hashes.get(head.number) != head.hash:
            yield Broken(ChainFault.CHANGED, head.number)


def _breaks_within(rows: Sequence[AccessRow], number: int, before: str) -> Iterator[Broken]:
    for row in rows:
        if row.number != number + 1:
            yield Broken(ChainFault.CUT, row.number)
        if row.hash != _hash(row.number, row.access, before):
            yield Broken(ChainFault.CHANGED, row.number)
        number, before = row.number, row.hash


def _hash(number: int, access: Access, before: str) -> str:
    line = [
        before,
        number,
        access.at,
        access.actor,
        access.kind.value,
        access.what,
        access.entity,
        list(access.ids),
        access.count,
    ]
    return hashlib.sha256(json.dumps(line, ensure_ascii=True).encode()).hexdigest()


def _months_before(today: date) -> date:
    months = today.year * 12 + today.month - 1 - MONTHS_KEPT
    return date(months // 12, months % 12 + 1, min(today.day, 28))
