"""One listing in its form: typed, saved, left, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.keys import type_text
from tests.ui.livret.looking import line, settle, stored
from tests.ui.opened import TODAY, Opened, out_of_order

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_what_the_list_does_meanwhile_and_what_is_typed_are_both_stored(
    qtbot: QtBot,
    opened: Opened,
    page: DirectoryPage,
    open_: Callable[[str], None],
    request: pytest.FixtureRequest,
) -> None:
    open_("Cabinet médical")
    let_go = request.getfixturevalue("let_go")
    type_text(line(page, "summary"), "Deux médecins.")
    page.bulk.publish([page.editor.record_id], published=False)
    page.save_()
    let_go()
    settle(qtbot, opened)
    listing = stored(opened, "Cabinet médical")
    assert (listing.summary, listing.published) == ("Deux médecins.", False)
    assert page.editor.base == listing
    assert not page.editor.is_dirty


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


def test_hostile_names_are_shown_as_typed(
    page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Boulangerie <b>Martin</b> & fils")
    assert page.detail.title.text() == "Boulangerie <b>Martin</b> & fils"
    for label in page.findChildren(QLabel):
        assert label.textFormat() != Qt.TextFormat.AutoText or not label.text()


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


def test_tab_goes_down_the_form_as_the_eye_does(
    qtbot: QtBot, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    form = page.detail.form
    form.details.set_open(True)
    holder = form.widget()
    qtbot.waitUntil(lambda: out_of_order(page, holder) == [])
