"""When a vault was last used, by what cannot be far off, and whether the clock fits to it."""

from __future__ import annotations

from datetime import date, datetime, time

from ctg_desktop import RELEASED
from ctg_desktop.db import backup_files
from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import Manifest, newest_first
from ctg_desktop.domain.clock import ClockState, clock_state


def clock_of(vault: Vault, released: date | None = None) -> ClockState:
    """Compare the clock with the last use of a vault and the release of the program.

    Args:
        vault: An open one.
        released: Of the program; its own day by default.
    """
    day = released or date.fromisoformat(RELEASED)
    return clock_state(vault.now(), last_use(vault), datetime.combine(day, time.min, ZONE))


def last_use(vault: Vault) -> datetime | None:
    """Return when a vault was last used: the last change, note of access or backup.

    The last ones by their own order, not by the clock: what was done under a clock that was years
    ahead counts until a backup was made after it.
    """
    backup = _last_backup(vault)
    found = [] if backup is None else [backup.made_on]
    with vault.reading() as stored:
        change = next(iter(stored.journal.recent(1)), None)
    if change is not None and (backup is None or change.counter > backup.counter):
        found.append(change.at)
    noted = vault.access_log.last()
    if noted is not None and (backup is None or noted.number > backup.head.number):
        found.append(datetime.fromisoformat(noted.access.at))
    return max(found, default=None)


def _last_backup(vault: Vault) -> Manifest | None:
    root = vault.folder / backup_files.FOLDER_NAME
    found = newest_first(backup_files.backups_of(root, vault.seal_key))
    manifests = (one.manifest for one in found if one.manifest is not None)
    return next((one for one in manifests if one.site == vault.site), None)
