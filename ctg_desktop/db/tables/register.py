"""The register of vulnerable persons, sealed under its own key. Neither journaled nor searched."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Date, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from ctg_desktop.db.tables.base import Base


class RegisterLockRecord(Base):
    """Who opens the register: one row, its keyring."""

    __tablename__ = "register_lock"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    keyring: Mapped[Any] = mapped_column(JSON)


class RegisterRecord(Base):
    """A sealed record, of which nothing but a due date is readable without the key.

    Attributes:
        kind: ``entry``, ``alert``, ``refusal`` or ``draft``.
        due_on: By when something must be done; a date alone, so that a lateness can be told.
        version: How often it was stored.
    """

    __tablename__ = "register_record"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    due_on: Mapped[dt.date | None] = mapped_column(Date)
    version: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
