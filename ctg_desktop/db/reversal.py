"""Puts back, field by field, what one change set changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import class_mapper

from ctg_desktop.db.fields import KINDS, Field, Plain, field_at, rebuilt, whole
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.references import CATEGORY, is_named, known_categories
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, Journaled, Values
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
            rows = self._rows(change_set, rows[-1].number)
        self._session.get_one(ChangeSetRecord, change_set).undone = True
        return self._kept

    def _rows(self, change_set: str, before: int | None) -> Sequence[Change]:
        asked = select(*_COLUMNS).where(F.change_set_id == change_set)
        if before is not None:
            asked = asked.where(F.number < before)
        return self._session.execute(asked.order_by(F.number.desc()).limit(BATCH)).all()

    def _stored(self, kind: type[Journaled], rows: Sequence[Change]) -> dict[str, Values]:
        """Return the records of some changes that are there now, by id."""
        mapper = class_mapper(kind)
        asked = select(mapper.local_table).where(_among(mapper.primary_key[0], rows))
        found = self._session.connection().execute(asked).mappings()
        return {values[kind.KEY]: dict(values) for values in found}

    def _unmake(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        records = self._stored(kind, rows)
        gone = []
        for row in (row for row in rows if row.record_id in records):
            changed = _differing(whole(kind, records[row.record_id]), row.new)
            if changed or is_named(self._session, kind, row.record_id):
                self._keep(row, *(changed or [""]))
            else:
                gone.append(records[row.record_id])
        self._session.remove_rows(kind, gone)

    def _make_again(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        existing, chapters = self._stored(kind, rows), known_categories(self._session)
        again = []
        for row in rows:
            if row.record_id in existing:
                self._keep(row, "")
            elif _is_homeless(row.old.get(CATEGORY), chapters):
                self._keep(row, CATEGORY)
            else:
                again.append(rebuilt(kind, row.old))
                self._session.recorder.keep_all_standing(
                    row.entity, row.record_id, row.stamp_before
                )
        self._session.add_rows(kind, again)

    def _put_back(self, kind: type[Journaled], rows: Sequence[Change]) -> None:
        asked = select(kind).where(_among(class_mapper(kind).primary_key[0], rows))
        records = {record.identity: record for record in self._session.scalars(asked)}
        chapters = known_categories(self._session)
        for row in rows:
            record, field = records.get(row.record_id), field_at(kind, row.field)
            homeless = row.field == CATEGORY and _is_homeless(row.old, chapters)
            if record is None or field is None or homeless:
                self._keep(row, row.field)
            else:
                self._put_back_field(record, field, row)
        self._session.flush()
        self._session.expunge_all()

    def _put_back_field(self, record: Journaled, field: Field, row: Change) -> None:
        now = field.plain(getattr(record, field.key))
        if now not in (row.old, row.new):
            self._keep(row, row.field)
        elif now != row.old:
            setattr(record, field.key, field.typed(row.old))
            self._session.recorder.keep_standing(
                row.entity, row.record_id, field.path, row.stamp_before
            )

    def _keep(self, row: Change, *paths: str) -> None:
        self._kept += (
            KeptField(row.entity, row.record_id, row.record_name, path) for path in paths
        )


def _among(key: ColumnElement[str], rows: Sequence[Change]) -> ColumnElement[bool]:
    return key.in_({row.record_id for row in rows})


def _is_homeless(category: object, chapters: Collection[object]) -> bool:
    """Tell whether a listing would come back into a chapter that there is no more."""
    return bool(category) and category not in chapters


def _differing(now: Plain, then: Plain) -> list[str]:
    return sorted(path for path in now.keys() | then.keys() if now.get(path) != then.get(path))
