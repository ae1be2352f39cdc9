"""Which records still name one another, where an undo must not leave a name without its record."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ctg_desktop.db.categories import CategoryRepository, ThemeRepository
from ctg_desktop.db.tables import (
    CategoryRecord,
    ContactNoteRecord,
    HouseholdRecord,
    Journaled,
    ListingRecord,
    PictureRecord,
    ReferralRecord,
    ThemeRecord,
)

CATEGORY = "category"


def is_named(session: Session, kind: type[Journaled], record_id: str) -> bool:
    """Tell whether a listing, or what happened with a household, still names a record."""
    if kind is CategoryRecord:
        return CategoryRepository(session).in_use(record_id) > 0
    if kind is ThemeRecord:
        return ThemeRepository(session).in_use(record_id) > 0
    if kind is PictureRecord:
        return bool(session.scalar(select(exists().where(ListingRecord.picture == record_id))))
    if kind is HouseholdRecord:
        return any(
            session.scalar(select(exists().where(named == record_id)))
            for named in (ContactNoteRecord.household, ReferralRecord.household)
        )
    return False


def known_categories(session: Session) -> frozenset[object]:
    """Return the codes of the chapters that there are."""
    return frozenset(session.scalars(select(CategoryRecord.code)))
