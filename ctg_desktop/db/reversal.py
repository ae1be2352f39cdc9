"""Puts back, field by field, what one change set changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import class_mapper

from ctg_desktop.db.fields import KINDS, Field, Plain, field_at, rebuilt, whole
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.references import CATEGORY, is_named, lacks_category
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, Journaled
from ctg_desktop.domain.history import KeptField, Operation

BATCH = 500

F = FieldChangeRecord
Change = Row[Any]
Step = Callable[[type[Journaled], Sequence[Change]], None]

_OPERATION_AND_ENTITY = attrgetter("operation", "entity")
_COLUMNS = (
    F.number,
    F.entity,
    F.record_id,
    F.record_name,
    F.operation,
    F.field,
    F.old,
    F.new,
    F.stamp_before,
)


class Reversal:
    """One taking back, last change first, inside a unit of work.

    Args:
        session: The session of the unit of work.
    """

    def __init__(self, session: JournaledSession) -> None:
        self._session = session
        self._kept: list[KeptField] = []
        self._steps: dict[str, Step] = {
            Operation.CREATED.value: self._unmake,
            Operation.CHANGED.value: self._put_back,
            Operation.DELETED.value: self._make_again,
        }

    def run(self, change_set: str) -> list[KeptField]:
        """Take a change set back, mark it as such, and return what was left alone."""
        self._session.recorder.begin(self._session.connection())
        rows = self._rows(change_set, None)
        while rows:
            for (operation, entity), some in groupby(rows, key=_OPERATION_AND_ENTITY):
                self._steps[operation](KINDS[entity], list(some))
                self._session.flush()
            rows = self._rows(change_set, rows[-1].number)
        self._session.get_one(ChangeSetRecord, change_set).undone = True
        return self._kept

    def _rows(self, change_set: str, before: int | None) -> Sequence[Change]:
        asked = select(*_COLUMNS).where(F.change_set_id == change_set)
        if before is not None:
            asked = asked.where(F.number < before)
        return self._session.execute(asked.order_by(F.number.desc()).limit(BATCH)).all()

    def _records(self, kind: type[Journaled], rows: Sequence[Change]) -> dict[str, Journaled]:
        (key,) = class_mapper(kind).primary_key
        asked = select(kind).where(key.in_({row.record_id for row in rows}))
        return {record.identity: record for record in self._session.scalars(asked)}

    def _unmake(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        records = self._records(kind, rows)
        for row in rows:
            record = records.get(row.record_id)
            if record is None:
                continue
            changed = _differing(whole(kind, record.__dict__), row.new)
            if changed or is_named(self._session, record):
                self._keep(row, *(changed or [""]))
            else:
                self._session.delete(record)

    def _make_again(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        existing = self._records(kind, rows)
        again = []
        for row in rows:
            if row.record_id in existing:
                self._keep(row, "")
            elif lacks_category(self._session, kind, row.old.get(CATEGORY)):
                self._keep(row, CATEGORY)
            else:
                again.append(rebuilt(kind, row.old))
                self._session.recorder.keep_all_standing(
                    row.entity, row.record_id, row.stamp_before
                )
        self._session.add_rows(kind, again)

    def _put_back(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        records = self._records(kind, rows)
        for row in rows:
            record, field = records.get(row.record_id), field_at(kind, row.field)
            if record is None or field is None:
                self._keep(row, row.field)
            elif field.plain(getattr(record, field.key)) != row.old:
                self._put_back_field(record, field, row)

    def _put_back_field(self, record: Journaled, field: Field, row: Change) -> None:
        now = field.plain(getattr(record, field.key))
        homeless = field.path == CATEGORY and lacks_category(self._session, type(record), row.old)
        if now != row.new or homeless:
            self._keep(row, row.field)
            return
        setattr(record, field.key, field.typed(row.old))
        self._session.recorder.keep_standing(
            row.entity, row.record_id, field.path, row.stamp_before
        )

    def _keep(self, row: Change, *paths: str) -> None:
        self._kept += (
            KeptField(row.entity, row.record_id, row.record_name, path) for path in paths
        )


def _differing(now: Plain, then: Plain) -> list[str]:
    return sorted(path for path in now.keys() | then.keys() if now.get(path) != then.get(path))
