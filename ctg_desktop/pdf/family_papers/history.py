"""What changed in a household and who looked at it, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ctg_desktop.domain.access_log import AccessRow
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.history import ChangeSet, RecordedChange
from ctg_desktop.domain.wording import moment
from ctg_desktop.messages.labels import ENTITY_LABELS, OPERATION_LABELS, label_of
from ctg_desktop.messages.values import NOTHING, field_words, value_words
from ctg_desktop.pdf.access_log import KIND_WORDS, what_words
from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.family_papers.parts import table

_NOBODY = "–"
_UNSAID = frozenset({"id", "household"})
"""Identifiers: the dossier is of one household."""


def history(changes: Sequence[ChangeSet], names: Mapping[str, str]) -> Iterator[Block]:
    """Yield every change, newest first, with the values before and after.

    Args:
        changes: As the dossier has them.
        names: Ids → what they are called.
    """
    rows = (
        (
            moment(one.at),
            one.actor or _NOBODY,
            "\n".join((label_of(one), *_lines(one.changes, names))),
        )
        for one in changes
    )
    yield from table("Changements", ("Quand", "Par", "Quoi"), rows, (2.2, 1.5, 6.3))


def accesses(rows: Sequence[AccessRow]) -> Iterator[Block]:
    """Yield who looked at the dossier, printed it or took it out, in the last 12 months."""
    cells = (
        (
            moment(datetime.fromisoformat(one.access.at)),
            one.access.actor or _NOBODY,
            KIND_WORDS[one.access.kind],
            what_words(one.access.what),
        )
        for one in rows
    )
    header = ("Quand", "Qui", "Quoi", "Sur quoi")
    yield from table("Accès des douze derniers mois", header, cells, (2.6, 2.2, 2.2, 3))


def _lines(changes: Sequence[RecordedChange], names: Mapping[str, str]) -> Iterator[str]:
    """Yield what changed, a line a field; each record is named where there are several."""
    records = list(dict.fromkeys((one.entity, one.id) for one in changes))
    for entity, record in records:
        mine = [one for one in changes if (one.entity, one.id) == (entity, record)]
        if len(records) > 1:
            done = OPERATION_LABELS[mine[0].operation].capitalize()
            yield f"{done}{NBSP}: {ENTITY_LABELS.get(entity, entity)}"
        for change in mine:
            yield from _fields(change, names)


def _fields(change: RecordedChange, names: Mapping[str, str]) -> Iterator[str]:
    for field, (before, after) in change.fields.items():
        if field in _UNSAID:
            continue
        old = value_words(field, before, names, longest=None)
        new = value_words(field, after, names, longest=None)
        if old != new:
            said = new if old == NOTHING else f"{old} → {new}"
            yield f"{field_words(field)}{NBSP}: {said}"
