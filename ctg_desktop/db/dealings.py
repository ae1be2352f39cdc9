"""The repositories of contact notes and of referrals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables import ContactNoteRecord, ReferralRecord
from ctg_desktop.db.whole_records import DeletableRecords, Mapping, WholeRecords
from ctg_desktop.domain.families.dealings import (
    ContactKind,
    ContactNote,
    Referral,
    ReferralOutcome,
)

N = ContactNoteRecord
R = ReferralRecord


class NoteRepository(WholeRecords[ContactNote, ContactNoteRecord]):
    """The contact notes of a vault."""

    def __init__(self, session: JournaledSession) -> None:
        super().__init__(session, _NOTES)

    def of(self, household_id: str, limit: int | None = None) -> list[ContactNote]:
        """Return the notes of a household, newest first."""
        asked = select(N).where(N.household == household_id).order_by(N.day.desc(), N.id.desc())
        return [_note_of(record) for record in self._session.scalars(asked.limit(limit))]

    def delete(self, note_id: str) -> None:
        """Delete a note.

        Raises:
            UserError: ``note-unknown``.
        """
        self._session.delete(self._record(note_id))
        self._session.flush()


class ReferralRepository(DeletableRecords[Referral, ReferralRecord]):
    """The referrals of a vault, with or without a household."""

    def __init__(self, session: JournaledSession) -> None:
        super().__init__(session, _REFERRALS)

    def of(self, household_id: str) -> list[Referral]:
        """Return the referrals of a household, newest first."""
        asked = select(R).where(R.household == household_id).order_by(R.day.desc(), R.id.desc())
        return [_referral_of(record) for record in self._session.scalars(asked)]

    def recent(self, limit: int) -> list[Referral]:
        """Return the last referrals, newest first."""
        asked = select(R).order_by(R.day.desc(), R.id.desc()).limit(limit)
        return [_referral_of(record) for record in self._session.scalars(asked)]

    def sent_to(self, need: str) -> dict[str, int]:
        """Return how often each entry was named for a need, by id."""
        asked = select(R.listing, func.count()).where(R.need == need).group_by(R.listing)
        return dict(self._session.execute(asked).tuples().all())

    def between(self, start: date, end: date) -> list[Referral]:
        """Return the referrals from ``start`` to before ``end``, in order."""
        asked = select(R).where(R.day >= start, R.day < end).order_by(R.day, R.id)
        return [_referral_of(record) for record in self._session.scalars(asked)]


def _note_columns(note: ContactNote) -> dict[str, Any]:
    return {
        "id": note.id,
        "household": note.household,
        "day": note.on,
        "kind": note.kind.value,
        "text": note.text,
        "author": note.author,
    }


def _note_of(record: ContactNoteRecord) -> ContactNote:
    kind = ContactKind(record.kind)
    return ContactNote(record.id, record.household, record.day, kind, record.text, record.author)


def _referral_columns(referral: Referral) -> dict[str, Any]:
    return {
        "id": referral.id,
        "household": referral.household,
        "day": referral.on,
        "need": referral.need,
        "listing": referral.listing,
        "listing_name": referral.listing_name,
        "outcome": referral.outcome.value,
        "persons": referral.persons,
    }


def _referral_of(record: ReferralRecord) -> Referral:
    return Referral(
        id=record.id,
        household=record.household,
        on=record.day,
        need=record.need,
        listing=record.listing,
        listing_name=record.listing_name,
        outcome=ReferralOutcome(record.outcome),
        persons=record.persons,
    )


_NOTES = Mapping(
    ContactNoteRecord,
    "note-unknown",
    _note_columns,
    _note_of,
    lambda note, note_id: replace(note, id=note_id),
)
_REFERRALS = Mapping(
    ReferralRecord,
    "referral-unknown",
    _referral_columns,
    _referral_of,
    lambda referral, referral_id: replace(referral, id=referral_id),
)
