"""Writes the change journal: one listener, from SQLAlchemy's own attribute history.

Whatever changes a journaled record inside a unit of work is seen here at flush time: no use case
can forget the journal, and what would go around it (bulk statements, a flush outside a unit of
work) is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, event, insert, select, update
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import get_history

from ctg_desktop.db import search_index, stamps
from ctg_desktop.db.fields import KINDS, fields_of, whole
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, Journaled, KnowledgeRecord
from ctg_desktop.domain.history import Operation, Origin
from ctg_desktop.domain.identifier import new_id

RECORDER = "recorder"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Intent:
    """What a unit of work is for, as the journal tells it.

    Attributes:
        label: Code of what is done, e.g. ``listing-saved``.
        undoes: Id of the change set that this one takes back.
    """

    label: str
    actor: str = ""
    params: dict[str, object] = field(default_factory=dict)
    origin: Origin = Origin.PERSON
    undoes: str = ""


class Recorder:
    """Journals one unit of work as one change set, which begins with its first change.

    Attributes:
        change_set: Id of the change set; ``None`` as long as nothing changed.
        touched: Kind of record → ids changed so far.
    """

    def __init__(self, site: str, at: datetime, intent: Intent) -> None:
        self.change_set: str | None = None
        self.touched: dict[str, set[str]] = {}
        self._site = site
        self._at = at.isoformat(timespec="seconds")
        self._intent = intent
        self._counter = 0
        self._number = 0
        self._standing: dict[tuple[str, str, str], bool] = {}
        self._reborn: dict[tuple[str, str], stamps.Stamps] = {}

    def begin(self, connection: Connection) -> None:
        """Take the site's next counter and open the change set, unless that was done."""
        if self.change_set is not None:
            return
        self.change_set = new_id()
        self._counter = _next_counter(connection, self._site)
        connection.execute(
            insert(ChangeSetRecord.__table__),  # type: ignore[arg-type]  # a Table, typed wider
            {
                "id": self.change_set,
                "site": self._site,
                "counter": self._counter,
                "at": self._at,
                "actor": self._intent.actor,
                "origin": self._intent.origin.value,
                "label": self._intent.label,
                "label_params": self._intent.params,
                "undoes": self._intent.undoes,
                "undone": False,
                "size": 0,
            },
        )

    def finish(self, connection: Connection) -> None:
        """Write how many records the change set touched."""
        if self.change_set is not None:
            connection.execute(
                update(ChangeSetRecord)
                .where(ChangeSetRecord.id == self.change_set)
                .values(size=sum(map(len, self.touched.values())))
            )

    def keep_standing(self, record: Journaled, path: str, before: stamps.Stamp) -> None:
        """Say that a field is about to get back a value whose stamp was ``before``."""
        key = (record.ENTITY, record.identity, path)
        self._standing[key] = stamps.is_imported(before)

    def keep_all_standing(self, record: Journaled, before: stamps.Stamps) -> None:
        """Say that a record is about to be made again whose stamps were ``before``."""
        self._reborn[record.ENTITY, record.identity] = before

    def record(
        self,
        session: Session,
        created: list[Journaled],
        changed: list[Journaled],
        deleted: list[Journaled],
    ) -> None:
        """Journal what a flush is about to write, and stamp, derive and index it."""
        connection = session.connection()
        self.begin(connection)
        edited: list[Journaled] = []
        rows = [self._created(record) for record in created]
        for record in changed:
            found = list(self._changed(record))
            if found:
                edited.append(record)
                rows += found
        rows += [self._deleted(record) for record in deleted]
        if rows:
            connection.execute(insert(FieldChangeRecord.__table__), rows)  # type: ignore[arg-type]  # a Table, typed wider
        search_index.write(connection, added=created, changed=edited, removed=deleted)

    def _created(self, record: Journaled) -> Row:
        record.derive(self._at)
        before = self._reborn.pop((record.ENTITY, record.identity), None)
        record.stamps = (
            {stamps.WHOLE: self._stamp(imported=self._intent.origin is Origin.IMPORT)}
            if before is None
            else stamps.renewed(before, self._site, self._counter)
        )
        return self._row(record, Operation.CREATED, new=whole(record))

    def _changed(self, record: Journaled) -> Iterator[Row]:
        before, after = record.stamps, dict(record.stamps)
        for one in fields_of(type(record)):
            history = get_history(record, one.key)
            if not history.has_changes():
                continue
            old, new = [*list(history.deleted), *list(history.added)]
            after[one.path] = self._stamp(imported=self._imported(record, one.path))
            yield self._row(
                record,
                Operation.CHANGED,
                field=one.path,
                old=one.plain(old),
                new=one.plain(new),
                stamp_before=stamps.stamp_of(before, one.path),
            )
        if after != before:
            record.stamps = after
            record.derive(self._at)

    def _deleted(self, record: Journaled) -> Row:
        return self._row(
            record, Operation.DELETED, old=whole(record), stamp_before=dict(record.stamps)
        )

    def _imported(self, record: Journaled, path: str) -> bool:
        standing = self._standing.pop((record.ENTITY, record.identity, path), None)
        return self._intent.origin is Origin.IMPORT if standing is None else standing

    def _stamp(self, *, imported: bool) -> stamps.Stamp:
        return stamps.stamp(self._site, self._counter, imported=imported)

    def _row(
        self,
        record: Journaled,
        operation: Operation,
        *,
        field: str = "",
        old: object = None,
        new: object = None,
        stamp_before: object = None,
    ) -> Row:
        self._number += 1
        self.touched.setdefault(record.ENTITY, set()).add(record.identity)
        return {
            "change_set_id": self.change_set,
            "number": self._number,
            "entity": record.ENTITY,
            "record_id": record.identity,
            "record_name": record.record_name,
            "operation": operation.value,
            "field": field,
            "old": old,
            "new": new,
            "stamp_before": stamp_before,
        }


class JournaledSession(Session):
    """A session of which every flush is journaled; objects keep their values after it."""

    def __init__(self, engine: Engine, recorder: Recorder | None = None) -> None:
        super().__init__(engine, autoflush=False, expire_on_commit=False)
        if recorder is not None:
            self.info[RECORDER] = recorder

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of the unit of work; ``None`` when the session only reads."""
        found: Recorder | None = self.info.get(RECORDER)
        return found


@event.listens_for(JournaledSession, "before_flush")
def _journal(session: JournaledSession, _context: object, _instances: object) -> None:
    created = list(_journaled(session.new))
    deleted = list(_journaled(session.deleted))
    changed = [one for one in _journaled(session.dirty) if session.is_modified(one)]
    if not (created or changed or deleted):
        return
    if session.recorder is None:
        raise RuntimeError("a journaled record changed outside a unit of work")
    session.recorder.record(session, created, changed, deleted)


@event.listens_for(JournaledSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_select or state.bind_mapper is None:
        return
    if state.bind_mapper.class_ in KINDS.values():
        raise RuntimeError("journaled records change one by one, never by a bulk statement")


def _journaled(records: Iterable[object]) -> Iterator[Journaled]:
    return (one for one in records if isinstance(one, Journaled))


def _next_counter(connection: Connection, site: str) -> int:
    known = connection.scalar(select(KnowledgeRecord.counter).where(KnowledgeRecord.site == site))
    if known is None:
        raise RuntimeError("a site without knowledge of itself")
    connection.execute(
        update(KnowledgeRecord).where(KnowledgeRecord.site == site).values(counter=known + 1)
    )
    return known + 1
