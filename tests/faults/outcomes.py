"""Each task on a disk in trouble: the vault that it needs, and what must be true afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.listing import Listing
from ctg_desktop.keys import keyring
from ctg_desktop.usecases.access import Access, VaultState
from tests.data.make_vault_sample import restore, sample
from tests.db.samples import FULL
from tests.keys_for_tests import KEY, PASSWORD, cheap_keys

from .checking import backups_whole, command_speaks, names, nothing_stale, sound
from .failing_jobs import DONE
from .processes import Ended, Nursery
from .shared import ROWS, opens, password_of, start_passwords

FORESEEN = {
    "disk-full", "vault-unwritable", "vault-unreadable", "file-not-writable", "vault-busy",
    "keyring-unreadable",
}  # fmt: skip


def made(task: str, model: Path, folder: Path) -> Path:
    """Return a vault on which a task can be tried."""
    if task in {"conversion", "migration"}:
        folder.mkdir()
        if task == "conversion":
            shutil.copy(sample("0001"), folder / FILE_NAME)
        else:
            restore("0001", folder)
            keyring.write(folder, cheap_keys().keyring)
        return folder
    shutil.copytree(model, folder)
    if task == "password":
        start_passwords(folder)
    if task == "restore":
        with Vault.open(folder, KEY) as vault:
            vault.back_up(Why.ASKED)
            with vault.writing("listing-added") as work:
                work.listings.add(Listing(name="après"))
    return folder


def check(harmed: Nursery, task: str, folder: Path, done: Ended) -> None:
    """Look at what is left, with a disk that works again."""
    acknowledged = done.lines[0] == DONE
    password = PASSWORD if task != "password" else password_of(0 if opens(folder, 0) else 1)
    command_speaks(harmed, folder, "chercher", "nom", password=password)
    if task == "conversion" and Access(folder).state is VaultState.PLAIN:
        assert not acknowledged
        Access(folder).convert(cheap_keys())
    if task == "password":
        assert opens(folder, 1) or (opens(folder, 0) and not acknowledged)
    with Vault.open(folder, KEY) as vault:
        sound(vault)
        found = names(vault)
        draft = vault.drafts.get("listing:new")
    if task == "save":
        assert "ensuite" in found
        assert "pendant" in found or not acknowledged
    if task == "draft":
        assert draft == b"pendant" or not acknowledged
    if task == "import":
        assert sum(one.startswith("Amicale 1 des") for one in found) in (
            {ROWS} if acknowledged else {0, ROWS}
        )
    if task == "restore":
        assert not (acknowledged and "après" in found)
    if task in {"conversion", "migration"}:
        assert FULL.name in found
    else:
        assert sum(one.startswith("Amicale ") and " des " not in one for one in found) == 60
    nothing_stale(folder)
    whole = backups_whole(folder) if (folder / FOLDER_NAME).exists() else set()
    assert whole or not (acknowledged and task == "backup")
