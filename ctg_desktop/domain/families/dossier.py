"""All that is kept of a household, to be given to it. Source: GDPR, article 15."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.access_log import AccessRow
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.history import ChangeSet


@dataclass(frozen=True, slots=True)
class Dossier:
    """A household and what happened with it.

    Attributes:
        owner: The commune that keeps it.
        notes: Newest first.
        referrals: Newest first.
        history: Every change of the household, its notes and referrals, newest first; what was
            made or deleted with all its values.
        accesses: Who looked at it, printed or exported it, in the last 12 months, in order.
        review_on: The day from which on somebody decides whether it is kept.
    """

    owner: str
    household: Household
    notes: tuple[ContactNote, ...] = ()
    referrals: tuple[Referral, ...] = ()
    history: tuple[ChangeSet, ...] = ()
    accesses: tuple[AccessRow, ...] = ()
    review_on: date | None = None
