"""Chapters, parts and texts of the booklet, edited beside its preview."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.booklet import (
    BACK_COVER,
    CALENDAR,
    CONTENTS,
    INDEX,
    MAYOR_WORD,
    OWN_TEXT,
    BookletPart,
)
from ctg_desktop.domain.booklet_order import arranged
from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.reglages.page import SettingsPage
from tests.ui.impressions.reading import words
from tests.ui.keys import ALT, CTRL, press, retype, type_text

Settle = Callable[[], None]

OWN = f"{OWN_TEXT}1"


def order(desk: Desk) -> list[str]:
    settings = desk.office.settings
    return [one.code for one in arranged(settings.categories(), settings.booklet().parts)]


def _parts(desk: Desk) -> tuple[BookletPart, ...]:
    return desk.office.settings.booklet().parts


@pytest.fixture
def contents(form: BookletPaperForm) -> BookletPaperForm:
    form.contents.details.set_open(True)
    return form


def test_chapters_and_parts_move_by_keyboard_and_ctrl_z_takes_it_back(
    page: PrintsPage,
    contents: BookletPaperForm,
    window: MainWindow,
    desk: Desk,
    shown: Settle,
    qtbot: QtBot,
) -> None:
    before = order(desk)
    assert before[0] == CONTENTS
    shown_list = contents.contents.contents
    window.activateWindow()
    shown_list.select(MAYOR_WORD)
    shown_list.list.setFocus()
    press(shown_list.list, Qt.Key.Key_Down, ALT)
    press(shown_list.list, Qt.Key.Key_Down, ALT)
    shown()
    after = order(desk)
    assert after[:4] == [CONTENTS, "town-hall", "first-steps", MAYOR_WORD]
    assert shown_list.current().code == MAYOR_WORD
    assert not page.note.isVisible()
    for _ in range(2):
        with qtbot.waitSignal(desk.bus.changed):
            press(window, Qt.Key.Key_Z, CTRL)
        shown()
    assert order(desk) == before
    assert [one.code for one in shown_list.pieces()] == before


def test_the_back_cover_stays_where_it_is(contents: BookletPaperForm, desk: Desk) -> None:
    shown_list = contents.contents.contents
    shown_list.select(BACK_COVER)
    assert not shown_list.up_button.isEnabled()
    press(shown_list.list, Qt.Key.Key_Up, ALT)
    shown_list.select(INDEX)
    assert not shown_list.down_button.isEnabled()
    assert shown_list.up_button.isEnabled()
    assert [one.code for one in shown_list.pieces()] == order(desk)


def test_a_part_left_out_with_the_space_bar_is_not_printed(
    page: PrintsPage, contents: BookletPaperForm, desk: Desk, shown: Settle
) -> None:
    assert "Associations" in words(page)
    shown_list = contents.contents.contents
    shown_list.select("associations")
    press(shown_list.list, Qt.Key.Key_Space)
    shown_list.select(INDEX)
    press(shown_list.list, Qt.Key.Key_Space)
    shown()
    hidden = [one.code for one in desk.office.settings.categories() if one.hidden]
    assert hidden == ["associations"]
    parts = {one.code: one.shown for one in desk.office.settings.booklet().parts}
    assert parts == {
        CONTENTS: True,
        MAYOR_WORD: True,
        CALENDAR: True,
        INDEX: False,
        BACK_COVER: True,
    }
    assert "Amicale & œuvre" not in words(page)


def test_a_chapter_is_renamed_and_coloured_where_it_is_seen(
    page: PrintsPage, contents: BookletPaperForm, desk: Desk, shown: Settle
) -> None:
    card = contents.contents
    card.contents.select("associations")
    retype(card.editor.name, "Clubs & œuvres")
    retype(card.editor.name_en, "Clubs")
    card.editor.colour.set_value("#7a1f3d")
    card.editor.colour.edited.emit()
    assert card.contents.list.currentItem().text() == "Clubs & œuvres"
    shown()
    kept = {one.code: one for one in desk.office.settings.categories()}["associations"]
    assert (kept.label, kept.label_en, kept.colour) == ("Clubs & œuvres", "Clubs", "#7a1f3d")
    assert "Clubs & œuvres" in words(page)


def test_a_text_of_ones_own_is_added_printed_and_removed(
    page: PrintsPage, contents: BookletPaperForm, desk: Desk, shown: Settle, qtbot: QtBot
) -> None:
    card = contents.contents
    card.contents.select("health")
    text, _chapter = card.contents.add_button.menu().actions()
    text.trigger()
    assert card.contents.current() == BookletPart(OWN, title="Nouveau texte")
    assert card.editor.title.hasFocus() or not card.editor.title.isVisible()
    retype(card.editor.title, "Le marché de Noël")
    type_text(card.editor.text, "Sous la halle, le 19 décembre.")
    card.editor.english.set_open(True)
    type_text(card.editor.title_en, "Christmas market")
    qtbot.waitUntil(lambda: any(one.title_en == "Christmas market" for one in _parts(desk)))
    shown()
    kept = next(one for one in _parts(desk) if one.code == OWN)
    assert (kept.title, kept.text) == ("Le marché de Noël", "Sous la halle, le 19 décembre.")
    assert kept.after == "health"
    assert "Sous la halle, le 19 décembre." in words(page)
    assert desk.office.drafts.keys("booklet:") == []
    card.contents.select(OWN)
    card.contents.remove_button.click()
    shown()
    assert OWN not in order(desk)
    assert "Le marché de Noël" not in words(page)


def test_a_title_taken_away_is_said_beside_its_field_and_nothing_typed_is_lost(
    contents: BookletPaperForm, desk: Desk, settle: Settle, qtbot: QtBot, reported: list[Exception]
) -> None:
    card = contents.contents
    card.contents.add_wanted.emit("text")
    settle()
    type_text(card.editor.text, "Ne pas perdre ceci.")
    retype(card.editor.title, " ")
    card.contents.select("health")
    qtbot.waitUntil(lambda: card.editor.fields["title"].is_refused)
    assert card.contents.current().code == OWN
    assert card.editor.fields["title"].error.text() == "Donnez un titre à ce texte."
    assert card.editor.text.value() == "Ne pas perdre ceci."
    retype(card.editor.title, "Avis")
    assert not card.editor.fields["title"].is_refused
    qtbot.waitUntil(lambda: any(one.title == "Avis" for one in _parts(desk)))
    assert reported == []


def test_typing_survives_the_end_of_the_program(
    page: PrintsPage, contents: BookletPaperForm, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    card = contents.contents
    card.contents.add_wanted.emit("text")
    settle()
    retype(card.editor.title, " ")
    type_text(card.editor.text, "Écrit avant la coupure.")
    page.flush()
    settle()
    assert desk.office.drafts.keys("booklet:") == ["booklet:contents"]
    again = BookletPaperForm(desk)
    told: list[object] = []
    again.notice.connect(told.append)
    again.load()
    settle()
    assert again.contents.editor.text.value() == "Écrit avant la coupure."
    assert "retrouvée" in told[0].text
    retype(again.contents.editor.title, "Avis")
    again.flush()
    qtbot.waitUntil(lambda: any(one.title == "Avis" for one in _parts(desk)))
    settle()
    assert desk.office.drafts.keys("booklet:") == []
    again.deleteLater()


def test_a_chapter_is_added_and_removed_unless_it_holds_listings(
    contents: BookletPaperForm, desk: Desk, shown: Settle, settle: Settle, reported: list[Exception]
) -> None:
    card = contents.contents
    card.contents.select("health")
    _text, chapter = card.contents.add_button.menu().actions()
    chapter.trigger()
    retype(card.editor.name, "Le port")
    card.typing.hand_over()
    shown()
    labels = [one.label for one in desk.office.settings.categories()]
    assert labels[labels.index("Santé") + 1] == "Le port"
    card.contents.remove_button.click()
    shown()
    assert [one.code for one in desk.office.settings.categories()] == [
        one.code for one in CATEGORIES
    ]
    card.contents.select("associations")
    card.contents.remove_button.click()
    settle()
    settle()
    assert "contient des fiches (3)" in card.error.text()
    assert not card.error.isHidden()
    assert "associations" in [one.code for one in card.contents.pieces()]
    assert reported == []


def test_the_length_of_the_calendar_is_kept(
    contents: BookletPaperForm, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    contents.contents.contents.select(CALENDAR)
    assert contents.contents.editor.months.value() == 12
    contents.contents.editor.months.setValue(6)
    qtbot.waitUntil(lambda: desk.office.settings.booklet().calendar_months == 6)
    settle()


def test_the_mayors_word_leads_to_the_settings_and_they_lead_back(
    contents: BookletPaperForm, window: MainWindow, settle: Settle
) -> None:
    contents.contents.contents.select(MAYOR_WORD)
    contents.contents.editor.settings_link.click()
    settings = window.current
    assert isinstance(settings, SettingsPage)
    settle()
    settings.show_part("livret")
    settings.texts.prints_link.click()
    assert isinstance(window.current, PrintsPage)
    settle()


def test_what_is_removed_from_the_contents_can_be_taken_back(
    form: BookletPaperForm, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    card = form.contents
    card.contents.add_wanted.emit("text")
    settle()
    with qtbot.waitSignal(form.notice) as said:
        card.contents.remove_button.click()
    assert said.args[0].text == "«\u202fNouveau texte\u202f» n’est plus dans le livret."
    settle()
    said.args[0].action()
    settle()
    settle()
    assert "Nouveau texte" in [
        card.contents.list.item(row).text() for row in range(card.contents.list.count())
    ]
