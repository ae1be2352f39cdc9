"""The vaults that are shown, all of the demonstration commune, and the windows on them."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ctg_desktop.domain.commune import Profile
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Opening, Shell
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Access, Opened
from ctg_desktop.usecases.new_keys import prepare_keys
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from scenes.camera import wait

DAY = date.today()  # noqa: DTZ011 - the local day is meant
PRACTICE = Path("Documents", "Valmoulin")  # shown on screen, hence without a folder of this machine
LOCKED = Path("Documents", "Valmoulin-sur-Clain")
UNLOCKED = Path("Documents", "Valmoulin-en-Poitou")
USER = "Odile Martin"
KEEPERS = ("Solange Arnaud", "Odile Martin")
PASSWORD = "Pluie-47-Fenouil-Quai"  # noqa: S105 - of an invented person


def make_practice(start: Start) -> None:
    """Make the practice vault."""
    PRACTICE.parent.mkdir()
    start.demonstration(PRACTICE, DAY)


def make_locked(start: Start) -> Opened:
    """Make an empty vault of the same commune that asks for a password, as its register does."""
    profile = _profile_of(PRACTICE, Access(PRACTICE).unlock_practice().key)
    keys = prepare_keys(USER, PASSWORD, profile.name, DAY)
    start.create(LOCKED, profile, keys)
    with open_office(LOCKED, USER, keys.key) as office:
        named = [NewUser(one, PASSWORD) for one in KEEPERS]
        drawn = office.register.prepare(named, DAY)
        office.register.confirm(drawn, drawn.code.text)
    start.remember(LOCKED, profile.name, USER)
    return Opened(keys.key, USER)


def lock_practice(start: Start) -> Opened:
    """Give a copy of the practice vault a lock; return what opens it.

    It has everything of the demonstration, and is shown the way that a real vault is.
    """
    shutil.copytree(PRACTICE, UNLOCKED)
    key = Access(UNLOCKED).unlock_practice().key
    vault_id = keyring.read(UNLOCKED).vault_id
    made, _code = Keyring.create(vault_id, key, [NewUser(USER, PASSWORD)], DAY)
    keyring.write(UNLOCKED, made)
    start.remember(UNLOCKED, _profile_of(UNLOCKED, key).name, USER)
    return Opened(key, USER)


def shell_on(start: Start, theme: Theme, vault: Path | None) -> Shell:
    """Return the program before it begins."""
    reports = Path(tempfile.gettempdir())
    reporter = CrashReporter(reports, theme.application)
    return Shell(Opening(start, vault, open_office, lambda: DAY, reports), theme, reporter)


@contextlib.contextmanager
def opened(
    start: Start, theme: Theme, folder: Path, by: Opened | None = None
) -> Iterator[MainWindow]:
    """Open the window on a vault, with what opens it unless it is the practice one."""
    shell = shell_on(start, theme, folder)
    assert shell.open_vault(VaultWanted(folder, opened=by)) if by else shell.begin()
    wait(lambda: shell.window is not None)
    assert shell.window is not None
    yield shell.window
    shell.close()


def _profile_of(folder: Path, key: bytes) -> Profile:
    with open_office(folder, "", key) as office:
        return office.settings.profile()
