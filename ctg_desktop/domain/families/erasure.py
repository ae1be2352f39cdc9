"""The end of a household: why, and what is told of it afterwards without naming anybody.

Source: regulation (EU) 2016/679 (GDPR), article 17.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.changes import Changes


class ErasureReason(StrEnum):
    """Why a household is erased."""

    ASKED = "asked"
    """The family asked for it."""
    RETENTION = "retention"
    """Its time has run out."""
    MOVED = "moved"
    """It left the commune."""
    MISTAKE = "mistake"
    """It was entered by mistake."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was taken away.

    Attributes:
        referrals: Anonymised, not taken away: the counter's work still counts.
        journal: Values in the journal of changes.
        drafts: Typing that was not saved.
    """

    persons: int = 0
    notes: int = 0
    referrals: int = 0
    journal: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class Erasure:
    """What a certificate says: no name, no address.

    Attributes:
        number: Of the line of the journal of access that tells of it.
        household: Its random id, which must never come back.
        cleaned: Whether the file was written anew, so that no page of it keeps a value; if not, it
            will be at the next start.
    """

    number: int
    household: str
    on: date
    reason: ErasureReason
    removed: Removed
    cleaned: bool = True
    changes: Changes = field(default_factory=Changes, compare=False)
