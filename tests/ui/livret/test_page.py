from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingColumn, ListingFilter, ListingSort
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.livret.columns import COLUMNS
from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.opened import TODAY, Opened, nameless, out_of_order, type_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def names(page: DirectoryPage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stored(opened: Opened, name: str) -> Listing:
    directory = opened.office.directory
    ids = directory.index(ListingFilter(), ListingSort(), TODAY)
    return next(one for one in map(directory.get, ids) if one.name == name)


@pytest.fixture
def open_(qtbot: QtBot, page: DirectoryPage) -> Callable[[str], None]:
    def choose(name: str) -> None:
        qtbot.waitUntil(lambda: name in names(page))
        page.list.table.selectRow(names(page).index(name))
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name == name)

    return choose


def line(page: DirectoryPage, name: str) -> QLineEdit:
    field = page.detail.form.fields.field(name)
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    return field.target


def settle(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)


def test_list_is_sorted_in_french_and_says_how_many(qtbot: QtBot, page: DirectoryPage) -> None:
    qtbot.waitUntil(lambda: "…" not in names(page))
    assert names(page) == [
        "Amicale des œuvres scolaires",
        "Boulangerie <b>Martin</b> & fils",
        "Cabinet médical",
        "Étang communal",
        "Foyer rural et bibliothèque",
    ]
    assert page.header.summary.text().replace("\xa0", " ") == "5 fiches, 4 publiées"


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


def test_detail_shows_hours_as_typed_and_in_full(
    page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    field = page.detail.form.fields.field("opening_hours")
    assert field is not None
    assert field.hint.text() == "Compris"
    field.target.clear()  # type: ignore[attr-defined]  # an area
    type_text(field.target, "mer 14h-18h")
    assert field.hint.text().replace("\xa0", " ") == "Mercredi 14 h – 18 h"
    type_text(field.target, " blabla")
    assert "Nous n’avons pas compris" in field.hint.text()


def test_save_writes_and_says_so(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    type_text(line(page, "summary"), "Deux médecins, É œ.")
    assert page.editor.is_dirty
    with qtbot.waitSignal(page.saved):
        page.save_()
    assert stored(opened, "Cabinet médical").summary == "Deux médecins, É œ."
    assert not page.editor.is_dirty
    settle(qtbot, opened)
    assert opened.office.drafts.keys() == []


def test_untouched_fields_keep_their_stored_values(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    before = stored(opened, "Foyer rural et bibliothèque")
    open_("Foyer rural et bibliothèque")
    type_text(line(page, "website"), "foyer.example")
    with qtbot.waitSignal(page.saved):
        page.save_()
    after = stored(opened, "Foyer rural et bibliothèque")
    assert after.website == "https://foyer.example"
    assert after.opening_hours == before.opening_hours
    assert after.phones == before.phones
    assert after.address == before.address


def test_refusal_stands_beside_its_field_and_keeps_the_typing(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    field = page.detail.form.fields.field("phones")
    assert field is not None
    type_text(field.target, "12 bananes")
    page.save_()
    qtbot.waitUntil(lambda: field.is_refused)
    assert "12 bananes" in field.error.text()
    assert stored(opened, "Cabinet médical").phones == ()
    settle(qtbot, opened)
    assert len(opened.office.drafts.keys()) == 1


def test_leaving_a_record_saves_it(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    type_text(line(page, "summary"), "Sur rendez-vous.")
    open_("Étang communal")
    settle(qtbot, opened)
    assert stored(opened, "Cabinet médical").summary == "Sur rendez-vous."


def test_leaving_what_cannot_be_saved_keeps_a_draft_and_leads_back(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    line(page, "name").clear()
    type_text(line(page, "name"), " ")
    open_("Étang communal")
    qtbot.waitUntil(lambda: bool(opened.notices))
    assert "gardé en brouillon" in opened.notices[-1].text
    back = opened.notices[-1].action
    assert back is not None
    back()
    qtbot.waitUntil(page.detail.draft_line.isVisible)
    assert line(page, "name").text() == " "
    page.detail.draft_line.give_up_button.click()
    assert line(page, "name").text() == "Cabinet médical"
    settle(qtbot, opened)
    assert opened.office.drafts.keys() == []


def test_new_listing_takes_the_chapter_of_the_list(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    page.filters.chips.chosen.emit("associations")
    qtbot.waitUntil(lambda: len(page.list.ids) == 2)
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    type_text(line(page, "name"), "Club de pêche")
    with qtbot.waitSignal(page.saved):
        page.save_()
    assert stored(opened, "Club de pêche").category == "associations"
    qtbot.waitUntil(lambda: len(page.list.ids) == 3)
    qtbot.waitUntil(lambda: page.list.table.current_id() == stored(opened, "Club de pêche").id)


def test_two_quick_saves_of_a_new_listing_make_one(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    type_text(line(page, "name"), "Club")
    page.save_()
    type_text(line(page, "name"), " d’échecs")
    page.save_()
    settle(qtbot, opened)
    qtbot.waitUntil(lambda: len(page.list.ids) == 6)
    assert stored(opened, "Club d’échecs").id
    assert opened.office.drafts.keys() == []


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


def test_undo_of_a_save_shows_the_old_value_again(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    type_text(line(page, "summary"), "Un mot.")
    with qtbot.waitSignal(page.saved):
        page.save_()
    page.list.table.setFocus()
    qtbot.keyClick(opened.window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: line(page, "summary").text() == "")
    assert page.editor.is_open


def test_change_from_elsewhere_keeps_what_is_being_typed(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    record_id = page.editor.record_id
    type_text(line(page, "summary"), "En train d’écrire")
    changes = opened.office.directory.verify([record_id], TODAY)
    opened.desk.bus.changed.emit(changes)
    qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.verified_on == TODAY)
    assert line(page, "summary").text() == "En train d’écrire"
    assert page.editor.is_dirty


def test_verified_today_keeps_what_is_typed(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    type_text(line(page, "summary"), "Vu.")
    with qtbot.waitSignal(page.saved):
        page.detail.verify_button.click()
    after = stored(opened, "Cabinet médical")
    assert (after.summary, after.verified_on) == ("Vu.", TODAY)


def test_duplicate_is_noticed_while_typing_and_merge_can_be_undone(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    field = page.detail.form.fields.field("phones")
    assert field is not None
    type_text(field.target, "05 49 00 98 76")
    qtbot.waitUntil(page.detail.similar.isVisible)
    said = page.detail.similar.message.text()
    assert "Foyer rural et bibliothèque (même téléphone)" in said
    page.detail.similar.merge_button.click()
    qtbot.waitUntil(lambda: len(page.list.ids) == 4)
    merged = stored(opened, "Cabinet médical")
    assert merged.summary == "Livres et jeux pour tous."
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(page.list.ids) == 5)


def test_a_shared_address_is_no_duplicate_of_a_name(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    foyer = page.editor.base
    assert foyer is not None
    opened.office.directory.save(Listing(name="Accueil de loisirs", address=foyer.address))
    type_text(line(page, "name"), "Le ")
    with qtbot.assertNotEmitted(page.detail.similar.open_wanted, wait=700):
        settle(qtbot, opened)
    assert not page.detail.similar.isVisible()
    field = page.detail.form.fields.field("address_lines")
    assert field is not None
    type_text(field.target, " ")
    qtbot.waitUntil(page.detail.similar.isVisible)
    assert "(même adresse)" in page.detail.similar.message.text()


def test_duplicate_of_a_new_listing_completes_the_one_that_exists(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    type_text(line(page, "website"), "cabinet.example")
    type_text(line(page, "name"), "Cabinet medical")
    qtbot.waitUntil(page.detail.similar.isVisible)
    page.detail.similar.merge_button.click()
    qtbot.waitUntil(lambda: page.editor.record_id != "")
    assert line(page, "name").text() == "Cabinet médical"
    assert line(page, "website").text() == "cabinet.example"
    with qtbot.waitSignal(page.saved):
        page.save_()
    assert stored(opened, "Cabinet médical").website == "https://cabinet.example"
    settle(qtbot, opened)
    assert opened.office.drafts.keys() == []
    assert len(page.list.ids) == 5


def test_hostile_names_are_shown_as_typed(
    page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Boulangerie <b>Martin</b> & fils")
    assert page.detail.title.text() == "Boulangerie <b>Martin</b> & fils"
    for label in page.findChildren(QLabel):
        assert label.textFormat() != Qt.TextFormat.AutoText or not label.text()


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


def test_another_listing_is_shown_from_its_beginning(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    opened.window.activateWindow()
    bar = page.detail.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Key.Key_Return)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open and not page.editor.record_id)
    assert bar.value() == 0
    assert line(page, "name").hasFocus()
    bar.setValue(bar.maximum())
    open_("Étang communal")
    assert bar.value() == 0


def test_everything_that_takes_the_focus_has_a_name(
    page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    page.detail.form.details.set_open(True)
    assert nameless(page) == []


def test_tab_goes_down_the_form_as_the_eye_does(
    qtbot: QtBot, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    form = page.detail.form
    form.details.set_open(True)
    holder = form.widget()
    qtbot.waitUntil(lambda: out_of_order(page, holder) == [])


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
