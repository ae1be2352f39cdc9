"""A backup at closing, a backup put back, a damaged vault set aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.db.vault import FILE_NAME
from ctg_desktop.domain.listing import Listing
from ctg_desktop.keys import keyring
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.damaged_page import DamagedPage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Opened
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY, PASSWORD, USER
from tests.ui.conftest import TODAY

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Enter = Callable[[Path], MainWindow]


def count(window: MainWindow) -> int:
    return window._desk.office.directory.counts(TODAY).total


def test_closing_makes_a_backup(shell: Shell, folder: Path, enter: Enter) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))
    shell.close()
    assert Recovery(folder).newest_verified(KEY) is not None


def test_a_backup_is_put_back_in_the_same_window(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter
) -> None:
    window = enter(folder)
    made = window._desk.office.backups.make()
    window._desk.office.directory.save(Listing(name="Boulangerie"))
    assert count(window) == 1
    window.restore_wanted.emit(window._desk.office.recovery.of(made.folder))
    qtbot.waitUntil(lambda: shell.window not in {None, window}, timeout=20_000)
    assert count(shell.window) == 0
    assert "restaurée" in shell.window.banner.text()
    assert shell.idle.is_watching


def test_a_damaged_vault_is_set_aside_and_the_good_backup_taken(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Callable[[], UnlockPage]
) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))
    shell.close()
    damage = b"broken" * 2000
    (folder / FILE_NAME).write_bytes(damage)
    shell.open_vault(VaultWanted(folder))
    page = asked()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, DamagedPage))
    assert "est bonne" in shell.gate.page.found.text()
    shell.gate.page.button.click()
    qtbot.waitUntil(lambda: shell.window is not None, timeout=20_000)
    assert count(shell.window) == 1
    kept = [one for one in folder.rglob("*") if one.is_file() and one.read_bytes() == damage]
    assert len(kept) == 1


def test_lost_locks_are_taken_from_the_newest_backup(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Callable[[], UnlockPage]
) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))
    shell.close()
    (folder / "coffre.cles").write_bytes(b"broken")
    shell.open_vault(VaultWanted(folder))
    page = asked()
    assert "serrures du coffre sont abîmées" in shell.gate.banner.text()
    assert page.users() == [USER]
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: shell.window is not None, timeout=20_000)
    assert count(shell.window) == 1
    assert keyring.read(folder).users == (USER,)
    assert (folder / "coffre.cles.abime").read_bytes() == b"broken"


def test_without_a_good_backup_nothing_is_promised(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Callable[[], UnlockPage]
) -> None:
    (folder / FILE_NAME).write_bytes(b"broken" * 2000)
    shell.open_vault(VaultWanted(folder))
    page = asked()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, DamagedPage))
    assert not shell.gate.page.button.isVisible()
    assert "Aucune sauvegarde" in shell.gate.page.found.text()


@pytest.mark.parametrize("there", [True, False])
def test_the_second_place_of_the_first_start_is_taken_and_a_missing_stick_hinders_nothing(
    qtbot: QtBot, shell: Shell, folder: Path, tmp_path: Path, there: bool
) -> None:
    stick = tmp_path / "clé"
    if there:
        stick.mkdir()
    shell.open_vault(VaultWanted(folder, opened=Opened(KEY, USER), second_place=stick))
    qtbot.waitUntil(lambda: shell.window is not None)
    kept = shell.window._desk.office.backups.second_place()
    assert kept == (stick if there else None)
    assert bool(shell.window.banner.text()) is not there
