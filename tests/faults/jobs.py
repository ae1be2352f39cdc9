"""What the processes of these tests do, until they are killed: each says what it has done."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ctg_desktop.bootstrap import run_command
from ctg_desktop.cli import main as _imported_once  # noqa: F401 - before any process is made
from ctg_desktop.db.vault import Vault
from ctg_desktop.usecases.access import Access
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.recovery import Recovery
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import KEY, USER, cheap_keys

from .failing_jobs import fails, fills, limits
from .humble import give_up_writing_everywhere
from .shared import PROFILE, READY, change_password, import_one, say


def saves(folder: str, listing_id: str, number: int) -> None:
    """Save one listing again and again under a growing number."""
    with Vault.open(Path(folder), KEY) as vault:
        say(READY)
        for at in itertools.count(number):
            save(vault, listing_id, at)
            say(at)


def boasts(folder: str, listing_id: str, number: int) -> None:
    """Acknowledge each save before it is made: what a careless program does."""
    with Vault.open(Path(folder), KEY) as vault:
        say(READY)
        for at in itertools.count(number):
            say(at)
            save(vault, listing_id, at)


def save(vault: Vault, listing_id: str, number: int) -> None:
    """Save a listing under a number."""
    with vault.writing("listing-saved") as work:
        before = work.listings.get(listing_id)
        work.listings.save(replace(before, name=f"nom {number}", summary=str(number)))


def drafts(folder: str, number: int) -> None:
    """Keep what is typed, under a growing number."""
    with Vault.open(Path(folder), KEY) as vault:
        say(READY)
        for at in itertools.count(number):
            vault.keep_draft("listing:new", str(at).encode())
            say(at)


def imports(folder: str, sheets: str, number: int) -> None:
    """Import one sheet after the other; a backup precedes each."""
    with open_office(Path(folder), USER, KEY) as office:
        say(READY)
        for at in itertools.count(number):
            import_one(office, Path(sheets), at)
            say(at)


def backups(folder: str) -> None:
    """Back the vault up again and again."""
    with open_office(Path(folder), USER, KEY) as office:
        say(READY)
        while True:
            say(office.backups.make().backup.name)


def restores(folder: str, backup: str) -> None:
    """Put a backup in the place of the vault, again and again."""
    say(READY)
    for at in itertools.count(1):
        Recovery(Path(folder)).restore(Path(backup), KEY, USER)
        say(at)


def conversion(folder: str) -> None:
    """Encrypt a plain vault."""
    keys = cheap_keys()
    say(READY)
    Access(Path(folder)).convert(keys)
    say("done")


def migration(folder: str) -> None:
    """Open a vault of an earlier version."""
    say(READY)
    Vault.open(Path(folder), KEY).close()
    say("done")


def creation(folder: str) -> None:
    """Make a vault with its keyring."""
    keys = cheap_keys()
    say(READY)
    Start(Path(folder).with_name("données")).create(Path(folder), PROFILE, keys)
    say("done")


def passwords(folder: str, number: int) -> None:
    """Change a password again and again."""
    say(READY)
    for at in itertools.count(number):
        change_password(Path(folder), at)
        say(at)


def ctg(data: str, password: str, humble: int, *words: str) -> None:
    """Run a command of the program; humble: without the right of root to write everywhere."""
    if humble:
        give_up_writing_everywhere()
    os.environ["CTG_DONNEES"] = data
    os.environ["CTG_MOT_DE_PASSE"] = password
    sys.exit(run_command(words))


JOBS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        saves, boasts, drafts, imports, backups, restores, conversion, migration, creation,
        passwords, ctg, fails, fills, limits,
    )
}  # fmt: skip
