"""What all tables share: names of constraints, and what makes a record a journaled one.

Types are portable, on purpose: one day a community may keep its copy on a server. Records refer
to one another by id without foreign keys: they travel from site to site one by one, and a record
may arrive before, or stay after, the one it names.
"""

from __future__ import annotations

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


class Journaled:
    """A record whose every change goes through the change journal.

    Attributes:
        ENTITY: Name of this kind of record in the journal and in stamps.
        stamps: Field → who wrote it; see ``db.stamps``.
    """

    ENTITY: ClassVar[str]

    stamps: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=DERIVED)

    @property
    def identity(self) -> str:
        """The id under which the journal knows the record."""
        raise NotImplementedError

    @property
    def record_name(self) -> str:
        """The name under which a person knows the record."""
        raise NotImplementedError

    def derive(self, at: str) -> None:
        """Compute the derived columns from the others.

        Args:
            at: Moment of the change, ISO 8601 with the offset from UTC.
        """

    def search_text(self) -> SearchText | None:
        """Return what search finds the record by; ``None`` for a kind that is not searched."""
        return None
