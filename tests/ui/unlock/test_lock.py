"""The lock: the screen covered at once, what is typed kept in the vault, the same place again."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ctg_desktop.db.vault_lock import LOCK_NAME
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.ui.main_window import MainWindow, Place
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.busy_page import BusyPage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from tests.keys_for_tests import PASSWORD
from tests.ui.keys import press, press_enter, type_text

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Enter = Callable[[Path], MainWindow]
Asked = Callable[[], UnlockPage]


def unlock(qtbot: QtBot, shell: Shell, page: UnlockPage) -> MainWindow:
    page.password.line.setText(PASSWORD)
    press_enter(page.password.line)
    qtbot.waitUntil(lambda: shell.window is not None and shell.gate is None)
    return shell.window


def test_typing_comes_back_at_the_same_page_and_the_vault_is_closed_meanwhile(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window = enter(folder)
    settings = window.show_page(PageKey.SETTINGS)
    qtbot.waitUntil(lambda: settings.sections[0].stored is not None)
    settings.sections[0].name.selectAll()
    type_text(settings.sections[0].name, "Civray-sur-Charente")
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert shell.gate.isVisible()
    page = asked()
    assert shell.window is None
    with FileLock(folder / LOCK_NAME, timeout=0):
        pass  # nobody holds the vault
    for file in folder.rglob("*"):
        assert b"Civray-sur-Charente" not in (file.read_bytes() if file.is_file() else b"")
    again = unlock(qtbot, shell, page)
    settings = again.page(PageKey.SETTINGS)
    assert again.current is settings
    qtbot.waitUntil(lambda: settings.sections[0].name.text() == "Civray-sur-Charente")


def test_the_same_record_is_shown_again(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window = enter(folder)
    office = window._desk.office
    first, second = (office.directory.save(Listing(name=name)).listing for name in ("Un", "Deux"))
    directory = window.show_page(PageKey.DIRECTORY)
    directory.show_record(second.id)
    qtbot.waitUntil(lambda: directory.record_id == second.id)
    assert window.place() == Place(PageKey.DIRECTORY, second.id)
    window.band.lock_button.click()
    again = unlock(qtbot, shell, asked())
    qtbot.waitUntil(lambda: again.page(PageKey.DIRECTORY).record_id == second.id)
    assert first.id != second.id


def test_nothing_keeps_the_vault_in_memory(
    shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window = enter(folder)
    vault = weakref.ref(window._desk.office.directory._vault)
    del window
    shell.lock()
    asked()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    gc.collect()
    assert vault() is None


def test_nobody_at_the_keyboard_locks(
    shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    enter(folder)
    shell.idle.due.emit()
    assert asked().said.text().startswith("Le programme s’est verrouillé")


def test_long_work_ends_before_the_vault_closes_and_the_screen_is_covered_at_once(
    shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window, go_on, done = enter(folder), Event(), []

    def work(progress: Progress) -> str:
        go_on.wait(20)
        progress(1, 1)
        return "fini"

    window._desk.tasks.run_long(work, done.append)
    shell.lock()
    assert not window.isVisible()
    assert isinstance(shell.gate.page, BusyPage)
    assert shell.gate.isVisible()
    go_on.set()
    asked()
    assert done == ["fini"]
    assert shell.window is None


def test_open_dialogs_are_taken_off_the_screen(
    shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window = enter(folder)
    dialog = QDialog(window)
    dialog.open()
    shell.lock()
    assert not dialog.isVisible()
    asked()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [shell.gate]


@pytest.mark.expects_log
@pytest.mark.parametrize("at_once", [False, True])
def test_what_could_not_be_written_stays_in_the_covered_window(
    qtbot: QtBot,
    shell: Shell,
    folder: Path,
    enter: Enter,
    asked: Asked,
    at_once: bool,
) -> None:
    window = enter(folder)

    def fail() -> None:
        raise EnvironmentFault("disk-full")

    class Page:
        def flush(self) -> None:
            if at_once:
                fail()
            window._desk.tasks.run(fail, lambda _none: None)

    window._stack._pages["essai"] = Page()
    shell.lock()
    page = asked()
    assert shell.window is window
    assert not window.isVisible()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(window.isVisible)
    assert "pas pu être écrit" in window.banner.text()
    del window._stack._pages["essai"]


def test_minutes_are_a_setting_of_the_vault(
    qtbot: QtBot, shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    window = enter(folder)
    settings = window.show_page(PageKey.SETTINGS)
    settings.show_part("utilisateurs")
    qtbot.waitUntil(lambda: settings.users._shown is not None)
    with qtbot.waitSignal(settings.users.minutes_chosen):
        settings.users.minutes.setValue(3)
    assert shell.idle._limit == 180.0
    shell.lock()
    unlock(qtbot, shell, asked())
    assert shell.idle._limit == 180.0


def test_a_second_start_brings_the_locked_page_forward(
    shell: Shell, folder: Path, enter: Enter, asked: Asked
) -> None:
    from ctg_desktop.ui.single_instance import SingleInstance

    enter(folder)
    shell.lock()
    asked()
    shell.gate.hide()
    assert not SingleInstance(folder).claim()
    while not shell.gate.isVisible():
        QApplication.processEvents()
    assert shell.window is None
