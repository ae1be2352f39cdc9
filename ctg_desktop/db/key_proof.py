"""Is this key the one of a vault's database?"""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db import backup_making, restoring
from ctg_desktop.db.engine import vault_engine
from ctg_desktop.db.vault_files import FILE_NAME, tidy
from ctg_desktop.errors import EnvironmentFault


def opens(folder: Path, key: bytes) -> bool:
    """Tell whether a key opens the database of a vault. Only under the lock of the vault.

    Raises:
        EnvironmentFault: ``vault-unreadable``, ``vault-busy`` and the like: that is not known.
    """
    tidy(folder)
    restoring.finish(folder)
    engine = vault_engine(folder / FILE_NAME, key)
    try:
        with engine.connect() as connection:
            backup_making.state_of(connection)
    except EnvironmentFault as fault:
        if fault.code != "vault-damaged":
            raise
        return False
    finally:
        engine.dispose()
    return True
