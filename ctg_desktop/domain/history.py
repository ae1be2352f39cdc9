"""The change journal as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ctg_desktop.domain.changes import Changes


class Operation(StrEnum):
    """What happened to a record."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


class Origin(StrEnum):
    """Where the values of a change set come from; it decides what may be undone or overwritten.

    A value that a person typed is never overwritten by an import without being asked; one that
    an import brought is. What an undo or a redo puts back keeps the standing it had before.
    """

    PERSON = "person"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One record touched by a change set.

    Attributes:
        entity: ``listing``, ``event``, ``category``, ``theme``, ``picture`` or ``setting``.
        fields: Field → (old, new) plain values; empty for a creation or a deletion.
        name: Name of the record when the change was made.
    """

    entity: str
    id: str
    operation: Operation
    name: str
    fields: dict[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One thing a person did.

    Attributes:
        counter: Rises by one with each change set of a site; never used twice.
        label: Code of what was done, e.g. ``listing-saved``; ``label_params`` complete it.
        undoes: Id of the change set that this one took back; empty otherwise.
        undone: Whether a later change set took this one back.
        size: How many records it touched.
        changes: What it did to each record; filled only where details are asked for.
    """

    id: str
    site: str
    counter: int
    at: datetime
    actor: str
    label: str
    label_params: dict[str, object]
    undoes: str
    undone: bool
    size: int
    changes: tuple[RecordedChange, ...] = ()
    origin: Origin = Origin.PERSON


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field that an undo left alone because someone changed it since."""

    entity: str
    id: str
    name: str
    field: str


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo or a redo did.

    Attributes:
        changes: What it changed; its ``change_set`` is what a redo would take back.
        kept: Fields left alone because someone changed them since.
        label: Label of the change set that a person had made in the first place.
        label_params: What completes that label.
        skipped: Newer change sets that were passed over: a family of theirs was erased since.
    """

    changes: Changes
    kept: tuple[KeptField, ...]
    label: str
    label_params: dict[str, object]
    skipped: int = 0
