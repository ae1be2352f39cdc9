"""The one door to journaled records: whatever changes them inside a unit of work is journaled.

A listener sees every flush and hands SQLAlchemy's own attribute history to the recorder, so that
no use case can forget the journal; what would go around it (bulk statements, a flush outside a
unit of work) is refused. Many new records at once take a shorter way through the same recorder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sqlalchemy import Engine, bindparam, delete, event, insert
from sqlalchemy.orm import ORMExecuteState, Session, class_mapper

from ctg_desktop.db.fields import KINDS
from ctg_desktop.db.recorder import Recorder
from ctg_desktop.db.tables import Journaled, Values

_TABLES = frozenset(class_mapper(kind).local_table for kind in KINDS.values())


class JournaledSession(Session):
    """A session of which every flush is journaled; objects keep their values after it.

    Args:
        engine: Where to.
        recorder: That of the unit of work; without one, journaled records are only read.
    """

    def __init__(self, engine: Engine, recorder: Recorder | None = None) -> None:
        super().__init__(engine, autoflush=False, expire_on_commit=False)
        self._recorder = recorder

    @property
    def recorder(self) -> Recorder:
        """The recorder of the unit of work."""
        if self._recorder is None:
            raise RuntimeError("journaled records only change inside a unit of work")
        return self._recorder

    def add_rows(self, kind: type[Journaled], rows: Sequence[Values]) -> None:
        """Insert many new records of one kind at once, journaled like any other."""
        if rows:
            connection = self.connection()
            connection.execute(insert(kind), self.recorder.add(connection, kind, rows))

    def remove_rows(self, kind: type[Journaled], rows: Sequence[Values]) -> None:
        """Delete many records of one kind at once, journaled like any other."""
        if rows:
            connection = self.connection()
            self.recorder.remove(connection, kind, rows)
            key = class_mapper(kind).primary_key[0]
            connection.execute(
                delete(kind).where(key == bindparam("of_id")),
                [{"of_id": values[kind.KEY]} for values in rows],
            )


@event.listens_for(JournaledSession, "before_flush")
def _journal(session: JournaledSession, _context: object, _instances: object) -> None:
    for kind, records in _by_kind(session.new):
        complete = session.recorder.add(
            session.connection(), kind, [record.__dict__ for record in records]
        )
        for record, values in zip(records, complete, strict=True):
            for key, value in values.items():
                setattr(record, key, value)
    for _, records in _by_kind(session.dirty):
        for record in filter(session.is_modified, records):
            session.recorder.change(session.connection(), record)
    for kind, records in _by_kind(session.deleted):
        session.recorder.remove(session.connection(), kind, [record.__dict__ for record in records])


@event.listens_for(JournaledSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select and getattr(state.statement, "table", None) in _TABLES:
        raise RuntimeError("journaled records change one by one, never by a bulk statement")


def _by_kind(records: Iterable[object]) -> Iterator[tuple[type[Journaled], list[Journaled]]]:
    """Gather journaled records that follow one another and are of one kind."""
    journaled = (one for one in records if isinstance(one, Journaled))
    return ((kind, list(some)) for kind, some in groupby(journaled, key=type))
