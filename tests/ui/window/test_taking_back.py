"""Ctrl+Z takes back what was typed, then what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.keys import CTRL, press, type_text

Settle = Callable[[], None]


def save(desk: Desk, name: str) -> Listing:
    saved = desk.office.directory.save(
        Listing(name=name, kind=ListingKind.ASSOCIATION, category="associations")
    )
    return saved.listing


def test_ctrl_z_takes_back_the_last_thing_done_and_says_so(
    qtbot: QtBot, window: MainWindow, desk: Desk, settle: Settle
) -> None:
    listing = save(desk, "Amicale des œuvres")
    desk.office.directory.delete([listing.id])
    window.show_page(PageKey.HOME)
    settle()
    with qtbot.waitSignal(desk.bus.changed) as told:
        press(window, Qt.Key.Key_Z, CTRL)
    assert listing.id in told.args[0].listings
    assert desk.office.directory.get(listing.id).name == "Amicale des œuvres"
    assert window.banner.text().startswith("Annulé\u00a0: Une fiche supprimée")
    with qtbot.waitSignal(desk.bus.changed):
        window.banner.button.click()
    settle()
    assert desk.office.directory.counts(desk.today()).total == 0


def test_ctrl_z_says_when_there_is_nothing_left(
    window: MainWindow, settle: Settle, reported: list[Exception]
) -> None:
    window.show_page(PageKey.HOME)
    settle()
    press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert window.banner.text() == "Il n’y a plus rien à annuler."
    assert reported == []


def test_ctrl_z_takes_back_typing_first(window: MainWindow, desk: Desk, settle: Settle) -> None:
    listing = save(desk, "Comité des fêtes")
    settings = window.show_page(PageKey.SETTINGS)
    settle()
    line: QLineEdit = settings.sections[0].name
    window.activateWindow()
    line.setFocus()
    line.end(False)
    type_text(line, "é")
    press(line, Qt.Key.Key_Z, CTRL)
    settle()
    assert line.text() == "Valmoulin-sur-Clain"
    assert desk.office.directory.get(listing.id).name == "Comité des fêtes"
    press(line, Qt.Key.Key_Z, CTRL)
    settle()
    assert desk.office.directory.counts(desk.today()).total == 0
