"""A vault that another program has: read meanwhile, never changed, opened again once it is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PAGES, PageKey
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.in_use_page import InUsePage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from tests.keys_for_tests import KEY, PASSWORD
from tests.ui.keys import press
from tests.ui.opened import nameless

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Asked = Callable[[], UnlockPage]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def holder(folder: Path) -> Iterator[Vault]:
    """Return the vault in the hands of somebody else, who saved two listings."""
    with Vault.open(folder, KEY) as vault:
        with vault.writing("x") as work:
            work.listings.add_many(
                Listing(name=name, category="associations") for name in ("Amicale", "Boules")
            )
        yield vault


@pytest.fixture
def read(qtbot: QtBot, shell: Shell, holder: Vault, asked: Asked) -> MainWindow:
    """Open it for reading alone."""
    assert holder.consultation is None
    page = in_use(qtbot, shell, asked)
    page.read_button.click()
    qtbot.waitUntil(lambda: shell.window is not None and shell.gate is None)
    return shell.window


def in_use(qtbot: QtBot, shell: Shell, asked: Asked) -> InUsePage:
    assert shell.begin()
    page = asked()
    page.password.line.setText(PASSWORD)
    page.try_it()
    qtbot.waitUntil(lambda: isinstance(shell.gate.page, InUsePage))
    return shell.gate.page


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window._desk.tasks.is_busy)
    QApplication.processEvents()


def opened_listing(qtbot: QtBot, window: MainWindow, name: str) -> MainWindow:
    page = window.show_page(PageKey.DIRECTORY)
    settle(qtbot, window)
    (hit,) = page.desk.office.search.find(name)
    page.show_record(hit.id)
    qtbot.waitUntil(lambda: page.record_id == hit.id)
    return page


@pytest.mark.usefixtures("holder")
def test_reading_is_offered_to_whoever_proved_the_key(
    qtbot: QtBot, shell: Shell, asked: Asked
) -> None:
    page = in_use(qtbot, shell, asked)
    assert page.read_button.isVisible()
    assert "lire et chercher" in page.reading.text()
    shell.gate._forget(shell.gate._reader)
    assert not page.read_button.isVisible()
    page.read_button.click()
    assert shell.window is None


def test_what_was_saved_there_is_read_here_and_the_folder_is_left_alone(
    qtbot: QtBot, read: MainWindow, folder: Path, holder: Vault
) -> None:
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    said = read.consulting.headline.text()
    assert said.startswith("Consultation seule – ouvert sur l’ordinateur")
    assert "depuis" in said
    assert "fermez le programme là-bas" in read.consulting.advice.text()
    assert "Consultation seule" in read.windowTitle()
    page = opened_listing(qtbot, read, "boules")
    assert page.detail.title.text() == "Boules"
    read.close()
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before
    assert FILE_NAME in before
    holder.check()


def test_nothing_can_be_typed_nor_begun_and_the_reason_is_said(
    qtbot: QtBot, read: MainWindow
) -> None:
    page = opened_listing(qtbot, read, "amicale")
    inputs = page.detail.form.findChildren(QLineEdit)
    assert inputs
    assert all(one.isReadOnly() or not one.isEnabled() for one in inputs)
    new = next(one for one in page.header.findChildren(QPushButton) if "Nouvelle" in one.text())
    new.setEnabled(True)
    assert not new.isEnabled()
    assert not page.detail.delete_button.isEnabled()
    for key in (Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_Y):
        read.banner.dismiss()
        press(read, key, CTRL)
        assert "Rien n’a été changé" in read.banner.text()
    read.banner.dismiss()
    read.bring_in()
    assert "Rien n’a été changé" in read.banner.text()
    assert QApplication.activeModalWidget() is None


def test_every_page_can_be_looked_at_and_has_its_names(
    qtbot: QtBot, shell: Shell, read: MainWindow
) -> None:
    reported: list[str] = []
    shell._reporter.fault.connect(reported.append)
    for spec in PAGES:
        read.show_page(spec.key)
        settle(qtbot, read)
    assert reported == []
    assert nameless(read) == []


def test_one_may_try_again_until_the_other_has_closed(
    qtbot: QtBot, shell: Shell, read: MainWindow, holder: Vault
) -> None:
    opened_listing(qtbot, read, "amicale")
    read.consulting.retry_button.click()
    qtbot.waitUntil(lambda: "déjà ouvert" in read.banner.text())
    assert shell.window is read
    holder.close()
    read.consulting.retry_button.click()
    qtbot.waitUntil(lambda: shell.window not in (None, read) and shell.gate is None)
    window = shell.window
    assert window.consulting is None
    assert window._desk.may_change
    page = window.page(PageKey.DIRECTORY)
    qtbot.waitUntil(lambda: page.editor.is_open)
    assert page.detail.title.text() == "Amicale"
    page.desk.office.directory.save(Listing(name="Encore", category="associations"))


def test_a_window_that_only_reads_locks_itself_too(
    shell: Shell, read: MainWindow, asked: Asked
) -> None:
    press(read, Qt.Key.Key_L, CTRL)
    asked()
    assert shell.window is None
    assert shell.open.office is None


def test_a_lock_while_one_tries_again_stays_a_lock(
    qtbot: QtBot, shell: Shell, read: MainWindow, holder: Vault, asked: Asked
) -> None:
    holder.close()
    read.consulting.retry_button.click()
    press(read, Qt.Key.Key_L, CTRL)
    assert shell.gate is not None
    asked()
    qtbot.waitUntil(lambda: not shell.open.tasks.is_busy)
    QApplication.processEvents()
    asked()
    assert shell.window is None
    assert shell.open.office is None
