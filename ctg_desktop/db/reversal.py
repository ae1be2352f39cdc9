"""Puts back, field by field, what one change set changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, class_mapper

from ctg_desktop.db.fields import KINDS, Plain, field_at, rebuilt, whole
from ctg_desktop.db.journal import Recorder
from ctg_desktop.db.references import CATEGORY, is_named, lacks_category
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, Journaled
from ctg_desktop.domain.history import KeptField, Operation

BATCH = 500

F = FieldChangeRecord
Change = Row[Any]
Step = Callable[[type[Journaled], Change], None]

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
        recorder: Its recorder.
    """

    def __init__(self, session: Session, recorder: Recorder) -> None:
        self._session = session
        self._recorder = recorder
        self._kept: list[KeptField] = []
        self._records: dict[tuple[str, str], Journaled] = {}
        self._gone: set[tuple[str, str]] = set()
        self._steps: dict[str, Step] = {
            Operation.CREATED.value: self._unmake,
            Operation.CHANGED.value: self._put_back,
            Operation.DELETED.value: self._make_again,
        }

    def run(self, change_set: str) -> list[KeptField]:
        """Take a change set back, mark it as such, and return what was left alone."""
        self._recorder.begin(self._session.connection())
        rows = self._rows(change_set, None)
        while rows:
            self._load(rows)
            for row in rows:
                self._steps[row.operation](KINDS[row.entity], row)
            self._session.flush()
            rows = self._rows(change_set, rows[-1].number)
        self._session.get_one(ChangeSetRecord, change_set).undone = True
        return self._kept

    def _rows(self, change_set: str, before: int | None) -> Sequence[Change]:
        asked = select(*_COLUMNS).where(F.change_set_id == change_set)
        if before is not None:
            asked = asked.where(F.number < before)
        return self._session.execute(asked.order_by(F.number.desc()).limit(BATCH)).all()

    def _load(self, rows: Sequence[Change]) -> None:
        self._records.clear()
        self._gone.clear()
        for entity, kind in KINDS.items():
            ids = {row.record_id for row in rows if row.entity == entity}
            if ids:
                (key,) = class_mapper(kind).primary_key
                for record in self._session.scalars(select(kind).where(key.in_(ids))):
                    self._records[entity, record.identity] = record

    def _unmake(self, _kind: type[Journaled], row: Change) -> None:
        record = self._records.get((row.entity, row.record_id))
        if record is None:
            return
        changed = _differing(whole(record), row.new)
        if changed or is_named(self._session, record):
            for path in changed or [""]:
                self._keep(row, path)
            return
        self._session.delete(record)
        self._gone.add((row.entity, row.record_id))
        del self._records[row.entity, row.record_id]

    def _make_again(self, kind: type[Journaled], row: Change) -> None:
        key = (row.entity, row.record_id)
        if key in self._gone:
            self._session.flush()
        if key in self._records:
            self._keep(row, "")
        elif lacks_category(self._session, kind, row.old.get(CATEGORY)):
            self._keep(row, CATEGORY)
        else:
            record = rebuilt(kind, row.old)
            self._recorder.keep_all_standing(record, row.stamp_before)
            self._session.add(record)
            self._records[key] = record

    def _put_back(self, kind: type[Journaled], row: Change) -> None:
        record = self._records.get((row.entity, row.record_id))
        field = field_at(kind, row.field)
        if record is None or field is None:
            self._keep(row, row.field)
            return
        now = field.plain(getattr(record, field.key))
        if now == row.old:
            return
        if now != row.new or (
            field.path == CATEGORY and lacks_category(self._session, kind, row.old)
        ):
            self._keep(row, row.field)
            return
        setattr(record, field.key, field.typed(row.old))
        self._recorder.keep_standing(record, field.path, row.stamp_before)

    def _keep(self, row: Change, path: str) -> None:
        self._kept.append(KeptField(row.entity, row.record_id, row.record_name, path))


def _differing(now: Plain, then: Plain) -> list[str]:
    return sorted(path for path in now.keys() | then.keys() if now.get(path) != then.get(path))
