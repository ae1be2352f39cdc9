"""The worker is busy with something else: nothing that is done meanwhile is lost, or done twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.dealing_rules import NOTE_LIMIT
from ctg_desktop.ui.editing.inputs import AreaInput
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.erase_dialog import EraseDialog
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.referral_dialog import ReferralDialog
from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog
from tests.ui.familles.conftest import FAMILIES
from tests.ui.familles.known import Show, dialog_of, everybody, settle, stored
from tests.ui.keys import retype, type_text
from tests.ui.opened import TODAY, Opened

FAMILY = "Famille Martin-Dubois"
SAID = "Rappelée, tout va bien."
REFERENT = "Paul Blanc"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def detail(show: Show) -> HouseholdDetail:
    return show(FAMILY)


def type_referent(detail: HouseholdDetail) -> None:
    detail.show_part("fiche")
    field = detail.form.fields.field("referent")
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    retype(field.target, REFERENT)
    assert detail.editor.is_dirty
    detail.show_part("suivi")


def said_of(opened: Opened) -> list[str]:
    notes = opened.office.families.notes(stored(opened, FAMILY).id)
    return [one.text for one in notes if one.text.startswith(SAID)]


def test_tick_and_what_is_typed_in_the_form_are_both_stored(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    type_referent(detail)
    detail.follow.checklist.lines["booklet_on"].tick.click()
    detail.editor.save()
    let_go()
    settle(qtbot, opened)
    family = stored(opened, FAMILY)
    assert (family.referent, family.welcome.booklet_on) == (REFERENT, TODAY)
    assert detail.editor.base == family
    assert not detail.editor.is_dirty


def test_days_that_were_not_left_yet_are_stored_with_the_form(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, detail: HouseholdDetail
) -> None:
    type_referent(detail)
    line = detail.follow.checklist.lines["visit_on"]
    line.tick.click()
    settle(qtbot, opened)
    retype(line.day, "20/11/2026")
    detail.follow.call_field.line.setFocus()
    retype(detail.follow.call_field.line, "1/12/2026")
    page.flush()
    settle(qtbot, opened)
    family = stored(opened, FAMILY)
    assert family.referent == REFERENT
    assert family.welcome.visit_on == date(2026, 11, 20)
    assert family.call_back_on == date(2026, 12, 1)


def test_half_a_day_holds_up_nothing_when_the_window_is_left(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail
) -> None:
    type_referent(detail)
    line = detail.follow.call_field.line
    line.setFocus()
    retype(line, "3/")
    opened.window.hand_over()
    settle(qtbot, opened)
    assert stored(opened, FAMILY).referent == REFERENT


def test_what_was_saved_a_moment_ago_and_taken_back_is_taken_back(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    type_referent(detail)
    detail.editor.save()
    for name, typed in (("referent", FAMILIES[0].referent), ("name", "Famille Martin")):
        field = detail.form.fields.field(name)
        assert field is not None
        assert isinstance(field.target, QLineEdit)
        retype(field.target, typed)
    detail.editor.save()
    let_go()
    settle(qtbot, opened)
    assert stored(opened, "Famille Martin").referent == FAMILIES[0].referent


def hand_over_note(qtbot: QtBot, detail: HouseholdDetail) -> AreaInput:
    area = detail.follow.entry.area
    area.setFocus()
    type_text(area, SAID)
    qtbot.keyClick(area, Key.Key_Return, CONTROL)
    return area


def test_note_is_kept_once_however_often_it_is_asked_for(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    area = hand_over_note(qtbot, detail)
    qtbot.keyClick(area, Key.Key_Return, CONTROL)
    detail.follow.entry.keep_button.click()
    let_go()
    settle(qtbot, opened)
    assert said_of(opened) == [SAID]
    assert area.value() == ""


def test_what_is_typed_while_a_note_is_kept_stays(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    area = hand_over_note(qtbot, detail)
    type_text(area, " Et encore.")
    let_go()
    settle(qtbot, opened)
    assert said_of(opened) == [SAID]
    assert area.value() == f"{SAID} Et encore."


def test_note_that_was_refused_can_be_handed_over_again(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail
) -> None:
    refused: list[object] = []
    detail.dealings.refused.connect(refused.append)
    entry = detail.follow.entry
    entry.area.setPlainText("x" * (NOTE_LIMIT + 1))
    for times in (1, 2):
        entry.keep()
        settle(qtbot, opened)
        assert len(refused) == times


def test_erasing_cannot_be_left_before_it_is_known_what_became_of_it(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    detail.rights.erase()
    dialog = dialog_of(detail, EraseDialog)
    dialog.forward()
    qtbot.keyClick(dialog, Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    let_go()
    settle(qtbot, opened)
    assert FAMILY not in [one.name for one in everybody(opened)]
    assert not detail.editor.is_open
    assert "effacée" in opened.notices[-1].text


def test_papers_being_made_are_given_up_by_escape(
    qtbot: QtBot,
    opened: Opened,
    detail: HouseholdDetail,
    let_go: Callable[[], None],
    tmp_path: Path,
) -> None:
    target = tmp_path / "papiers"
    target.mkdir()
    detail.dealings.welcome()
    dialog = dialog_of(detail, WelcomeDialog)
    dialog.write_to(target)
    qtbot.keyClick(dialog, Key.Key_Escape)
    let_go()
    settle(qtbot, opened)
    assert list(target.iterdir()) == []
    assert stored(opened, FAMILY).welcome.letter_on is None
    assert detail.findChild(WelcomeDialog) is None or not dialog.isVisible()


def test_visitor_is_sent_on_once_however_often_it_is_asked_for(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, let_go: Callable[[], None]
) -> None:
    let_go()
    detail.dealings.refer()
    dialog = dialog_of(detail, ReferralDialog)
    dialog.needs.confirmed.emit(0)
    settle(qtbot, opened)
    done = Event()
    opened.desk.tasks.run(done.wait, lambda _done: None)
    dialog.elsewhere.setFocus()
    dialog.elsewhere.setText("Le médiathécaire")
    dialog.places.setCurrentRow(dialog.places.count() - 1)
    for _twice in range(2):
        dialog.keep()
    qtbot.keyClick(dialog, Key.Key_Escape)
    done.set()
    settle(qtbot, opened)
    assert len(opened.office.referrals.recent()) == 1
    assert "Orientation notée" in opened.notices[-1].text
