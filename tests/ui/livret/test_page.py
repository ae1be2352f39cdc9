"""The list of listings: filtered, sorted, several at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingColumn
from ctg_desktop.ui.livret.columns import COLUMNS
from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.keys import type_text
from tests.ui.livret.looking import line, names, settle, stored
from tests.ui.opened import TODAY, Opened, nameless

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_list_is_sorted_in_french_and_says_how_many(qtbot: QtBot, page: DirectoryPage) -> None:
    qtbot.waitUntil(lambda: "…" not in names(page))
    assert names(page) == [
        "Amicale des œuvres scolaires",
        "Boulangerie <b>Martin</b> & fils",
        "Cabinet médical",
        "Étang communal",
        "Foyer rural et bibliothèque",
    ]
    assert page.header.summary.accessibleName().replace("\xa0", " ") == "5 fiches, 4 publiées"


def test_typing_filters_without_accents_and_escape_shows_all(
    qtbot: QtBot, page: DirectoryPage
) -> None:
    qtbot.keyClicks(page, "f", CONTROL)
    page.focus_search()
    type_text(page.filters.line, "bibliotheque")
    qtbot.waitUntil(lambda: names(page) == ["Foyer rural et bibliothèque"])
    qtbot.keyClick(page.filters.line, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 5)


def test_nothing_found_offers_everything(qtbot: QtBot, page: DirectoryPage) -> None:
    type_text(page.filters.line, "zzzzqqq")
    qtbot.waitUntil(lambda: page.list.ids == ())
    page.list.all_wanted.emit()
    qtbot.waitUntil(lambda: len(page.list.ids) == 5)
    assert page.filters.line.text() == ""


def test_words_on_top_filter_by_category_and_state(qtbot: QtBot, page: DirectoryPage) -> None:
    chips = page.filters.chips
    chips.chosen.emit("associations")
    qtbot.waitUntil(lambda: len(page.list.ids) == 2)
    chips.chosen.emit("to-verify")
    wanted = {"Amicale des œuvres scolaires", "Cabinet médical"}
    qtbot.waitUntil(lambda: set(names(page)) == wanted)
    chips.chosen.emit("drafts")
    qtbot.waitUntil(lambda: names(page) == ["Boulangerie <b>Martin</b> & fils"])


def test_header_sorts_by_asking_the_database_again(qtbot: QtBot, page: DirectoryPage) -> None:
    header = page.list.table.horizontalHeader()
    section = header.sectionViewportPosition(0) + 20
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(section, header.height() // 2)
    )
    qtbot.waitUntil(lambda: names(page)[0] == "Foyer rural et bibliothèque")


def test_state_is_never_cut_and_has_a_word(page: DirectoryPage) -> None:
    table, at = page.list.table, COLUMNS.index(ListingColumn.STATE)
    option = QStyleOptionViewItem()
    option.initFrom(table)
    for row in range(5):
        index = page.list.model.index(row, at)
        assert index.data() in {
            "à jour",
            "à vérifier",
            "en retard",
            "brouillon",
            "fermé jusqu’au 30/12",
        }
        hint = table.itemDelegateForIndex(index).sizeHint(option, index)
        assert table.columnWidth(at) >= hint.width()


def test_columns_are_chosen_and_remembered(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    from PySide6.QtWidgets import QMenu

    menu = QMenu()
    qtbot.addWidget(menu)
    page.list.table.fill_menu(menu)
    kind = next(one for one in menu.actions() if one.text() == "Nature")
    kind.setChecked(True)
    assert not page.list.table.isColumnHidden(COLUMNS.index(ListingColumn.KIND))
    page.flush()
    settle(qtbot, opened)
    other = DirectoryPage(opened.desk)
    qtbot.addWidget(other)
    other.activated()
    qtbot.waitUntil(lambda: not other.list.table.isColumnHidden(COLUMNS.index(ListingColumn.KIND)))


def test_several_at_once_verified_moved_hidden(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    page.list.table.selectAll()
    assert page.selection.isVisible()
    assert page.selection.title.text().replace("\xa0", " ") == "5 fiches sélectionnées"
    page.selection.verify_button.click()
    qtbot.waitUntil(lambda: stored(opened, "Cabinet médical").verified_on == TODAY)
    settle(qtbot, opened)
    assert page.list.table.selected_count() == 5
    page.selection.move_to.emit("health")
    qtbot.waitUntil(lambda: stored(opened, "Étang communal").category == "health")
    page.selection.hide_button.click()
    qtbot.waitUntil(lambda: not stored(opened, "Étang communal").published)


def test_delete_asks_nothing_and_undo_brings_back(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    qtbot.keyClick(page.list.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.list.ids) == 4)
    qtbot.waitUntil(lambda: bool(opened.notices))
    assert opened.notices[-1].text.replace("\xa0", " ") == "1 fiche supprimée."
    qtbot.waitUntil(lambda: page.editor.is_open)
    assert page.editor.base is not None
    assert page.editor.base.name == "Étang communal"
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: "Cabinet médical" in names(page))


def test_enter_edits_escape_goes_back(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    opened.window.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Key.Key_Return)
    assert line(page, "name").hasFocus()
    qtbot.keyClick(line(page, "name"), Key.Key_Escape)
    assert page.list.table.hasFocus()
    qtbot.keyClick(page.list.table, Key.Key_F2)
    assert line(page, "name").hasFocus()


def test_everything_that_takes_the_focus_has_a_name(
    page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    page.detail.form.details.set_open(True)
    assert nameless(page) == []


def test_empty_directory_offers_the_first_actions(qtbot: QtBot, vault_folder: object) -> None:
    from pathlib import Path

    from tests.ui.opened import opened_window

    assert isinstance(vault_folder, Path)
    with opened_window(vault_folder) as found:
        page = found.show("livret")
        assert isinstance(page, DirectoryPage)
        qtbot.waitUntil(page._empty.isVisible)
        page.new_()
        qtbot.waitUntil(lambda: page.editor.is_open)
        qtbot.waitUntil(page.detail.isVisible)
    assert found.faults == []
