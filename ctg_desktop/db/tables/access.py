"""Who looked at or took away what, and what was erased for good. Neither is journaled."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base


class AccessRecord(Base):
    """A line of the journal of access; see ``domain.access_log``."""

    __tablename__ = "access_log"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(64))
    entity: Mapped[str] = mapped_column(String(16))
    ids: Mapped[list[Any]] = mapped_column(JSON)
    count: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


class ErasedRecord(Base):
    """The random id of a record that must never come back, not even from an old backup."""

    __tablename__ = "erased_id"

    entity: Mapped[str] = mapped_column(String(16), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(128), primary_key=True)
