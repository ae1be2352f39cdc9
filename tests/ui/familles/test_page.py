from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.dealings import ContactKind, ReferralOutcome
from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.ui.familles.columns import COLUMNS
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.referral_dialog import ReferralDialog
from ctg_desktop.ui.widgets.text import IconText
from tests.ui.familles.conftest import NOTE
from tests.ui.familles.known import settle, stored
from tests.ui.keys import type_text
from tests.ui.opened import TODAY, Opened, nameless

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def names(page: FamiliesPage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def open_(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> Callable[[str], None]:
    def choose(name: str) -> None:
        qtbot.waitUntil(lambda: name in names(page))
        page.list.table.selectRow(names(page).index(name))
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name == name)
        settle(qtbot, opened)

    return choose


def words_of(page: FamiliesPage) -> str:
    return page.detail.follow.step.text().replace("\xa0", " ")


def test_list_shows_those_present_newest_first(qtbot: QtBot, page: FamiliesPage) -> None:
    qtbot.waitUntil(lambda: "…" not in names(page))
    assert names(page) == ["Famille Martin-Dubois", "Famille Okafor", "Famille Petit"]
    summary = page.header.summary
    qtbot.waitUntil(lambda: summary.accessibleName() != "")
    said = summary.accessibleName().replace("\xa0", " ")
    assert said == "3 familles présentes, 1 à accueillir"


@pytest.mark.parametrize(
    ("view", "found"),
    [
        (HouseholdView.TO_WELCOME, ["Famille Martin-Dubois"]),
        (HouseholdView.TO_CALL_BACK, ["Famille Okafor"]),
        (HouseholdView.TO_REVIEW, ["Famille Petit"]),
        (HouseholdView.ISOLATED, ["Famille Okafor"]),
        (HouseholdView.NOT_INFORMED, ["Famille Martin-Dubois"]),
        (HouseholdView.LEFT, ["Famille Girard"]),
    ],
)
def test_words_on_top_choose_a_view(
    qtbot: QtBot, page: FamiliesPage, view: HouseholdView, found: list[str]
) -> None:
    page.filters.chips.chosen.emit(view)
    qtbot.waitUntil(lambda: names(page) == found)


def test_need_and_language_and_words_narrow_the_list(qtbot: QtBot, page: FamiliesPage) -> None:
    page.filters.language.set_value("en")
    page.filters.language.edited.emit()
    qtbot.waitUntil(lambda: names(page) == ["Famille Martin-Dubois", "Famille Okafor"])
    page.filters.need.set_value("school")
    page.filters.need.edited.emit()
    qtbot.waitUntil(lambda: names(page) == ["Famille Martin-Dubois"])
    type_text(page.filters.line, "okafor")
    qtbot.waitUntil(lambda: page.list.ids == ())
    page.list.all_wanted.emit()
    qtbot.waitUntil(lambda: len(page.list.ids) == 4)


def test_columns_sort_by_asking_the_database(qtbot: QtBot, page: FamiliesPage) -> None:
    page.list.model.sort(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: names(page)[0] == "Famille Petit")
    assert len(COLUMNS) == page.list.model.columnCount()


def test_family_opens_on_what_comes_next(page: FamiliesPage, open_: Callable[[str], None]) -> None:
    open_("Famille Martin-Dubois")
    assert page.detail.parts.currentWidget() is page.detail.follow
    assert words_of(page) == "D’abord, remettre la notice d’information."
    assert page.detail.badge.text() == "à accueillir"
    assert [note.text for note in page.detail.follow.notes.notes] == [NOTE]
    assert nameless(page) == []


def test_ticked_step_is_stored_with_its_day_and_the_next_one_said(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Martin-Dubois")
    lines = page.detail.follow.checklist.lines
    lines["informed_on"].tick.click()
    qtbot.waitUntil(lambda: words_of(page).startswith("Prochaine étape : remettre le livret"))
    lines["booklet_on"].tick.click()
    qtbot.waitUntil(lambda: page.detail.badge.text() == "accueillie")
    day = lines["booklet_on"].day
    day.setFocus()
    day.selectAll()
    type_text(day, "20/11")
    qtbot.keyClick(day, Key.Key_Return)
    settle(qtbot, opened)
    welcome = stored(opened, "Famille Martin-Dubois").welcome
    assert (welcome.booklet_on, welcome.letter_on) == (TODAY.replace(day=20), None)


def test_meeting_that_a_family_was_invited_to_is_typed(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    checklist = page.detail.follow.checklist
    assert checklist.invited_to.isHidden()
    checklist.lines["invited_on"].tick.click()
    qtbot.waitUntil(checklist.invited_to.isVisible)
    checklist.invited_to.setFocus()
    type_text(checklist.invited_to, "Café des <parents>")
    qtbot.keyClick(checklist.invited_to, Key.Key_Return)
    qtbot.waitUntil(lambda: stored(opened, "Famille Okafor").welcome.invited_to != "")
    welcome = stored(opened, "Famille Okafor").welcome
    assert (welcome.invited_on, welcome.invited_to) == (TODAY, "Café des <parents>")
    settle(qtbot, opened)
    type_text(checklist.invited_to, ", loto")
    page.show_record(stored(opened, "Famille Petit").id)
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Petit")
    settle(qtbot, opened)
    welcome = stored(opened, "Famille Okafor").welcome
    assert welcome.invited_to == "Café des <parents>, loto"
    assert stored(opened, "Famille Petit").welcome.invited_to == ""
    open_("Famille Okafor")
    type_text(checklist.invited_to, ", bal")
    page.flush()
    settle(qtbot, opened)
    assert ", bal" in stored(opened, "Famille Okafor").welcome.invited_to


def test_note_is_kept_by_ctrl_enter_and_taken_back(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    entry = page.detail.follow.entry
    entry.area.setFocus()
    type_text(entry.area, "Passe au guichet, cherche un cours de français.")
    qtbot.keyClick(entry.area, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(page.detail.follow.notes.notes) == 1)
    note = page.detail.follow.notes.notes[0]
    assert (note.kind, note.on, note.author) == (ContactKind.COUNTER, TODAY, "Secrétaire")
    assert entry.area.value() == ""
    opened.notices[-1].action()  # type: ignore[misc]  # the notice has one
    qtbot.waitUntil(lambda: not page.detail.follow.notes.notes)


def test_note_being_typed_comes_back_with_its_family_only(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    entry = page.detail.follow.entry
    type_text(entry.area, "À rappeler pour")
    open_("Famille Petit")
    assert entry.area.value() == ""
    open_("Famille Okafor")
    qtbot.waitUntil(lambda: entry.area.value() == "À rappeler pour")
    entry.area.setFocus()
    qtbot.keyClick(entry.area, Key.Key_Return, CONTROL)
    settle(qtbot, opened)
    assert opened.office.drafts.keys("household-note:") == []


def test_sensitive_words_call_for_the_reminder(
    page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    entry = page.detail.follow.entry
    assert entry.field.hint.picture.isHidden()
    type_text(entry.area, "est malade")
    assert not entry.field.hint.picture.isHidden()


def test_call_is_promised_and_done(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    assert words_of(page) == "À rappeler : promis pour aujourd’hui."
    page.detail.follow.called_button.click()
    settle(qtbot, opened)
    assert stored(opened, "Famille Okafor").call_back_on is None
    line = page.detail.follow.call_field.line
    line.setFocus()
    type_text(line, "demain")
    qtbot.keyClick(line, Key.Key_Return)
    settle(qtbot, opened)
    assert stored(opened, "Famille Okafor").call_back_on == TODAY.replace(day=24)


def test_visitor_without_name_is_sent_on_in_three_keys(
    qtbot: QtBot, opened: Opened, page: FamiliesPage
) -> None:
    assert opened.window.current is page
    qtbot.keyClick(opened.window, Key.Key_R, CONTROL)
    dialog = opened.window.findChild(ReferralDialog)
    assert isinstance(dialog, ReferralDialog)
    qtbot.keyClick(dialog.needs, "&")  # the 1 of a French keyboard, without Shift
    qtbot.waitUntil(lambda: dialog.places.count() == 3)
    qtbot.keyClick(dialog.places, "2")
    qtbot.keyClick(dialog.places, Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.office.referrals.recent()) == 1)
    kept = opened.office.referrals.recent()[0]
    assert (kept.household, kept.need, kept.on) == ("", "childcare", TODAY)
    assert kept.listing_name == "Relais petite enfance"
    qtbot.waitUntil(lambda: "Visiteur orienté" in opened.window.banner.text())
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: not opened.office.referrals.recent())


def test_family_is_sent_on_and_what_became_of_it_is_noted(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    page.detail.show_part("orientations")
    page.detail.referrals.refer_button.click()
    dialog = page.detail.findChild(ReferralDialog)
    assert isinstance(dialog, ReferralDialog)
    assert dialog.windowTitle() == "Orienter Famille Okafor"
    qtbot.keyClick(dialog.needs, "2")
    qtbot.waitUntil(dialog.places.isVisible)
    dialog.places.setCurrentRow(dialog.places.count() - 1)
    hints = [one.text() for one in dialog.findChildren(IconText) if one.isVisible()]
    assert any("jamais le nom de la personne" in one for one in hints)
    type_text(dialog.elsewhere, "Collège de Civray")
    qtbot.keyClick(dialog.elsewhere, Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.detail.referrals.rows) == 1)
    row = page.detail.referrals.rows[0]
    row.outcome.set_value("helped")  # type: ignore[attr-defined]  # a row of the panel
    row.outcome.edited.emit()  # type: ignore[attr-defined]
    settle(qtbot, opened)
    kept = opened.office.referrals.recent()[0]
    assert kept.outcome is ReferralOutcome.HELPED
    assert (kept.listing, kept.listing_name) == ("", "Collège de Civray")


def test_search_finds_a_family_and_opens_it(
    qtbot: QtBot, opened: Opened, page: FamiliesPage
) -> None:
    opened.window.show_page("accueil")
    box = opened.window.band.search
    box.setFocus()
    type_text(box, "okafor")
    found = opened.window.palette_list.list
    qtbot.waitUntil(lambda: found.count() > 0 and "Okafor" in found.item(0).text())
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(
        lambda: page.editor.base is not None and page.editor.base.name == "Famille Okafor"
    )
    assert opened.window.current is page


def test_form_is_edited_in_place_and_undone(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    qtbot.keyClick(page.list.table, Key.Key_F2)
    field = page.detail.form.fields.field("referent")
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    type_text(field.target, "Paul Blanc")
    page.save_()
    qtbot.waitUntil(lambda: not page.editor.is_dirty)
    assert stored(opened, "Famille Okafor").referent == "Paul Blanc"
    assert page.detail.parts.currentWidget() is page.detail.form
    qtbot.keyClick(opened.window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: stored(opened, "Famille Okafor").referent == "")
