"""What several jobs do, and what the tests know of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.usecases.office import Office
from tests.keys_for_tests import DAY, KEY, PASSWORD, USER

PROFILE = Profile(Role.COMMUNE, "86078", "Civray")
READY = "ready"
ROWS = 60


def say(word: object) -> None:
    """Acknowledge, as the screen does: what was said must be there afterwards."""
    print(word, flush=True)  # noqa: T201 - the pipe of the test


def import_one(office: Office, sheets: Path, number: int) -> None:
    """Import a sheet of ``ROWS`` invented associations."""
    import_sheet(office, sheet(sheets, number))


def sheet(sheets: Path, number: int) -> Path:
    """Write a sheet of invented associations, whose names hold its number."""
    file = sheets / f"{number}.csv"
    rows = "".join(f"Amicale {number} des {row} vents;\n" for row in range(ROWS))
    file.write_text(f"Nom;Téléphone\n{rows}", encoding="utf-8")
    return file


def import_sheet(office: Office, file: Path) -> None:
    """Take a sheet over, all of it."""
    office.imports.apply(office.imports.plan(file, office.imports.recognise(file, DAY)))


def change_password(folder: Path, number: int) -> None:
    """Give the user the password of a number, at next to no cost of guessing."""
    keys = replace(keyring.read(folder), cost=OPEN_COST)
    opened = keys.unlock(password_of(number - 1), USER)
    keyring.write(folder, keys.change_password(opened, USER, password_of(number), DAY))


def password_of(number: int) -> str:
    """Return the password of a number."""
    return f"Brume-{number}-Tilleul-Quai-Orge"


def start_passwords(folder: Path) -> None:
    """Replace the password of the user by the first of the row."""
    keys = replace(keyring.read(folder), cost=OPEN_COST)
    opened = keys.unlock(PASSWORD, USER)
    keyring.write(folder, keys.change_password(opened, USER, password_of(0), DAY))


def opens(folder: Path, number: int) -> bool:
    """Tell whether the password of a number opens the keyring."""
    try:
        return keyring.read(folder).unlock(password_of(number), USER).key == KEY
    except UserError:
        return False
