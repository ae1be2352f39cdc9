"""What must hold of a vault whatever happened to the program: I1 to I4 of the design of faults."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ctg_desktop.db import backup_files
from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.keys import keyring
from tests.db.test_journal import replayed, stored
from tests.keys_for_tests import KEY, PASSWORD

from .processes import Ended, Nursery

_SENTENCE = re.compile(r"[A-ZÉÀ«].{8,}[.!?»]", re.DOTALL)
_STALE = ("*.tmp", "*en-cours*", "*restauration*", "*.clair*")


def command_speaks(
    nursery: Nursery, folder: Path, *words: str, password: str = PASSWORD, humble: bool = False
) -> Ended:
    """I3: the command says in French what is the case, and shows nothing of the machinery.

    Args:
        nursery: Where its process comes from.
        folder: Of the vault.
        words: The command.
        password: Given to it.
        humble: Whether permissions of files hold for it, even if it is root's.
    """
    data = folder.with_name("données")
    done = nursery.run("ctg", data, password, int(humble), "--coffre", folder, *words)
    said = "\n".join(done.lines) + done.complaints
    assert done.code in {0, 1, 3}, (done.code, said)
    assert "Traceback" not in said, said
    assert not done.code or _SENTENCE.search(done.complaints), said
    return done


def sound(vault: Vault, *, wholly: bool = True) -> None:
    """I1 and I4: the database is whole, and its journal tells all that it holds."""
    vault.check()
    with vault.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    if wholly:
        assert replayed(vault) == stored(vault)


def nothing_stale(folder: Path) -> None:
    """I2: what a killed process left is gone once the vault was opened again."""
    left = [one.name for pattern in _STALE for one in folder.rglob(pattern)]
    assert left == []


def backups_whole(folder: Path) -> set[str]:
    """I2: each backup is the one that was made and checked, or is none."""
    found = backup_files.backups_of(folder / FOLDER_NAME, seal_key(KEY))
    for one in found:
        assert one.manifest is not None, one.name
        assert one.manifest.verified
        backup_files.check_files(folder / FOLDER_NAME / one.name, one.manifest)
    return {one.name for one in found}


def names(vault: Vault) -> list[str]:
    """Return the names of all listings."""
    with vault.reading() as reading:
        return [one.name for one in reading.listings.stream(ListingFilter(), date.min)]


def highest(vault: Vault) -> int:
    """Return the counter of the last change set."""
    with vault.reading() as reading:
        return reading.journal.highest()


def opens_by_password(folder: Path, password: str = PASSWORD) -> bool:
    """Tell whether a password opens the vault's keyring."""
    return keyring.read(folder).unlock(password).key == KEY
