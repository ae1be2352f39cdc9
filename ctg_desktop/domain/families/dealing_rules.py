"""What a contact note and a referral must be before they are saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ctg_desktop.domain import text
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.listing_rules import checked_day
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.errors import UserError

NOTE_LIMIT = 2000
PERSONS = range(1, 21)
UNDATED = date.min


def checked_note(note: ContactNote, today: date) -> ContactNote:
    """Return a note as it is stored; one without a date is of today.

    Raises:
        UserError: ``note-text-missing``, ``date-in-future``, ``date-out-of-range``,
            ``text-too-long``.
    """
    words = text.paragraph(note.text, "text", limit=NOTE_LIMIT)
    if not words:
        raise UserError("note-text-missing", field="text")
    author = text.line(note.author, "author")
    return replace(note, on=_day(note.on, today), text=words, author=author)


def checked_referral(referral: Referral, today: date) -> Referral:
    """Return a referral as it is stored; one without a date is of today.

    Raises:
        UserError: ``need-missing``, ``need-unknown``, ``referral-listing-missing``,
            ``persons-out-of-range``, ``date-in-future``, ``date-out-of-range``, ``text-too-long``.
    """
    need = text.line(referral.need, "need")
    if not need:
        raise UserError("need-missing", field="need")
    if need not in {one.code for one in NEEDS}:
        raise UserError("need-unknown", field="need", value=need[:40])
    listing = text.line(referral.listing, "listing")
    name = text.line(referral.listing_name, "listing_name")
    if not listing and not name:
        raise UserError("referral-listing-missing", field="listing")
    if referral.persons not in PERSONS:
        raise UserError("persons-out-of-range", field="persons", limit=PERSONS[-1])
    on = _day(referral.on, today)
    return replace(referral, on=on, need=need, listing=listing, listing_name=name)


def _day(day: date, today: date) -> date:
    if day == UNDATED:
        return today
    if day > today:
        raise UserError("date-in-future", field="on")
    checked_day(day, "on")
    return day
