"""Saved searches on the page Livret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.ui.livret.page import DirectoryPage
from ctg_desktop.ui.livret.search_dialogs import ManageSearchesDialog, SaveSearchDialog
from tests.ui.keys import type_text
from tests.ui.opened import Opened, nameless

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, opened: Opened) -> Settle:
    return lambda: qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)


def actions(page: DirectoryPage) -> dict[str, QAction]:
    """What the menu offers now, themes included."""
    menu = QMenu(page)
    page.searches.fill(menu)
    offered = {one.text(): one for one in menu.actions() if one.text()}
    for inner in menu.findChildren(QMenu):
        offered |= {one.text(): one for one in inner.actions()}
    return offered


def find(page: DirectoryPage, qtbot: QtBot, text: str, count: int) -> None:
    page.filters.line.setText(text)
    qtbot.waitUntil(lambda: len(page.list.ids) == count)


def keep(page: DirectoryPage, name: str) -> SaveSearchDialog:
    page.searches.keep()
    dialog = page.findChild(SaveSearchDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    type_text(dialog.name, name)
    return dialog


def test_a_theme_filters_and_is_named_on_top(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, settle: Settle
) -> None:
    directory = opened.office.directory
    listing = directory.get(page.list.ids[0])
    directory.save(replace(listing, themes=("youth",)))
    actions(page)["Jeunesse"].trigger()
    qtbot.waitUntil(lambda: page.list.ids == (listing.id,))
    settle()
    assert page.filters.chips.current == "other"
    assert page.searches.name_of(page.filters.wanted) == "Jeunesse"
    page.filters.chips.chosen.emit("all")
    qtbot.waitUntil(lambda: len(page.list.ids) > 1)


def test_the_filter_in_force_is_kept_and_applied_again(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, settle: Settle
) -> None:
    assert not actions(page)["Enregistrer cette recherche…"].isEnabled()
    assert not actions(page)["Gérer les recherches…"].isEnabled()
    find(page, qtbot, "bibliotheque", 1)
    dialog = keep(page, "Les livres")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    (saved,) = opened.office.searches.all()
    assert (saved.name, saved.wanted) == ("Les livres", ListingFilter(text="bibliotheque"))
    assert opened.notices[-1].text.startswith("Recherche")
    page.show_filter(ListingFilter())
    qtbot.waitUntil(lambda: len(page.list.ids) == 5)
    actions(page)["Les livres"].trigger()
    qtbot.waitUntil(lambda: len(page.list.ids) == 1)
    assert page.filters.line.text() == "bibliotheque"
    assert actions(page)["Les livres"].isChecked()


def test_a_refused_name_says_why_beside_it(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, settle: Settle
) -> None:
    opened.office.searches.save("Bus", ListingFilter(text="bus"))
    find(page, qtbot, "bibliotheque", 1)
    dialog = keep(page, "bus")
    dialog.save_button.click()
    settle()
    assert "s’appelle déjà" in dialog.field.error.text()
    assert dialog.isVisible()
    dialog.name.clear()
    dialog.save()
    settle()
    assert dialog.field.error.text() == "Donnez un nom à la recherche."
    dialog.reject()
    assert len(opened.office.searches.all()) == 1


def test_searches_are_renamed_and_removed(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, settle: Settle
) -> None:
    searches = opened.office.searches
    for name in ("Bus", "Car"):
        searches.save(name, ListingFilter(text=name))
    page.activated()
    settle()
    page.searches.manage()
    dialog = page.findChild(ManageSearchesDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.name.set_value("Autobus")
    dialog.rename()
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Autobus")
    dialog.list.setCurrentRow(1)
    dialog.remove()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert [one.name for one in searches.all()] == ["Autobus"]
    settle()
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    settle()
    assert [one.name for one in searches.all()] == ["Autobus", "Car"]
    assert "Car" in actions(page)
