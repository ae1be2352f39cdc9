from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.importing.dialog import ImportDialog
from ctg_desktop.ui.importing.export_dialog import ExportDialog
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PAGES, PageKey
from tests.ui.keys import CTRL, press, type_text

Settle = Callable[[], None]


@pytest.fixture
def box(window: MainWindow, desk: Desk, settle: Settle) -> QLineEdit:
    for name in ("Amicale des œuvres scolaires", "Foyer rural", "Tennis club du Clain"):
        desk.office.directory.save(
            Listing(name=name, kind=ListingKind.ASSOCIATION, category="associations")
        )
    window.show_page(PageKey.HOME)
    settle()
    window.activateWindow()
    press(window, Qt.Key.Key_K, CTRL)
    return window.band.search


def shown(window: MainWindow) -> list[str]:
    rows = window.palette_list.list
    return [rows.item(row).text() for row in range(rows.count())]


def search(qtbot: QtBot, window: MainWindow, box: QLineEdit, text: str, first: str) -> None:
    type_text(box, text)
    qtbot.waitUntil(lambda: shown(window)[:1] == [first])


def test_ctrl_k_offers_the_pages_before_a_word_is_typed(window: MainWindow, box: QLineEdit) -> None:
    assert box.hasFocus()
    assert window.palette_list.isVisible()
    assert shown(window)[: len(PAGES)] == [spec.word for spec in PAGES]


@pytest.mark.parametrize("typed", ["oeuvre", "OEUVRES", "amicle", "ŒUVRES sco", "scolair"])
def test_a_listing_is_found_despite_accents_case_and_a_typo(
    qtbot: QtBot, window: MainWindow, box: QLineEdit, typed: str
) -> None:
    type_text(box, typed)
    qtbot.waitUntil(lambda: bool(shown(window)) and shown(window)[0].startswith("Amicale"))


def test_enter_opens_what_is_found(
    qtbot: QtBot, window: MainWindow, box: QLineEdit, settle: Settle
) -> None:
    type_text(box, "foyer")
    qtbot.waitUntil(lambda: bool(shown(window)) and shown(window)[0].startswith("Foyer rural"))
    press(box, Qt.Key.Key_Return)
    settle()
    assert window.current is window.page(PageKey.DIRECTORY)
    assert not window.palette_list.isVisible()
    assert box.text() == ""


def test_commands_are_found_with_the_arrows(
    qtbot: QtBot, window: MainWindow, box: QLineEdit, settle: Settle
) -> None:
    type_text(box, "reglag")
    qtbot.waitUntil(lambda: shown(window) == ["Réglages"])
    press(box, Qt.Key.Key_Up)
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    settle()
    assert window.current is window.page(PageKey.SETTINGS)


@pytest.mark.parametrize(
    ("typed", "label", "dialog"),
    [
        ("importer", "Importer un fichier", ImportDialog),
        ("export", "Exporter le livret", ExportDialog),
    ],
)
def test_import_and_export_are_a_word_away(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    box: QLineEdit,
    settle: Settle,
    typed: str,
    label: str,
    dialog: type[QWidget],
) -> None:
    desk.office.directory.save(Listing(name="Import de thé, export de café"))
    search(qtbot, window, box, typed, label)
    press(box, Qt.Key.Key_Return)
    settle()
    (opened,) = window.findChildren(dialog)
    assert opened.isVisible()
    opened.close()


def test_nothing_found_is_said_with_what_to_do(
    qtbot: QtBot, window: MainWindow, box: QLineEdit
) -> None:
    type_text(box, "xyzzyq")
    qtbot.waitUntil(lambda: shown(window) == [])
    assert window.palette_list.note.text().startswith("Rien ne contient ces mots")


@pytest.mark.parametrize("typed", ["%", "_", "l'", '"', "*", "-x", "<b>", "\u202e", "a" * 5000])
def test_hostile_words_are_taken_literally(
    qtbot: QtBot,
    window: MainWindow,
    box: QLineEdit,
    settle: Settle,
    reported: list[Exception],
    typed: str,
) -> None:
    box.setText(typed)
    box.textEdited.emit(box.text())
    qtbot.waitUntil(lambda: not window.palette_list._timer.isActive())
    settle()
    assert reported == []


def test_escape_closes_the_list(window: MainWindow, box: QLineEdit) -> None:
    press(box, Qt.Key.Key_Escape)
    assert not window.palette_list.isVisible()
    press(box, Qt.Key.Key_Return)
    assert window.current is window.page(PageKey.HOME)


def test_the_list_stays_inside_the_window(window: MainWindow, box: QLineEdit) -> None:
    window.resize(1024, 700)
    press(window, Qt.Key.Key_K, CTRL)
    box.clearFocus()
    box.setFocus()
    assert window.rect().contains(window.palette_list.geometry())
