"""Give families their rights: access, erasure, and an end to being kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.db.forgetting import erase_household
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.domain.families.dossier_json import dossier_to_json
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason
from ctg_desktop.domain.families.listing import (
    HouseholdColumn,
    HouseholdFilter,
    HouseholdSort,
    HouseholdView,
)
from ctg_desktop.domain.families.retention import review_day
from ctg_desktop.domain.families.rules import checked_prolongation
from ctg_desktop.usecases.families.families import HOUSEHOLD

if TYPE_CHECKING:
    from ctg_desktop.domain.families.settings import FamilySettings
    from ctg_desktop.usecases.papers import RenderedPaper

_OLDEST_FIRST = HouseholdSort(HouseholdColumn.LAST_CONTACT, descending=False)


class FamilyRights:
    """The rights of the families of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def due(self, today: date) -> tuple[str, ...]:
        """Return the households whose time has run out, the longest silent first."""
        with self._vault.reading() as stored:
            months = stored.settings.families().retention_months
            wanted = HouseholdFilter(HouseholdView.TO_REVIEW)
            return tuple(stored.households.ids(wanted, _OLDEST_FIRST, today, months))

    def review_day(self, household_id: str) -> date | None:
        """Return the day from which on somebody must decide about a household.

        Raises:
            UserError: ``household-unknown``.
        """
        with self._vault.reading() as stored:
            months = stored.settings.families().retention_months
            return review_day(stored.households.get(household_id), months)

    def prolong(self, household_id: str, until: date, because: str, today: date) -> Changes:
        """Keep a household longer, for a reason that is kept too.

        Raises:
            UserError: ``prolongation-past``, ``prolongation-too-long``,
                ``prolongation-reason-missing``, ``household-unknown``.
        """
        reason = checked_prolongation(until, because, today)
        with self._vault.writing("household-prolonged", actor=self._actor) as work:
            known = work.households.get(household_id)
            work.households.save(replace(known, kept_until=until, kept_because=reason))
        return work.changes

    def erase(self, household_id: str, reason: ErasureReason, today: date) -> Erasure:
        """Erase a household for good; counts stay, backups restored later forget it again.

        Raises:
            UserError: ``household-unknown``.
            EnvironmentFault: Nothing was erased.
        """
        erased = erase_household(self._vault, household_id, reason, actor=self._actor)
        return replace(erased, on=today)

    def dossier(self, household_id: str) -> Dossier:
        """Return all that is kept of a household.

        Raises:
            UserError: ``household-unknown``.
        """
        with self._vault.reading() as stored:
            household = stored.households.get(household_id)
            months = stored.settings.families().retention_months
            return Dossier(
                owner=stored.settings.profile().name,
                household=household,
                notes=tuple(stored.notes.of(household_id)),
                referrals=tuple(stored.referrals.of(household_id)),
                history=tuple(stored.journal.of_household(household_id)),
                accesses=tuple(self._vault.access_log.about(HOUSEHOLD, household_id)),
                review_on=review_day(household, months),
            )

    def dossier_json(self, dossier: Dossier) -> bytes:
        """Return a dossier as JSON that a machine reads (GDPR, article 20)."""
        return dossier_to_json(dossier)

    def dossier_paper(self, household_id: str, today: date) -> RenderedPaper:
        """Lay a dossier out on A4, readable by the family.

        Raises:
            UserError: ``household-unknown``.
        """
        from ctg_desktop.usecases.families.papers import dossier_paper

        return dossier_paper(self._vault, self.dossier(household_id), today)

    def certificate(self, erasure: Erasure, today: date) -> RenderedPaper:
        """Return the certificate of an erasure, which names nobody."""
        from ctg_desktop.usecases.families.papers import certificate_paper

        return certificate_paper(self._vault, erasure, today)

    def proposed_texts(self, months: int) -> FamilySettings:
        """Return the texts that papers use where the town hall wrote none of its own.

        Args:
            months: For how long families are kept.
        """
        from ctg_desktop.usecases.families.papers import proposed_texts

        return proposed_texts(months)

    def processing_entry(self, today: date) -> RenderedPaper:
        """Return the entry for the register of processing (GDPR, article 30)."""
        from ctg_desktop.usecases.families.papers import processing_entry

        return processing_entry(self._vault, today)
