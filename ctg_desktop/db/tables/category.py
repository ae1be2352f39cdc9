"""Chapters of the booklet, and subjects of leaflets."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base, Journaled


class CategoryRecord(Journaled, Base):
    """A chapter of the booklet."""

    __tablename__ = "category"
    ENTITY: ClassVar[str] = "category"
    KEY: ClassVar[str] = "code"
    NAME: ClassVar[str] = "label"

    code: Mapped[str] = mapped_column(String(64), primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    label_en: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    colour: Mapped[str] = mapped_column(String(7))
    hidden: Mapped[bool]


class ThemeRecord(Journaled, Base):
    """A subject of leaflets; the position keeps the order in which they were given."""

    __tablename__ = "theme"
    ENTITY: ClassVar[str] = "theme"
    KEY: ClassVar[str] = "code"
    NAME: ClassVar[str] = "label"

    code: Mapped[str] = mapped_column(String(64), primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    label_en: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
