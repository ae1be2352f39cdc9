"""The repositories of chapters and of subjects of leaflets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from ctg_desktop.db.tables import CategoryRecord, Journaled, ListingRecord, ThemeRecord
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.errors import UserError

Kind = TypeVar("Kind", bound=Journaled)


class CategoryRepository:
    """The chapters of a vault."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Category]:
        """Return the chapters in the order of the booklet, hidden ones too."""
        kind = CategoryRecord
        return [
            Category(
                code=record.code,
                label=record.label,
                label_en=record.label_en,
                position=record.position,
                colour=record.colour,
                hidden=record.hidden,
            )
            for record in self._session.scalars(select(kind).order_by(kind.position, kind.code))
        ]

    def save_all(self, categories: Sequence[Category]) -> None:
        """Make these the chapters: new ones are added, missing ones deleted.

        Raises:
            UserError: ``category-in-use`` for a missing one that has listings.
        """
        for gone in _missing(self._session, CategoryRecord, [one.code for one in categories]):
            used = self.in_use(gone.code)
            if used:
                raise UserError("category-in-use", label=gone.label, count=used)
            self._session.delete(gone)
        for one in categories:
            _store(self._session, CategoryRecord, one.code, asdict(one))
        self._session.flush()

    def in_use(self, code: str) -> int:
        """Return how many listings are in a chapter."""
        asked = select(func.count()).where(ListingRecord.category == code)
        return self._session.scalar(asked) or 0


class ThemeRepository:
    """The subjects of leaflets of a vault."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Theme]:
        """Return the themes in the order in which they were saved."""
        kind = ThemeRecord
        return [
            Theme(code=record.code, label=record.label, label_en=record.label_en)
            for record in self._session.scalars(select(kind).order_by(kind.position, kind.code))
        ]

    def save_all(self, themes: Sequence[Theme]) -> None:
        """Make these the themes: new ones are added, missing ones deleted.

        Raises:
            UserError: ``theme-in-use`` for a missing one that listings have.
        """
        for gone in _missing(self._session, ThemeRecord, [one.code for one in themes]):
            used = self.in_use(gone.code)
            if used:
                raise UserError("theme-in-use", label=gone.label, count=used)
            self._session.delete(gone)
        for position, one in enumerate(themes):
            _store(self._session, ThemeRecord, one.code, {**asdict(one), "position": position})
        self._session.flush()

    def in_use(self, code: str) -> int:
        """Return how many listings have a theme."""
        held = cast(ListingRecord.themes, Text).contains(f'"{code}"', autoescape=True)
        return (
            self._session.scalar(select(func.count()).select_from(ListingRecord).where(held)) or 0
        )


def _missing(session: Session, kind: type[Kind], codes: Sequence[str]) -> list[Kind]:
    return [record for record in session.scalars(select(kind)) if record.identity not in codes]


def _store(session: Session, kind: type[Journaled], code: str, values: dict[str, object]) -> None:
    record = session.get(kind, code)
    if record is None:
        session.add(kind(**values))
        return
    for key, value in values.items():
        setattr(record, key, value)
