from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.db.clock import local_now
from ctg_desktop.domain.register.entry import (
    AskedBy,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.page import RegisterPage
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY
from tests.register_for_tests import KEEPER, KEEPER_PASSWORD, set_up
from tests.ui.opened import Opened, make_vault, opened_window

TODAY = local_now().date()
OTHER_KEEPER = "Odile Martin"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


AUBRUN = RegisterEntry(
    last_name="Aubrun",
    first_names="Simone",
    birth_date=date(1938, 4, 12),
    address=("4 rue du Four",),
    postal_code="86400",
    city="Civray",
    phone="05 36 49 02 01",
    to_warn=(RegisterContact("Claire Aubrun", "fille", "06 39 98 02 11"),),
    request=Request(ago(500)),
)
PAILLER = replace(
    AUBRUN, last_name="Pailler", first_names="Roger", to_warn=(), request=Request(ago(5))
)
BY_NEIGHBOUR = replace(
    AUBRUN,
    last_name="Guérin",
    first_names="Paulette",
    request=Request(
        ago(12),
        AskedBy.THIRD_PARTY,
        in_writing=True,
        proof="classeur",
        third_party=RegisterContact("Yvonne Lafleur", "voisine"),
    ),
)
NAMES = ("Aubrun", "Pailler", "Guérin", "Lafleur")


def fill(office: Office) -> None:
    register = set_up(office.register, (KEEPER, OTHER_KEEPER))
    simone = register.save(AUBRUN, TODAY)
    register.acknowledge(simone.id, ago(498), TODAY)
    register.enrol(simone.id, ago(498), TODAY)
    register.save(PAILLER, TODAY)
    register.save(BY_NEIGHBOUR, TODAY)
    register.close()


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coffre"
    make_vault(folder)
    return folder


@pytest.fixture
def filled_folder(empty_folder: Path) -> Path:
    with open_office(empty_folder, "", KEY) as office:
        fill(office)
    return empty_folder


@pytest.fixture
def opened(qapp: QApplication, filled_folder: Path) -> Iterator[Opened]:
    assert qapp is not None
    with opened_window(filled_folder, lambda: TODAY) as found:
        yield found
    assert found.faults == []


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> RegisterPage:
    shown = opened.show("registre")
    assert isinstance(shown, RegisterPage)
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    return shown


@pytest.fixture
def settle(qtbot: QtBot, opened: Opened) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)

    return wait


@pytest.fixture
def book(page: RegisterPage, settle: Callable[[], None]) -> RegisterBook:
    return unlocked(page, settle)


def unlocked(page: RegisterPage, settle: Callable[[], None]) -> RegisterBook:
    """Open the register by its password."""
    form = page.door.closed.form
    form.password.line.setText(KEEPER_PASSWORD)
    form.try_it()
    settle()
    assert page.book is not None
    return page.book


def is_open(page: RegisterPage) -> bool:
    """Tell whether the register is open on its page."""
    return page.book is not None


def dialog_over(window: QWidget) -> QDialog:
    """Return the one dialog that is shown over a widget."""
    (found,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    return found


@pytest.fixture
def desk_of(qapp: QApplication) -> Iterator[Callable[[Office], Desk]]:
    """Make desks for offices that are opened and closed in a test."""
    faults: list[Exception] = []
    made: list[TaskRunner] = []

    def make(office: Office) -> Desk:
        tasks = TaskRunner(faults.append, qapp)
        made.append(tasks)
        return Desk(office, tasks, ChangeBus(tasks), lambda: TODAY, faults.append)

    yield make
    for tasks in made:
        tasks.shutdown()
        tasks.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert faults == []
