"""Writes one unit of work into the change journal, stamps its records and indexes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm.attributes import get_history

from ctg_desktop.db import search_index, stamps
from ctg_desktop.db.fields import fields_of, whole
from ctg_desktop.db.tables import (
    ChangeSetRecord,
    FieldChangeRecord,
    Journaled,
    KnowledgeRecord,
    Values,
)
from ctg_desktop.domain.history import Operation, Origin
from ctg_desktop.domain.identifier import new_id

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

    Args:
        site: The site that changes things.
        at: When, with the time zone.
        intent: What for.

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
            insert(ChangeSetRecord).values(
                id=self.change_set,
                site=self._site,
                counter=self._counter,
                at=self._at,
                actor=self._intent.actor,
                origin=self._intent.origin.value,
                label=self._intent.label,
                label_params=self._intent.params,
                undoes=self._intent.undoes,
                undone=False,
                size=0,
            )
        )

    def finish(self, connection: Connection) -> None:
        """Write how many records the change set touched."""
        if self.change_set is not None:
            connection.execute(
                update(ChangeSetRecord)
                .where(ChangeSetRecord.id == self.change_set)
                .values(size=sum(map(len, self.touched.values())))
            )

    def keep_standing(self, entity: str, record_id: str, path: str, before: stamps.Stamp) -> None:
        """Say that a field is about to get back a value whose stamp was ``before``."""
        self._standing[entity, record_id, path] = stamps.is_imported(before)

    def keep_all_standing(self, entity: str, record_id: str, before: stamps.Stamps) -> None:
        """Say that a record is about to be made again whose stamps were ``before``."""
        self._reborn[entity, record_id] = before

    def add(
        self, connection: Connection, kind: type[Journaled], records: Sequence[Values]
    ) -> list[Row]:
        """Journal and index new records of one kind.

        Returns:
            The records with their stamps and derived columns, ready to be inserted.
        """
        self.begin(connection)
        complete = [
            {**values, **kind.derived(values, self._at), "stamps": self._first_stamps(kind, values)}
            for values in records
        ]
        rows = [
            self._row(kind, values, Operation.CREATED, new=whole(kind, values))
            for values in complete
        ]
        _write(connection, rows)
        search_index.add(connection, kind, complete)
        return complete

    def change(self, connection: Connection, record: Journaled) -> None:
        """Journal and index what changed in a record, and bring its stamps up to date."""
        self.begin(connection)
        kind = type(record)
        rows = list(self._changes(kind, record))
        if not rows:
            return
        written = {row["field"]: self._stamp_for(row) for row in rows}
        record.stamps = {**record.stamps, **written}
        for key, value in kind.derived(record.__dict__, self._at).items():
            setattr(record, key, value)
        _write(connection, rows)
        search_index.remove(connection, kind, (record.identity,))
        search_index.add(connection, kind, (record.__dict__,))

    def remove(
        self, connection: Connection, kind: type[Journaled], records: Sequence[Values]
    ) -> None:
        """Journal the deletion of records of one kind, and forget them in the index."""
        self.begin(connection)
        rows = [
            self._row(
                kind,
                values,
                Operation.DELETED,
                old=whole(kind, values),
                stamp_before=values["stamps"],
            )
            for values in records
        ]
        _write(connection, rows)
        search_index.remove(connection, kind, [values[kind.KEY] for values in records])

    def _changes(self, kind: type[Journaled], record: Journaled) -> Iterator[Row]:
        values = record.__dict__
        for one in fields_of(kind):
            history = get_history(record, one.key)
            if history.has_changes():
                old, new = [*list(history.deleted), *list(history.added)]
                yield self._row(
                    kind,
                    values,
                    Operation.CHANGED,
                    field=one.path,
                    old=one.plain(old),
                    new=one.plain(new),
                    stamp_before=stamps.stamp_of(record.stamps, one.path),
                )

    def _first_stamps(self, kind: type[Journaled], values: Values) -> stamps.Stamps:
        before = self._reborn.pop((kind.ENTITY, values[kind.KEY]), None)
        if before is not None:
            return stamps.renewed(before, self._site, self._counter)
        return {stamps.WHOLE: self._stamp(imported=self._intent.origin is Origin.IMPORT)}

    def _stamp_for(self, row: Row) -> stamps.Stamp:
        standing = self._standing.pop((row["entity"], row["record_id"], row["field"]), None)
        imported = self._intent.origin is Origin.IMPORT if standing is None else standing
        return self._stamp(imported=imported)

    def _stamp(self, *, imported: bool) -> stamps.Stamp:
        return stamps.stamp(self._site, self._counter, imported=imported)

    def _row(
        self, kind: type[Journaled], values: Values, operation: Operation, **more: object
    ) -> Row:
        self._number += 1
        record_id = values[kind.KEY]
        self.touched.setdefault(kind.ENTITY, set()).add(record_id)
        return {
            "change_set_id": self.change_set,
            "number": self._number,
            "entity": kind.ENTITY,
            "record_id": record_id,
            "record_name": values[kind.NAME] if kind.NAME else "",
            "operation": operation.value,
            "field": "",
            "old": None,
            "new": None,
            "stamp_before": None,
            **more,
        }


def _write(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(FieldChangeRecord), rows)


def _next_counter(connection: Connection, site: str) -> int:
    known = connection.scalar(select(KnowledgeRecord.counter).where(KnowledgeRecord.site == site))
    if known is None:
        raise RuntimeError("a site without knowledge of itself")
    connection.execute(
        update(KnowledgeRecord).where(KnowledgeRecord.site == site).values(counter=known + 1)
    )
    return known + 1
