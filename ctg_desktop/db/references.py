"""Which records still name one another, where an undo must not leave a name without its record."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ctg_desktop.db.categories import CategoryRepository, ThemeRepository
from ctg_desktop.db.tables import (
    CategoryRecord,
    Journaled,
    ListingRecord,
    PictureRecord,
    ThemeRecord,
)

CATEGORY = "category"


def is_named(session: Session, record: Journaled) -> bool:
    """Tell whether a chapter, a theme or a picture is still given to a listing."""
    if isinstance(record, CategoryRecord):
        return CategoryRepository(session).in_use(record.code) > 0
    if isinstance(record, ThemeRecord):
        return ThemeRepository(session).in_use(record.code) > 0
    if isinstance(record, PictureRecord):
        asked = select(exists().where(ListingRecord.picture == record.id))
        return bool(session.scalar(asked))
    return False


def lacks_category(session: Session, kind: type[Journaled], code: object) -> bool:
    """Tell whether a listing would come back into a chapter that there is no more."""
    return kind is ListingRecord and session.get(CategoryRecord, code) is None
