"""What the processes of these tests do, until they are killed: each says what it has done."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ctg_desktop.__main__ import command
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import CtgError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.usecases.access import Access
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import DAY, KEY, USER, cheap_keys

ROWS = 60
READY = "ready"


def say(word: object) -> None:
    """Acknowledge, as the screen does: what was said must be there afterwards."""
    print(word, flush=True)


def saves(folder: str, listing_id: str, number: int) -> None:
    """Save one listing again and again under a growing number."""
    with Vault.open(Path(folder), KEY) as vault:
        say(READY)
        for at in itertools.count(number):
            save(vault, listing_id, at)
            say(at)


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


def import_one(office: Office, sheets: Path, number: int) -> None:
    """Import a sheet of ``ROWS`` invented associations."""
    file = sheets / f"{number}.csv"
    rows = "".join(f"Amicale {number} des {row} vents;\n" for row in range(ROWS))
    file.write_text(f"Nom;Téléphone\n{rows}", encoding="utf-8")
    office.imports.apply(office.imports.plan(file, office.imports.recognise(file, DAY)))


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
    Vault.create(
        Path(folder),
        Profile(Role.COMMUNE, "86078", "Civray"),
        KEY,
        before_naming=lambda: keyring.write(Path(folder), keys.keyring),
    ).close()
    say("done")


def passwords(folder: str, number: int) -> None:
    """Change a password again and again."""
    say(READY)
    for at in itertools.count(number):
        change_password(Path(folder), at)
        say(at)


def change_password(folder: Path, number: int) -> None:
    """Give the user the password of a number, at next to no cost of guessing."""
    keys = replace(keyring.read(folder), cost=OPEN_COST)
    opened = keys.unlock(password_of(number - 1), USER)
    keyring.write(folder, keys.change_password(opened, USER, password_of(number), DAY))


def password_of(number: int) -> str:
    """Return the password of a number."""
    return f"Brume-{number}-Tilleul-Quai-Orge"


def open_once(folder: str) -> None:
    """Open a vault and close it."""
    with said_fault():
        Vault.open(Path(folder), KEY).close()
        say("done")


def ctg(data: str, password: str, *words: str) -> None:
    """Run a command of the program."""
    os.environ["CTG_DONNEES"] = data
    os.environ["CTG_MOT_DE_PASSE"] = password
    sys.argv = ["ctg", *words]
    sys.exit(command())


@contextmanager
def said_fault() -> Iterator[None]:
    """Say the code of a fault that the program foresees; any other one is a traceback."""
    try:
        yield
    except CtgError as fault:
        say(f"fault {fault.code}")


JOBS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        saves, drafts, imports, backups, restores, conversion, migration, creation, passwords,
        open_once, ctg,
    )
}  # fmt: skip
