"""The change journal, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.orm import Session

from ctg_desktop.db.batches import batches
from ctg_desktop.db.household_erasure import records_of
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, KnowledgeRecord
from ctg_desktop.domain.history import ChangeSet, Operation, Origin, RecordedChange
from ctg_desktop.errors import UserError

F = FieldChangeRecord
C = ChangeSetRecord

_STREAMED = 1000


class JournalRepository:
    """The change journal of a vault.

    Args:
        session: An open session.
        site: Our own site.
    """

    def __init__(self, session: Session, site: str) -> None:
        self._session = session
        self._site = site

    def highest(self) -> int:
        """Return the counter of our last change set; 0 before the first."""
        asked = select(KnowledgeRecord.counter).where(KnowledgeRecord.site == self._site)
        return self._session.scalar(asked) or 0

    def recent(self, limit: int, before: int | None = None) -> list[ChangeSet]:
        """Return our last change sets, newest first, without their details.

        Args:
            limit: How many at most.
            before: Counter below which to look; ``None`` for the newest.
        """
        asked = select(C).where(C.site == self._site)
        if before is not None:
            asked = asked.where(C.counter < before)
        records = self._session.scalars(asked.order_by(C.counter.desc()).limit(limit))
        return [_change_set(record) for record in records]

    def get(self, change_set_id: str) -> ChangeSet:
        """Return one change set with what it did to each record.

        Raises:
            UserError: ``change-set-unknown``.
        """
        record = self._session.get(C, change_set_id)
        if record is None:
            raise UserError("change-set-unknown", id=change_set_id[:80])
        # Whole records are not read: an import has tens of thousands of them.
        rows = self._session.execute(
            select(F.number, F.entity, F.record_id, F.record_name, F.operation)
            .where(F.change_set_id == change_set_id)
            .order_by(F.number)
        )
        values = self._session.execute(
            select(F.number, F.field, F.old, F.new).where(
                F.change_set_id == change_set_id, F.operation == Operation.CHANGED.value
            )
        )
        fields = {row.number: (row.field, (row.old, row.new)) for row in values}
        return _change_set(record, _recorded(rows, fields))

    def history(self, entity: str, record_id: str) -> list[ChangeSet]:
        """Return the change sets that touched one record, newest first, with what each did to it.

        Args:
            entity: Kind of record, e.g. ``listing``.
            record_id: Its id; it may be deleted.
        """
        by_set = self._by_set([and_(F.entity == entity, F.record_id == record_id)])
        return [
            _change_set(record, _recorded(by_set[record.id], _fields(by_set[record.id])))
            for record in self._records(list(by_set))
        ]

    def of_household(self, household_id: str) -> list[ChangeSet]:
        """Return all that happened to a household, its notes and referrals, newest first.

        What was made or deleted is told with all its values, from nothing or to nothing.
        """
        by_set = self._by_set(
            [
                and_(F.entity == entity, F.record_id.in_(some))
                for entity, ids in records_of(self._session.connection(), household_id).items()
                for some in batches(ids)
            ]
        )
        return [
            _change_set(record, tuple(map(_whole, by_set[record.id])))
            for record in self._records(list(by_set))
        ]

    def touched_since(self, counter: int, entity: str) -> int:
        """Return how many records of a kind were touched by our change sets after a counter."""
        asked = (
            select(func.count(F.record_id.distinct()))
            .join(C, C.id == F.change_set_id)
            .where(C.site == self._site, C.counter > counter, F.entity == entity)
        )
        return self._session.scalar(asked) or 0

    def first_day(self) -> date | None:
        """Return the day of the first change set, whatever its site; ``None`` before any."""
        first = self._session.scalar(select(func.min(C.at)))
        return datetime.fromisoformat(first).date() if first else None

    def operations(self, entity: str, start: date, end: date) -> Iterator[tuple[str, Operation]]:
        """Return what happened to records of a kind, from ``start`` to before ``end``, in order.

        Args:
            entity: Kind of record, e.g. ``listing``.
            start: First day.
            end: First day that does not count.

        Returns:
            Id of a record, what happened to it; a field that changed is one row each.
        """
        asked = (
            select(F.record_id, F.operation)
            .join(C, C.id == F.change_set_id)
            .where(F.entity == entity, C.at >= start.isoformat(), C.at < end.isoformat())
            .order_by(C.at, C.counter, F.number)
            .execution_options(yield_per=_STREAMED)
        )
        return ((row.record_id, Operation(row.operation)) for row in self._session.execute(asked))

    def _by_set(self, wanted: list[ColumnElement[bool]]) -> dict[str, list[FieldChangeRecord]]:
        """Return the changes that fit one of some conditions, by change set, in order."""
        found: dict[str, list[FieldChangeRecord]] = {}
        for condition in wanted:
            asked = select(F).where(condition).order_by(F.change_set_id, F.number)
            for row in self._session.scalars(asked):
                found.setdefault(row.change_set_id, []).append(row)
        return found

    def _records(self, ids: list[str]) -> list[ChangeSetRecord]:
        found: dict[str, ChangeSetRecord] = {}
        for some in batches(ids):
            records = self._session.scalars(select(C).where(C.id.in_(some)))
            found.update({record.id: record for record in records})
        return sorted(found.values(), key=lambda record: record.counter, reverse=True)


def _whole(row: FieldChangeRecord) -> RecordedChange:
    operation = Operation(row.operation)
    fields = _values(operation, row)
    return RecordedChange(row.entity, row.record_id, operation, row.record_name, fields)


def _values(operation: Operation, row: FieldChangeRecord) -> dict[str, tuple[object, object]]:
    if operation is Operation.CREATED:
        return {path: (None, value) for path, value in row.new.items()}
    if operation is Operation.DELETED:
        return {path: (value, None) for path, value in row.old.items()}
    return {row.field: (row.old, row.new)}


def _fields(rows: Iterable[FieldChangeRecord]) -> dict[int, tuple[str, tuple[object, object]]]:
    return {
        row.number: (row.field, (row.old, row.new))
        for row in rows
        if row.operation == Operation.CHANGED.value
    }


def _recorded(
    rows: Iterable[Row[Any] | FieldChangeRecord],
    fields: dict[int, tuple[str, tuple[object, object]]],
) -> tuple[RecordedChange, ...]:
    """Gather the rows of one change set, record by record and operation by operation."""
    return tuple(
        RecordedChange(
            entity=entity,
            id=record_id,
            operation=Operation(operation),
            name=name,
            fields=dict(fields[row.number] for row in some if row.number in fields),
        )
        for (entity, record_id, operation, name), some in groupby(
            rows, key=lambda row: (row.entity, row.record_id, row.operation, row.record_name)
        )
    )


def _change_set(record: ChangeSetRecord, changes: tuple[RecordedChange, ...] = ()) -> ChangeSet:
    return ChangeSet(
        id=record.id,
        site=record.site,
        counter=record.counter,
        at=datetime.fromisoformat(record.at),
        actor=record.actor,
        label=record.label,
        label_params=record.label_params,
        undoes=record.undoes,
        undone=record.undone,
        size=record.size,
        changes=changes,
        origin=Origin(record.origin),
    )
