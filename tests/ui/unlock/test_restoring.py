"""A backup at closing, a backup put back, a damaged vault set aside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ctg_desktop.db.vault import FILE_NAME
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError
from ctg_desktop.keys import keyring
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.code_page import CodePage
from ctg_desktop.ui.unlock.damaged_page import DamagedPage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Access, Opened, RecoveryCode
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.recovery import Recovery
from ctg_desktop.usecases.start import Start
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
    assert Recovery(folder).newest_whole(KEY) is not None


def test_a_backup_is_put_back_in_the_same_window(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter
) -> None:
    window = enter(folder)
    made = window._desk.office.backups.make()
    window._desk.office.directory.save(Listing(name="Boulangerie"))
    assert count(window) == 1
    window.restore_wanted.emit(window._desk.office.recovery.of(made.folder))
    qtbot.waitUntil(lambda: shell.window not in {None, window})
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
    qtbot.waitUntil(lambda: shell.window is not None)
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
    qtbot.waitUntil(lambda: shell.window is not None)
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


def test_a_newest_backup_that_is_harmed_too_leaves_the_one_before_it(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Callable[[], UnlockPage]
) -> None:
    fill(folder)
    fill(folder)
    newest = max((folder / "sauvegardes").iterdir(), key=lambda one: (len(one.name), one.name))
    for file in (newest / FILE_NAME, folder / FILE_NAME):
        file.write_bytes(b"broken" * 2000)
    page = damaged(qtbot, shell, folder, asked)
    assert "est bonne" in page.found.text()
    page.button.click()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert count(shell.window) == 1


def test_a_backup_on_a_stick_is_taken_from_the_page_of_the_damage(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Callable[[], UnlockPage]
) -> None:
    stick = folder.with_name("clé")
    stick.mkdir()
    fill(folder, stick)
    for file in (*folder.glob(f"sauvegardes/*/{FILE_NAME}"), folder / FILE_NAME):
        file.write_bytes(b"broken" * 2000)
    page = damaged(qtbot, shell, folder, asked)
    assert not page.button.isVisible()
    page.stick_button.click()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(folder.parent / "vide"))
    dialog.reject()
    qtbot.waitUntil(lambda: "n’est pas une sauvegarde" in page.error.text())
    page.other_place.emit(stick)
    qtbot.waitUntil(page.button.isVisible)
    assert "est bonne" in page.found.text()
    assert not page.error.isVisible()
    page.button.click()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert count(shell.window) == 1


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


NEW = "Lavoir-82-Croissant!"


def fill(folder: Path, second_place: Path | None = None) -> None:
    with open_office(folder, USER, KEY) as office:
        office.backups.set_second_place(second_place)
        office.directory.save(Listing(name="Boulangerie"))
        office.backups.make()


def damaged(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Callable[[], UnlockPage]
) -> DamagedPage:
    """Give the password of a vault that is damaged."""
    shell.open_vault(VaultWanted(folder))
    page = asked()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, DamagedPage))
    return shell.gate.page


def lose(folder: Path, *, database: bool) -> None:
    """Lose the locks, and damage the database or lose it, too."""
    (folder / "coffre.cles").unlink()
    if database:
        (folder / FILE_NAME).unlink()
    else:
        (folder / FILE_NAME).write_bytes(b"broken" * 2000)


def give_code(qtbot: QtBot, shell: Shell, page: UnlockPage, code: RecoveryCode) -> DamagedPage:
    page.forgotten.emit()
    qtbot.waitUntil(lambda: isinstance(shell.gate.page, CodePage))
    asked = shell.gate.page
    asked.code.line.setText(code.text)
    asked.forward()
    qtbot.waitUntil(lambda: isinstance(shell.gate.page, DamagedPage))
    return shell.gate.page


def choose(qtbot: QtBot, shell: Shell, password: str) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(shell.gate.page, CodePage))
    page = shell.gate.page
    assert page.user.currentText() == USER
    assert "sauvegarde est en place" in page.said.text()
    page.new.first.line.setText(password)
    page.new.second.line.setText(password)
    page.forward()
    qtbot.waitUntil(lambda: shell.window is not None)
    return shell.window


@pytest.mark.parametrize("gone", [False, True], ids=["damaged", "gone"])
def test_when_locks_and_database_are_lost_the_printed_code_ends_with_a_new_password(
    qtbot: QtBot,
    shell: Shell,
    folder: Path,
    code: RecoveryCode,
    asked: Callable[[], UnlockPage],
    start: Start,
    gone: bool,
) -> None:
    fill(folder)
    lose(folder, database=gone)
    assert start.recent() == [folder.resolve()]
    assert shell.begin()
    page = give_code(qtbot, shell, asked(), code)
    assert "choisirez ensuite votre nouveau mot de passe" in page.passwords.text()
    assert shell.gate.banner.text() == "" or not shell.gate.banner.isVisible()
    page.button.click()
    assert count(choose(qtbot, shell, NEW)) == 1
    assert Access(folder).unlock(NEW, USER).user == USER
    with pytest.raises(UserError, match="password-wrong"):
        Access(folder).unlock(PASSWORD, USER)


def test_a_password_of_then_opens_what_is_lost_as_well(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Callable[[], UnlockPage]
) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))
    shell.close()
    lose(folder, database=True)
    shell.open_vault(VaultWanted(folder))
    page = asked()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: isinstance(shell.gate.page, DamagedPage))
    assert "ceux de cette sauvegarde" in shell.gate.page.passwords.text()
    assert "n’est plus" in shell.gate.page.said.text()
    shell.gate.page.button.click()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert count(shell.window) == 1
    assert Access(folder).unlock(PASSWORD).user == USER


def test_whoever_brings_the_file_back_instead_is_asked_again(
    qtbot: QtBot,
    shell: Shell,
    folder: Path,
    code: RecoveryCode,
    enter: Enter,
    asked: Callable[[], UnlockPage],
) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))
    shell.close()
    kept = (folder / FILE_NAME).read_bytes()
    lose(folder, database=True)
    shell.open_vault(VaultWanted(folder))
    page = give_code(qtbot, shell, asked(), code)
    (folder / FILE_NAME).write_bytes(kept)
    page.retry_button.click()
    again = asked()
    again.password.line.setText(PASSWORD)
    again.try_it()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert count(shell.window) == 1
    assert keyring.read(folder).users == (USER,)


def test_the_stick_of_a_computer_that_is_gone_is_taken_up_by_another_one(
    qtbot: QtBot,
    shell: Shell,
    folder: Path,
    code: RecoveryCode,
    asked: Callable[[], UnlockPage],
    start: Start,
) -> None:
    stick = folder.with_name("clé")
    stick.mkdir()
    fill(folder, stick)
    shutil.rmtree(folder)
    assert start.recent() == []
    assert shell.begin()
    pages = shell.start_pages.window
    assert pages is not None
    assert pages.wizard.backup_button.isVisible()
    pages.take_up(folder.parent)
    qtbot.waitUntil(lambda: "n’est pas une sauvegarde" in pages.banner.text())
    pages.take_up(stick)
    page = give_code(qtbot, shell, asked(), code)
    page.button.click()
    assert count(choose(qtbot, shell, NEW)) == 1
    assert shell.window._desk.office.folder in start.recent()
