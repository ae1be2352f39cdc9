"""Events."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import DERIVED, Base, Journaled, SearchText, Values, known_as
from ctg_desktop.db.time_span import span_of
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.text import fold


class EventRecord(Journaled, Base):
    """One event; moments as ISO 8601 texts, of a day or of a local time."""

    __tablename__ = "event"
    ENTITY: ClassVar[str] = "event"
    NAME: ClassVar[str] = "title"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    title_folded: Mapped[str] = mapped_column(Text, info=DERIVED)
    starts: Mapped[str] = mapped_column(String(32), info=known_as("start"))
    ends: Mapped[str] = mapped_column(String(32), info=known_as("end"))
    first_day: Mapped[dt.date] = mapped_column(Date, info=DERIVED)
    last_day: Mapped[dt.date | None] = mapped_column(Date, info=DERIVED)
    recurrence: Mapped[str] = mapped_column(Text)
    exceptions: Mapped[list[Any]] = mapped_column(JSON)
    moved: Mapped[list[Any]] = mapped_column(JSON)
    cancelled_on: Mapped[list[Any]] = mapped_column(JSON)
    cancelled: Mapped[bool]
    published: Mapped[bool]
    updated_at: Mapped[str] = mapped_column(String(32), info=DERIVED)
    place: Mapped[str] = mapped_column(Text)
    organiser: Mapped[str] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(Text)
    price: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        Index(None, "first_day", "last_day"),
        Index(None, "title_folded"),
    )

    @classmethod
    def derived(cls, values: Values, at: str) -> dict[str, Any]:
        """Compute the days between which the event may occur, and what lists sort by."""
        first, last = span_of(
            values["starts"], values["ends"], values["recurrence"], values["moved"]
        )
        return {
            "title_folded": fold(values["title"]),
            "first_day": first,
            "last_day": last,
            "updated_at": at,
        }

    @classmethod
    def search_text(cls, values: Values) -> SearchText:
        """Return the words of an event."""
        written = (one for one in (values["place"], values["organiser"]) if not is_id(one))
        words = (*written, values["audience"], values["description"])
        return SearchText(values["title_folded"], fold("\n".join(filter(None, words))))
