"""Settings of the commune, which are journaled, and habits of a screen, which are not."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base, Journaled


class SettingRecord(Journaled, Base):
    """One setting, or one member of a setting that has several: ``booklet.mayor_word``."""

    __tablename__ = "setting"
    ENTITY: ClassVar[str] = "setting"
    KEY: ClassVar[str] = "name"

    name: Mapped[str] = mapped_column(String(128), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class PreferenceRecord(Base):
    """A habit of a screen: columns, sizes."""

    __tablename__ = "preference"

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class ColumnMappingRecord(Base):
    """How a person matched the columns of a kind of spreadsheet, by signature of its headers."""

    __tablename__ = "column_mapping"

    signature: Mapped[str] = mapped_column(String(128), primary_key=True)
    mapping: Mapped[Any] = mapped_column(JSON)


class DraftRecord(Base):
    """Typing that was not saved yet."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    payload: Mapped[bytes] = mapped_column(LargeBinary)
