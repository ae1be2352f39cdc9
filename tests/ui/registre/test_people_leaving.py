"""Who objects, who is taken out, who is asked once a year, who asks for their data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.register.entry import Removal
from ctg_desktop.domain.register.views import RegisterView
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.people.step_dialogs import (
    ObjectDialog,
    RemoveDialog,
    StepDialog,
)
from tests.pdf.reading import Tagged, plain
from tests.register_for_tests import KEEPER
from tests.ui.keys import press, press_enter
from tests.ui.opened import Opened

from .conftest import AUBRUN, TODAY, ago, dialog_over
from .people_in_hand import Settle, ask_for_another, open_person, stored, target


def test_an_objection_erases_the_sheet_and_a_namesake_must_be_confirmed(
    book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Guérin")
    book.people.detail.steps.object_button.click()
    asked = dialog_over(book)
    assert isinstance(asked, ObjectDialog)
    assert "Guérin" not in asked.windowTitle()
    press_enter(asked.on.line)
    assert asked.isVisible()
    asked.forward()
    settle()
    assert not book.people.editor.is_open
    assert stored(book, "Guérin") == []
    book.people.show_view(RegisterView.REFUSED)
    assert [row.name for row in book.people.model.rows] == [""]
    book.people.table.selectRow(0)
    book.people.table.row_settled.emit(0)
    assert book.people.refusal.isVisible()
    ask_for_another(book, settle, "Guérin")
    press(target(book, "in_writing"), Qt.Key.Key_Space)
    book.save_()
    settle()
    namesake = book.people.detail.namesake
    assert namesake.isVisible()
    assert stored(book, "Guérin") == []
    press(namesake.button, Qt.Key.Key_Return)
    settle()
    assert len(stored(book, "Guérin")) == 1


def test_what_is_left_of_an_objection_is_shown_only_where_it_is_listed(
    book: RegisterBook, settle: Settle, qtbot: QtBot
) -> None:
    people = book.people
    guerin = open_person(book, settle, "Guérin")
    book.register.object(guerin.id, TODAY, TODAY)
    people.reload()
    settle()
    people.show_view(RegisterView.REFUSED)
    people.table.enter()
    qtbot.waitUntil(people.refusal.isVisible)
    people.show_view(RegisterView.AWAITING)
    assert not people.refusal.isVisible()


@pytest.mark.parametrize("reason", list(Removal))
def test_a_person_is_taken_out_with_a_reason(
    book: RegisterBook, settle: Settle, opened: Opened, reason: Removal
) -> None:
    open_person(book, settle, "Aubrun")
    press(book.people.table, Qt.Key.Key_Delete)
    asked = dialog_over(book)
    assert isinstance(asked, RemoveDialog)
    asked.forward()
    settle()
    assert asked.fields["reason"].is_refused  # nobody is said to be dead by default
    asked.reason.set_value(reason.value)
    asked.forward()
    settle()
    assert stored(book, "Aubrun") == []
    last = [row.access for row in opened.office.access_log.rows()]
    assert f"register-removed-{reason.value}" in [one.what for one in last]


def test_the_yearly_letters_are_offered_where_somebody_is_to_be_called(
    book: RegisterBook, settle: Settle
) -> None:
    last_year = replace(AUBRUN, id="", last_name="Barraud", version=0)
    kept = book.register.save(last_year, TODAY)
    day = ago(TODAY.timetuple().tm_yday)  # the last day of last year
    book.register.acknowledge(kept.id, day, TODAY)
    book.register.enrol(kept.id, day, TODAY)
    book.people.reload()
    settle()
    book.people.show_view(RegisterView.TO_CONFIRM)
    assert book.people.letters_button.isVisible()
    book.people.letters_button.click()
    settle()
    paper = dialog_over(book)
    assert isinstance(paper, PaperDialog)
    assert paper.preview.page_count == len(book.people.model.rows)
    paper.accept()
    open_person(book, settle, "Barraud")
    book.people.detail.steps.confirm_button.click()
    confirm = dialog_over(book)
    assert isinstance(confirm, StepDialog)
    confirm.forward()
    settle()
    assert "Barraud Simone" not in [row.name for row in book.people.model.rows]


def test_who_asks_for_their_data_gets_them_before_they_are_erased(
    book: RegisterBook, settle: Settle, opened: Opened, tmp_path: Path
) -> None:
    entry = open_person(book, settle, "Guérin")
    press(book.people.detail.access_button, Qt.Key.Key_Space)
    settle()
    paper = dialog_over(book)
    assert isinstance(paper, PaperDialog)
    assert not any(name in paper.windowTitle() for name in ("Guérin", "Paulette"))
    target_file = tmp_path / "données.pdf"
    paper.output.save_to(target_file)
    settle()
    assert "Yvonne Lafleur, voisine" in plain(Tagged(target_file.read_bytes()).text)
    last = [row.access for row in opened.office.access_log.rows()][-1]
    assert (last.what, last.actor, last.ids) == ("register-access", KEEPER, (entry.id,))
    press(book.people.detail.delete_button, Qt.Key.Key_Space)
    asked = dialog_over(book)
    assert isinstance(asked, RemoveDialog)
    asked.reason.set_value(Removal.OWN_WISH.value)
    asked.forward()
    settle()
    assert stored(book, "Guérin") == []
