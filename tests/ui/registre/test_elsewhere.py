"""What the rest of the program knows of the register: numbers and days, no name."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.wording import day
from ctg_desktop.ui.accueil.page import HomePage
from ctg_desktop.ui.help_panel import HelpPanel
from ctg_desktop.ui.registre.book import KEEPERS, RegisterBook
from ctg_desktop.ui.registre.page import RegisterPage
from ctg_desktop.ui.reglages.page import SettingsPage
from ctg_desktop.usecases.exports import ExportFormat
from tests.register_for_tests import KEEPER
from tests.ui.keys import CTRL, press, retype
from tests.ui.opened import Opened

from .conftest import NAMES, OTHER_KEEPER, TODAY, ago

Settle = Callable[[], None]


def test_the_first_page_counts_receipts_without_opening_the_register(
    qtbot: QtBot, opened: Opened
) -> None:
    before = opened.office.access_log.count()
    home = opened.show("accueil")
    assert isinstance(home, HomePage)
    qtbot.waitUntil(lambda: bool(home.todo.buttons()))
    said = [one.text() for one in home.todo.findChildren(QLabel)]
    assert "1 accusé de réception en retard" in [one.replace("\u00a0", " ") for one in said]
    until = day(ago(-3)).replace("\u00a0", " ")  # asked five days ago, eight days in all
    assert f"1 accusé de réception à envoyer au plus tard le {until}" in [
        one.replace("\u00a0", " ") for one in said
    ]
    assert not any(name in one for one in said for name in NAMES)
    assert opened.office.access_log.count() == before  # nobody looked
    home.todo.buttons()[0].click()
    page = opened.window.current
    assert isinstance(page, RegisterPage)
    assert page.book is None


@pytest.mark.usefixtures("book")
def test_the_search_finds_nobody_of_the_register_even_while_it_is_open(
    qtbot: QtBot, opened: Opened
) -> None:
    palette = opened.window.palette_list
    for name in NAMES:
        assert opened.office.search.find(name) == []
        press(opened.window, Qt.Key.Key_K, CTRL)
        retype(opened.window.band.search, name)
        qtbot.waitUntil(lambda: palette.note.text().startswith("Rien ne contient ces mots"))
        assert palette.list.count() == 0
        palette.close_list()
        palette.note.setText("")


@pytest.mark.usefixtures("book")
def test_the_page_of_families_shows_nobody_of_the_register(opened: Opened) -> None:
    wanted = HouseholdFilter(HouseholdView.ALL)
    assert opened.office.families.index(wanted, HouseholdSort(), TODAY) == ()


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("wanted", list(ExportFormat))
def test_exports_hold_nobody_of_the_register(
    opened: Opened, tmp_path: Path, wanted: ExportFormat
) -> None:
    opened.office.directory.save(Listing(name="Mairie", category="town-hall", published=True))
    target = tmp_path / f"livret.{wanted}"
    opened.office.exports.export(target, wanted, TODAY)
    written = read_all(target)
    assert written
    assert not any(name.encode() in written for name in NAMES)


def read_all(file: Path) -> bytes:
    """Return what a file holds; of an archive, what its members hold."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(map(archive.read, archive.namelist()))


@pytest.mark.usefixtures("book")
def test_no_title_of_a_window_holds_a_name(
    opened: Opened, page: RegisterPage, settle: Settle
) -> None:
    assert page.book is not None
    page.book.people.editor.open(page.book.people.model.rows[0].id)
    settle()
    assert not any(name in opened.window.windowTitle() for name in NAMES)
    assert opened.window.place().record == ""


def test_the_journal_of_access_is_one_button_away(
    book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    book.show_part(KEEPERS)
    settle()
    people = [one.text() for one in book.keepers.doors.findChildren(QLabel)]
    assert {KEEPER, OTHER_KEEPER} <= set(people)
    book.keepers.journal_button.click()
    settle()
    page = opened.window.current
    assert isinstance(page, SettingsPage)
    assert page.chips.current == page.health.key


def test_what_the_register_serves_is_a_setting(
    book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    book.show_part(KEEPERS)
    settle()
    book.keepers.purposes.selectAll()
    book.keepers.purposes.insertPlainText("Rompre l’isolement.")
    book.save_()
    settle()
    assert opened.office.register.settings().purposes == "Rompre l’isolement."


def test_the_help_names_the_register_and_the_keys_of_the_calls(
    qtbot: QtBot, opened: Opened
) -> None:
    opened.window.show_help()
    panel = opened.window.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    said = " ".join(one.text() for one in panel.findChildren(QLabel))
    assert "Registre" in said
    assert "1 à 4" in said
    panel.close()
    qtbot.waitUntil(lambda: not panel.isVisible())
