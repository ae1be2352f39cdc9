"""Erases a household for good, in one transaction, and then from the pages of the file."""

from __future__ import annotations

import logging
from datetime import datetime

from ctg_desktop.db import cleaning, undone_households
from ctg_desktop.db.access_log import append
from ctg_desktop.db.erasure import erase
from ctg_desktop.db.household_erasure import removed_with
from ctg_desktop.db.recorder import Intent
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason
from ctg_desktop.domain.history import Origin
from ctg_desktop.errors import EnvironmentFault, UserError

LOGGER = logging.getLogger(__name__)

ERASED = "household-erased"
UNDONE_FORGOTTEN = "undone-household-erased"
HOUSEHOLD = HouseholdRecord.ENTITY


def erase_household(
    vault: Vault,
    household_id: str,
    reason: ErasureReason,
    *,
    actor: str = "",
    label: str = ERASED,
) -> Erasure:
    """Erase a household with all that hangs on it; what it counted for stays.

    Args:
        vault: An open vault.
        household_id: Its id; that of a household whose adding was undone too.
        reason: Why, for the journals and the certificate.
        actor: Who erases.
        label: Of the change set.

    Raises:
        UserError: ``household-unknown``; the vault is only consulted.
        EnvironmentFault: The transaction failed: nothing was erased.
    """
    at = vault.now()
    intent = Intent(label, actor, {"reason": reason.value}, Origin.PROGRAM)
    with vault.working(intent) as work:
        connection = work.session.connection()
        removed = removed_with(connection, household_id)
        if not removed.journal:
            raise UserError("household-unknown", id=household_id[:80])
        work.session.recorder.begin(connection)
        work.session.recorder.touched[HOUSEHOLD] = {household_id}
        erase(connection, [(HOUSEHOLD, household_id)])
        number = append(connection, _line(household_id, reason, actor, at)).number
        cleaning.ask_for(work.preferences)
    cleaned = clean_now(vault)
    return Erasure(number, household_id, at.date(), reason, removed, cleaned, work.changes)


def tidy_up(vault: Vault) -> bool:
    """Finish what erasures left for later, and let go of households whose adding was undone.

    Returns:
        Whether nothing waits to be overwritten any more.
    """
    if vault.consultation is not None:
        return True
    if vault.preferences.get(undone_households.MARK, False):
        _forget_undone(vault)
    return clean_now(vault)


def clean_now(vault: Vault) -> bool:
    """Clean the file if an erasure waits for it; later, if the machine does not let us now.

    Returns:
        Whether nothing waits any more.
    """
    if not cleaning.is_due(vault.preferences):
        return True
    try:
        return cleaning.clean(vault.engine, vault.preferences)
    except EnvironmentFault as fault:
        LOGGER.warning("erased values are not overwritten yet: %s", fault.code)
        return False


def _forget_undone(vault: Vault) -> None:
    with vault.engine.connect() as connection:
        found = undone_households.all_of(connection)
    due = [one for one, at in found.items() if at + undone_households.KEPT <= vault.now()]
    for household_id in due:
        erase_household(vault, household_id, ErasureReason.MISTAKE, label=UNDONE_FORGOTTEN)
    if len(due) == len(found):
        vault.set_preference(undone_households.MARK, False)


def _line(household_id: str, reason: ErasureReason, actor: str, at: datetime) -> Access:
    return Access(
        at=at.isoformat(timespec="seconds"),
        actor=actor,
        kind=AccessKind.ERASED,
        what=f"erased-{reason}",
        entity=HOUSEHOLD,
        ids=(household_id,),
        count=1,
    )
