"""The change journal, and what is known of each site."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base


class ChangeSetRecord(Base):
    """One thing a person did, in one transaction.

    ``at`` is ISO 8601 with the offset from UTC: for people only, order comes from the counter.
    """

    __tablename__ = "change_set"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    site: Mapped[str] = mapped_column(String(36))
    counter: Mapped[int]
    at: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(16))
    label: Mapped[str] = mapped_column(String(64))
    label_params: Mapped[dict[str, Any]] = mapped_column(JSON)
    undoes: Mapped[str] = mapped_column(String(36))
    undone: Mapped[bool]
    size: Mapped[int]

    __table_args__ = (UniqueConstraint("site", "counter"),)


class FieldChangeRecord(Base):
    """What a change set did to one field, or to a whole record made or deleted (``field`` empty).

    ``stamp_before`` is the stamp that the old value had; for a deletion, all stamps of the record.
    """

    __tablename__ = "field_change"

    change_set_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("change_set.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(String(16))
    record_id: Mapped[str] = mapped_column(String(128))
    record_name: Mapped[str] = mapped_column(Text)
    operation: Mapped[str] = mapped_column(String(16))
    field: Mapped[str] = mapped_column(String(64))
    old: Mapped[Any] = mapped_column(JSON)
    new: Mapped[Any] = mapped_column(JSON)
    stamp_before: Mapped[Any] = mapped_column(JSON)

    __table_args__ = (Index(None, "entity", "record_id"),)


class KnowledgeRecord(Base):
    """The highest counter seen from each site, ours included; it never goes back."""

    __tablename__ = "knowledge"

    site: Mapped[str] = mapped_column(String(36), primary_key=True)
    counter: Mapped[int]


class SiteRecord(Base):
    """One installation: ours, and those we exchange with. A restore opens a new epoch."""

    __tablename__ = "site"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(16))
    ours: Mapped[bool]
    epoch: Mapped[int]
