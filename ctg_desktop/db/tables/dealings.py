"""What happened with households, and the counts that stay of those that were erased."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base, Journaled, known_as


class ContactNoteRecord(Journaled, Base):
    """A note of a contact; no search finds it."""

    __tablename__ = "contact_note"
    ENTITY: ClassVar[str] = "contact-note"
    NAME: ClassVar[str] = ""

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    household: Mapped[str] = mapped_column(String(36))
    day: Mapped[dt.date] = mapped_column(Date, info=known_as("on"))
    kind: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index(None, "household", "day"),)


class ReferralRecord(Journaled, Base):
    """Somebody who was told where to go; known by the entry, never by a person."""

    __tablename__ = "referral"
    ENTITY: ClassVar[str] = "referral"
    NAME: ClassVar[str] = "listing_name"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    household: Mapped[str] = mapped_column(String(36))
    day: Mapped[dt.date] = mapped_column(Date, info=known_as("on"))
    need: Mapped[str] = mapped_column(String(64))
    listing: Mapped[str] = mapped_column(String(36))
    listing_name: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(16))
    persons: Mapped[int]

    __table_args__ = (
        Index(None, "household", "day"),
        Index(None, "day"),
    )


class ErasedTallyRecord(Base):
    """A count without names, of households that were erased; see ``domain.families.tally``."""

    __tablename__ = "erased_tally"

    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    dimension: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int]
