"""Tell people where to go, with or without their name, and remember that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ctg_desktop.db.vault import UnitOfWork, Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.dealing_rules import checked_referral
from ctg_desktop.domain.families.dealings import Referral
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.families.families import note_contact

PROPOSALS = 8
RECENT = 50


@dataclass(frozen=True, slots=True)
class SavedReferral:
    """A referral as it was stored, and what storing it changed."""

    referral: Referral
    changes: Changes


class Referrals:
    """The referrals of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def add(self, referral: Referral, today: date) -> SavedReferral:
        """Note that somebody was told where to go; no household for a visitor without a name.

        Raises:
            UserError: A rule of ``domain.families.dealing_rules``, ``household-unknown``,
                ``listing-unknown``.
        """
        ready = checked_referral(replace(referral, id=""), today)
        with self._vault.writing("referral-added", actor=self._actor) as work:
            stored = work.referrals.add(_named(work, ready))
            if stored.household:
                note_contact(work, stored.household, stored.on)
        return SavedReferral(stored, work.changes)

    def save(self, referral: Referral) -> SavedReferral:
        """Correct a referral, or note what became of it.

        Raises:
            UserError: As :meth:`add`, and ``referral-unknown``.
        """
        ready = checked_referral(referral, self._vault.now().date())
        with self._vault.writing("referral-saved", actor=self._actor) as work:
            known = work.referrals.get(ready.id)
            same = known.listing == ready.listing and known.listing_name == ready.listing_name
            stored = work.referrals.save(ready if same else _named(work, ready))
            if stored.household:
                note_contact(work, stored.household, stored.on)
        return SavedReferral(stored, work.changes)

    def delete(self, ids: Sequence[str]) -> Changes:
        """Delete referrals; undo brings them back."""
        with self._vault.writing("referrals-deleted", actor=self._actor, count=len(ids)) as work:
            work.referrals.delete(ids)
        return work.changes

    def get(self, referral_id: str) -> Referral:
        """Return one referral.

        Raises:
            UserError: ``referral-unknown``.
        """
        with self._vault.reading() as stored:
            return stored.referrals.get(referral_id)

    def recent(self, limit: int = RECENT) -> list[Referral]:
        """Return the last referrals, newest first."""
        with self._vault.reading() as stored:
            return stored.referrals.recent(limit)

    def of(self, household_id: str) -> list[Referral]:
        """Return the referrals of a household, newest first."""
        with self._vault.reading() as stored:
            return stored.referrals.of(household_id)

    def proposals(self, need: str, limit: int = PROPOSALS) -> list[tuple[str, str]]:
        """Return (id, name) of entries that serve a need: those most sent to first, then by name.

        Raises:
            UserError: ``need-unknown``.
        """
        wanted = next((one for one in NEEDS if one.code == need), None)
        if wanted is None:
            raise UserError("need-unknown", field="need", value=need[:40])
        with self._vault.reading() as stored:
            often = stored.referrals.sent_to(need)
            found = stored.listings.serving(wanted)
        found.sort(key=lambda one: -often.get(one[0], 0))
        return found[:limit]


def _named(work: UnitOfWork, referral: Referral) -> Referral:
    """Give a referral the name that its entry has today, so that counts outlive the entry."""
    if not referral.listing:
        return referral
    names = work.listings.names([referral.listing])
    if referral.listing not in names:
        raise UserError("listing-unknown", field="listing")
    return replace(referral, listing_name=names[referral.listing])
