"""Erases a household for good, in one transaction, and then from the pages of the file."""

from __future__ import annotations

import logging

from ctg_desktop.db import cleaning
from ctg_desktop.db.access_log import append
from ctg_desktop.db.erasure import erase
from ctg_desktop.db.household_erasure import removed_with
from ctg_desktop.db.recorder import Intent
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason
from ctg_desktop.domain.history import Origin
from ctg_desktop.errors import EnvironmentFault

LOGGER = logging.getLogger(__name__)

ERASED = "household-erased"


def erase_household(
    vault: Vault, household_id: str, reason: ErasureReason, *, actor: str = ""
) -> Erasure:
    """Erase a household with all that hangs on it; what it counted for stays.

    Args:
        vault: An open vault.
        household_id: Its id.
        reason: Why, for the journals and the certificate.
        actor: Who erases.

    Raises:
        UserError: ``household-unknown``; the vault is only consulted.
        EnvironmentFault: The transaction failed: nothing was erased.
    """
    entity = HouseholdRecord.ENTITY
    at = vault.now()
    intent = Intent(ERASED, actor, {"reason": reason.value}, Origin.PROGRAM)
    with vault.working(intent) as work:
        persons = len(work.households.get(household_id).persons)
        connection = work.session.connection()
        removed = removed_with(connection, household_id, persons)
        work.session.recorder.begin(connection)
        work.session.recorder.touched[entity] = {household_id}
        erase(connection, [(entity, household_id)])
        line = Access(
            at=at.isoformat(timespec="seconds"),
            actor=actor,
            kind=AccessKind.ERASED,
            what=f"erased-{reason}",
            entity=entity,
            ids=(household_id,),
            count=1,
        )
        number = append(connection, line).number
        cleaning.ask_for(work.preferences)
    cleaned = finish_cleaning(vault)
    return Erasure(number, household_id, at.date(), reason, removed, cleaned, work.changes)


def finish_cleaning(vault: Vault) -> bool:
    """Clean the file if an erasure still waits for it; later, if the machine does not let us.

    Returns:
        Whether nothing waits any more.
    """
    if vault.consultation is not None or not cleaning.is_due(vault.preferences):
        return True
    try:
        return cleaning.clean(vault.engine, vault.preferences)
    except EnvironmentFault as fault:
        LOGGER.warning("erased values are not overwritten yet: %s", fault.code)
        return False
