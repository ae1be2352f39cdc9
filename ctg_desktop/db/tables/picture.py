"""Pictures: the record is journaled, the bytes are kept apart under their digest.

A deleted picture leaves its bytes, so that undo finds them; equal pictures share them.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base, Journaled


class PictureRecord(Journaled, Base):
    """What is known of a picture."""

    __tablename__ = "picture"
    ENTITY: ClassVar[str] = "picture"
    NAME: ClassVar[str] = ""

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(32))
    width: Mapped[int]
    height: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))


class PictureContent(Base):
    """The bytes of pictures, by SHA-256 in hexadecimal."""

    __tablename__ = "picture_content"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
