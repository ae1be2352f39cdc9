from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Opening, Shell
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import RecoveryCode
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import PASSWORD, USER, make_locked
from tests.ui.conftest import TODAY
from tests.ui.keys import press_enter

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")


@pytest.fixture
def code(tmp_path: Path) -> RecoveryCode:
    """Make the vault, and return its printed code."""
    return make_locked(tmp_path / "civray", CIVRAY)


@pytest.fixture
def folder(start: Start, tmp_path: Path, code: RecoveryCode) -> Path:
    """Return the vault whose code was printed."""
    assert code.signs
    folder = tmp_path / "civray"
    start.remember(folder, "Civray", USER)
    return folder


@pytest.fixture
def shell(qapp: QApplication, theme: Theme, start: Start, tmp_path: Path) -> Iterator[Shell]:
    reporter = CrashReporter(tmp_path / "journaux", qapp)
    opening = Opening(start, None, open_office, lambda: TODAY, tmp_path / "journaux")
    shell = Shell(opening, theme, reporter)
    yield shell
    shell.start_pages.close()
    shell.close()
    reporter.deleteLater()


@pytest.fixture
def asked(qtbot: QtBot, shell: Shell) -> Callable[[], UnlockPage]:
    """Wait for the page that asks for a password."""

    def wait() -> UnlockPage:
        qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, UnlockPage))
        return shell.gate.page

    return wait


@pytest.fixture
def enter(
    qtbot: QtBot, shell: Shell, asked: Callable[[], UnlockPage]
) -> Callable[[Path], MainWindow]:
    """Open a locked vault with the password of its user."""

    def open_it(folder: Path) -> MainWindow:
        assert shell.open_vault(VaultWanted(folder))
        page = asked()
        page.password.line.setText(PASSWORD)
        press_enter(page.password.line)
        qtbot.waitUntil(lambda: shell.window is not None and shell.gate is None)
        return shell.window

    return open_it
