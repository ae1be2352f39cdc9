"""Whole records of one kind, whatever it is: read, added, replaced, taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import class_mapper

from ctg_desktop.db.batches import batches
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables.base import Journaled
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import UserError

ADDED = 1000
"""How many records are inserted at once."""


class HasId(Protocol):
    """What a repository keeps."""

    @property
    def id(self) -> str:
        """Identifier; empty before it is stored."""


E = TypeVar("E", bound=HasId)
R = TypeVar("R", bound=Journaled)


@dataclass(frozen=True, slots=True)
class Mapping(Generic[E, R]):
    """How what the domain knows becomes a record, and back.

    Attributes:
        unknown: Code of the fault when there is no record of an id.
        columns_of: Returns the values of the columns.
        entity_of: Returns what a record holds.
        with_id: Returns the same with another id.
    """

    kind: type[R]
    unknown: str
    columns_of: Callable[[E], dict[str, Any]]
    entity_of: Callable[[R], E]
    with_id: Callable[[E, str], E]


class WholeRecords(Generic[E, R]):
    """What repositories have in common."""

    def __init__(self, session: JournaledSession, mapping: Mapping[E, R]) -> None:
        self._session = session
        self._mapping = mapping

    def get(self, entity_id: str) -> E:
        """Return one.

        Raises:
            UserError: There is none of that id.
        """
        return self._mapping.entity_of(self._record(entity_id))

    def add(self, entity: E) -> E:
        """Store a new one and return it with its id."""
        return self.add_many((entity,))[0]

    def add_many(self, entities: Iterable[E]) -> list[E]:
        """Store new ones, as many as there are, and return them with their ids."""
        mapping, added = self._mapping, list[E]()
        source = iter(entities)
        while some := [mapping.with_id(one, new_id()) for one in islice(source, ADDED)]:
            self._session.add_rows(mapping.kind, [mapping.columns_of(one) for one in some])
            added += some
        return added

    def save(self, entity: E) -> E:
        """Store one that exists, and return it.

        Raises:
            UserError: There is none of that id.
        """
        record = self._record(entity.id)
        for key, value in self._mapping.columns_of(entity).items():
            setattr(record, key, value)
        self._session.flush()
        return self._mapping.entity_of(record)

    def _record(self, entity_id: str) -> R:
        record = self._session.get(self._mapping.kind, entity_id)
        if record is None:
            raise UserError(self._mapping.unknown, id=entity_id[:80])
        return record


class DeletableRecords(WholeRecords[E, R]):
    """Of these, a person may also take some away."""

    def delete(self, ids: Sequence[str]) -> None:
        """Delete some; unknown ids are already gone."""
        kind = self._mapping.kind
        key = class_mapper(kind).primary_key[0]
        for some in batches(ids):
            for record in self._session.scalars(select(kind).where(key.in_(some))):
                self._session.delete(record)
            self._session.flush()
