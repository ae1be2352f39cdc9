"""Opening a vault to work in it, or to read alone where it may not be written."""

from __future__ import annotations

import logging
from pathlib import Path

from ctg_desktop.db.clock import local_now
from ctg_desktop.db.vault import Vault
from ctg_desktop.db.vault_lock import locked
from ctg_desktop.db.vault_opening import check_writable
from ctg_desktop.domain.consultation import REFUSALS, Consultation, ReadOnly
from ctg_desktop.errors import EnvironmentFault

__all__ = ["REFUSALS", "Consultation", "ReadOnly", "opened", "require_free"]

LOGGER = logging.getLogger(__name__)

_READ_THEN = {
    "vault-read-only": ReadOnly.PROTECTED,
    "disk-full": ReadOnly.FULL,
}
"""Faults of an opening after which the vault can still be read."""


def opened(folder: Path, key: bytes, *, user: str = "", reading: bool = False) -> Vault:
    """Open a vault; where its disk takes no writing, for reading alone.

    Args:
        folder: Of the vault.
        key: Of the vault.
        user: Who opens it, for whoever finds it open.
        reading: A person chose to read alone, since somebody else has it or for caution.

    Raises:
        UserError: As ``Vault.open``, and ``vault-in-use`` unless ``reading``.
        EnvironmentFault: As ``Vault.open`` and ``Vault.consult``.
    """
    if reading:
        return Vault.consult(folder, key)
    try:
        return Vault.open(folder, key, user=user)
    except EnvironmentFault as fault:
        why = _READ_THEN.get(fault.code)
        if why is None:
            raise
        LOGGER.warning("the vault is open for reading alone: %s", fault.code)
        return Vault.consult(folder, key, why)


def require_free(folder: Path) -> None:
    """Look whether a vault that is consulted could be opened to work in it now.

    Raises:
        UserError: ``vault-in-use``.
        EnvironmentFault: ``vault-read-only``, ``disk-full``, ``vault-unreadable``.
    """
    folder = folder.absolute()
    with locked(folder, local_now()) as lock:
        check_writable(folder)
        lock.release()
