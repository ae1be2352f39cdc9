"""The repositories of contact notes and of referrals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from ctg_desktop.db.batches import batches
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables import ContactNoteRecord, ReferralRecord
from ctg_desktop.domain.families.dealings import (
    ContactKind,
    ContactNote,
    Referral,
    ReferralOutcome,
)
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import UserError

N = ContactNoteRecord
R = ReferralRecord


class NoteRepository:
    """The contact notes of a vault."""

    def __init__(self, session: JournaledSession) -> None:
        self._session = session

    def get(self, note_id: str) -> ContactNote:
        """Return one note.

        Raises:
            UserError: ``note-unknown``.
        """
        return _note_of(self._record(note_id))

    def of(self, household_id: str, limit: int | None = None) -> list[ContactNote]:
        """Return the notes of a household, newest first."""
        asked = select(N).where(N.household == household_id).order_by(N.day.desc(), N.id.desc())
        return [_note_of(record) for record in self._session.scalars(asked.limit(limit))]

    def add(self, note: ContactNote) -> ContactNote:
        """Store a new note and return it with its id."""
        fresh = replace(note, id=new_id())
        self._session.add_rows(N, [_note_columns(fresh)])
        return fresh

    def save(self, note: ContactNote) -> ContactNote:
        """Store a note that exists.

        Raises:
            UserError: ``note-unknown``.
        """
        record = self._record(note.id)
        for key, value in _note_columns(note).items():
            setattr(record, key, value)
        self._session.flush()
        return note

    def delete(self, note_id: str) -> None:
        """Delete a note.

        Raises:
            UserError: ``note-unknown``.
        """
        self._session.delete(self._record(note_id))
        self._session.flush()

    def _record(self, note_id: str) -> ContactNoteRecord:
        record = self._session.get(N, note_id)
        if record is None:
            raise UserError("note-unknown", id=note_id[:80])
        return record


class ReferralRepository:
    """The referrals of a vault, with or without a household."""

    def __init__(self, session: JournaledSession) -> None:
        self._session = session

    def get(self, referral_id: str) -> Referral:
        """Return one referral.

        Raises:
            UserError: ``referral-unknown``.
        """
        return _referral_of(self._record(referral_id))

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

    def add(self, referral: Referral) -> Referral:
        """Store a new referral and return it with its id."""
        fresh = replace(referral, id=new_id())
        self._session.add_rows(R, [_referral_columns(fresh)])
        return fresh

    def save(self, referral: Referral) -> Referral:
        """Store a referral that exists.

        Raises:
            UserError: ``referral-unknown``.
        """
        record = self._record(referral.id)
        for key, value in _referral_columns(referral).items():
            setattr(record, key, value)
        self._session.flush()
        return referral

    def delete(self, ids: Sequence[str]) -> None:
        """Delete referrals; unknown ids are already gone."""
        for some in batches(ids):
            for record in self._session.scalars(select(R).where(R.id.in_(some))):
                self._session.delete(record)
            self._session.flush()

    def _record(self, referral_id: str) -> ReferralRecord:
        record = self._session.get(R, referral_id)
        if record is None:
            raise UserError("referral-unknown", id=referral_id[:80])
        return record


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
