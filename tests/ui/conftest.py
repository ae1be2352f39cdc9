from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.collecting import GuiCollector
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import KEY, make_locked
from tests.ui.opened import Opened, make_vault, opened_window
from tests.ui.patient_bot import PatientBot

TODAY = date(2026, 11, 23)
PROFILE = Profile(Role.COMMUNE, "86999", "Valmoulin-sur-Clain")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture
def start(tmp_path: Path) -> Start:
    return Start(tmp_path / "données")


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[GuiCollector]:
    """Widgets die on the thread of the window in tests too, as in the program."""
    collector = GuiCollector(qapp)
    yield collector
    collector.give_back()
    collector.deleteLater()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "coffre"
    make_locked(folder, PROFILE)
    with open_office(folder, "", KEY) as opened:
        yield opened


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Return an empty vault of today, for a page to be filled."""
    folder = tmp_path / "coffre"
    make_vault(folder)
    return folder


@pytest.fixture
def opened(qapp: QApplication, filled_folder: Path) -> Iterator[Opened]:
    """Open the window on the vault that the tests of a page have filled."""
    assert qapp is not None
    with opened_window(filled_folder) as found:
        yield found
    assert found.faults == []


@pytest.fixture
def let_go(opened: Opened) -> Iterator[Callable[[], None]]:
    """Give the worker something to do until the returned function is called."""
    done = Event()

    def keep_busy() -> None:
        done.wait()

    opened.desk.tasks.run(keep_busy, lambda _none: None)
    yield done.set
    done.set()


@pytest.fixture
def reported() -> list[Exception]:
    """Failures that nobody expected; empty at the end of a test that expects none."""
    return []


@pytest.fixture
def desk(qapp: QApplication, office: Office, reported: list[Exception]) -> Iterator[Desk]:
    with ExitStack() as stack:
        tasks = TaskRunner(reported.append, qapp)
        stack.callback(tasks.deleteLater)
        stack.callback(tasks.shutdown)
        yield Desk(office, tasks, ChangeBus(tasks), lambda: TODAY, reported.append)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    qapp.setStyle("Fusion")
    theme = Theme(qapp)
    theme.apply()
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """Letters of twice the size, as a person who sees little sets them in the system."""
    usual = qapp.font()
    large = qapp.font()
    large.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, theme: Theme) -> MainWindow:
    window = MainWindow(desk, theme, PROFILE)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def settle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Wait until the worker has nothing left to do and its results are on screen."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)
        QApplication.processEvents()

    return wait
