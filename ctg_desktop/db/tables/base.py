"""What all tables share: names of constraints, and what makes a record a journaled one.

Types are portable, on purpose: one day a community may keep its copy on a server. Records refer
to one another by id without foreign keys: they travel from site to site one by one, and a record
may arrive before, or stay after, the one it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import JSON, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Marks a column that is computed from the others: neither journaled nor exchanged.
DERIVED: dict[Any, Any] = {"derived": True}


def known_as(path: str) -> dict[Any, Any]:
    """Mark a column whose field has another name in the domain, e.g. ``address.city``."""
    return {"path": path}


class Base(DeclarativeBase):
    """Every table of the vault."""

    metadata = MetaData(naming_convention=NAMES)


@dataclass(frozen=True, slots=True)
class SearchText:
    """What the search index holds of a record, already folded.

    Attributes:
        title: The name; a hit there comes first.
        body: All other words.
        numbers: Phone numbers and official numbers, as digits.
    """

    title: str
    body: str
    numbers: str = ""


def searchable_number(number: str) -> str:
    """Return a phone number as one national word and as the pairs that people type."""
    national = f"0{number[3:]}" if number.startswith("+33") else number
    pairs = " ".join(national[at : at + 2] for at in range(0, len(national), 2))
    return f"{national} {pairs}"


Values = Mapping[str, Any]
"""A record as the values of its columns, by attribute; an ORM object's ``__dict__`` is one."""


class Journaled:
    """A record whose every change goes through the change journal.

    Attributes:
        ENTITY: Name of this kind of record in the journal.
        KEY: Its primary key, the id under which the journal knows a record.
        NAME: The column that people know a record by; empty for none.
        stamps: Field → who wrote it; see ``db.stamps``.
    """

    ENTITY: ClassVar[str]
    KEY: ClassVar[str] = "id"
    NAME: ClassVar[str] = "name"

    stamps: Mapped[dict[str, Any]] = mapped_column(JSON, info=DERIVED)

    @property
    def identity(self) -> str:
        """The id under which the journal knows the record."""
        key: str = getattr(self, self.KEY)
        return key

    @classmethod
    def derived(cls, values: Values, at: str) -> dict[str, Any]:
        """Return the derived columns, computed from the others.

        Args:
            values: The other columns.
            at: Moment of the change, ISO 8601 with the offset from UTC.
        """
        del values, at
        return {}

    @classmethod
    def search_text(cls, values: Values) -> SearchText | None:
        """Return what search finds the record by; ``None`` for a kind that is not searched.

        Args:
            values: All columns, derived ones too.
        """
        del values
        return None
