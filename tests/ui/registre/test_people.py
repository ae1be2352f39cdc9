"""The persons of the register: views, a request by keyboard, the steps of a registration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.register.entry import AskedBy, EntryState, RegisterEntry, Removal
from ctg_desktop.domain.register.views import RegisterView
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.page import RegisterPage
from ctg_desktop.ui.registre.people.step_dialogs import (
    ObjectDialog,
    ReceiptDialog,
    RemoveDialog,
    StepDialog,
)
from tests.pdf.reading import Tagged, plain
from tests.register_for_tests import KEEPER, KEEPER_PASSWORD
from tests.ui.keys import CTRL, press, press_enter, retype, type_text
from tests.ui.opened import Opened, nameless, out_of_order, tab_order

from .conftest import AUBRUN, BY_NEIGHBOUR, TODAY, ago, dialog_over

Settle = Callable[[], None]


def target(book: RegisterBook, name: str) -> QWidget:
    field = book.people.detail.form.fields.field(name)
    assert field is not None
    return field.target


def shown(book: RegisterBook) -> RegisterEntry:
    base = book.people.editor.base
    assert base is not None
    return base


def open_person(book: RegisterBook, settle: Settle, last_name: str) -> RegisterEntry:
    names = [row.name for row in book.people.model.rows]
    place = next(at for at, name in enumerate(names) if name.startswith(last_name))
    book.people.table.selectRow(place)
    settle()
    book.people.editor.open(book.people.model.rows[place].id)
    settle()
    return shown(book)


def stored(book: RegisterBook, last_name: str) -> list[RegisterEntry]:
    rows = book.register.entries(TODAY)
    return [book.register.get(row.id) for row in rows if row.name.startswith(last_name)]


def test_what_is_beside_the_list_is_made_a_part_at_a_time(
    page: RegisterPage, settle: Settle, opened: Opened
) -> None:
    page.door.opened.emit(opened.office.register.unlock(KEEPER_PASSWORD))
    book = page.book
    assert book is not None
    assert not book.people.is_open
    parts = 0
    while book.people.grow():
        parts += 1
    assert parts > 3
    settle()
    assert open_person(book, settle, "Guérin").last_name == "Guérin"


def test_views_are_words_with_counts_and_the_most_urgent_receipt_first(
    book: RegisterBook,
) -> None:
    chips = {one.text() for one in book.people.chips.findChildren(QPushButton)}
    assert chips == {
        "Toutes  3",
        "À accuser  2",
        "En attente  0",
        "Inscrites  1",
        f"À confirmer cette année  {int(ago(498).year < TODAY.year)}",
        "Refus  0",
    }
    book.people.show_view(RegisterView.TO_ACKNOWLEDGE)
    model = book.people.model
    shown_rows = [[model.index(row, at).data() for at in (0, 1)] for row in range(2)]
    assert shown_rows == [
        ["Guérin Paulette", "retard de 4\u00a0jours"],
        ["Pailler Roger", "reste 3\u00a0jours"],
    ]


def test_the_list_is_filtered_by_what_is_typed(book: RegisterBook) -> None:
    book.focus_search()
    type_text(book.people.line, "guerin")
    book.people.line.settled.emit("guerin")
    assert [row.name for row in book.people.model.rows] == ["Guérin Paulette"]


def test_a_request_is_noted_by_keyboard_alone(
    page: RegisterPage, book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    press(opened.window, Qt.Key.Key_N, CTRL)
    settle()
    asked = target(book, "asked_by")
    assert asked.hasFocus()
    typed = {"last_name": "Moreau", "first_names": "Didier", "phone": "0536490204"}
    widget: QWidget | None = asked
    for _ in range(40):
        press(widget, Qt.Key.Key_Tab)  # type: ignore[arg-type]  # a widget has the focus
        widget = opened.window.focusWidget()
        for name, words in typed.items():
            if widget is target(book, name):
                type_text(widget, words)
    press(opened.window, Qt.Key.Key_S, CTRL)
    settle()
    (entry,) = stored(book, "Moreau")
    assert (entry.request.by, entry.request.on) == (AskedBy.PERSON, TODAY)
    assert entry.phone == "+33536490204"
    assert page.book is book


def test_who_saves_by_the_button_goes_on_where_the_form_ends(
    book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    book.new_()
    settle()
    last_name = target(book, "last_name")
    last_name.setFocus()
    type_text(last_name, "Moreau")
    save = book.people.detail.save_button
    widget: QWidget | None = last_name
    for _ in range(30):
        if widget is not None and widget is not save:
            press(widget, Qt.Key.Key_Tab)
            widget = opened.window.focusWidget()
    assert widget is save
    press(save, Qt.Key.Key_Return)
    settle()
    assert len(stored(book, "Moreau")) == 1
    here = opened.window.focusWidget()
    assert here is not None
    assert book.people.detail.form.isAncestorOf(here)


def ask_for_another(book: RegisterBook, settle: Settle, last_name: str) -> None:
    book.new_()
    settle()
    by = target(book, "asked_by")
    assert isinstance(by, ChoiceInput)
    by.set_value(AskedBy.THIRD_PARTY)
    by.edited.emit()
    for name, words in (
        ("last_name", last_name),
        ("first_names", "Paulette"),
        ("third_name", "Yvonne Lafleur"),
        ("third_quality", "voisine"),
    ):
        line = target(book, name)
        assert isinstance(line, QLineEdit)
        retype(line, words)


def test_what_a_neighbour_says_is_refused_and_the_blank_form_is_offered(
    book: RegisterBook, settle: Settle
) -> None:
    ask_for_another(book, settle, "Thibault")
    oral = book.people.detail.form.oral
    assert oral.isVisible()
    book.save_()
    settle()
    field = book.people.detail.form.fields.field("in_writing")
    assert field is not None
    assert "par écrit" in field.error.text()
    assert field.target.hasFocus()
    assert stored(book, "Thibault") == []
    oral.button.click()
    settle()
    paper = dialog_over(book)
    assert isinstance(paper, PaperDialog)
    assert paper.preview.page_count > 0
    paper.accept()
    written = target(book, "in_writing")
    press(written, Qt.Key.Key_Space)
    assert not oral.isVisible()
    book.save_()
    settle()
    (entry,) = stored(book, "Thibault")
    assert entry.request.in_writing


def test_the_form_holds_the_fields_of_the_decree_and_reads_in_its_order(
    book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Guérin")
    form = book.people.detail.form
    assert nameless(book) == []
    assert out_of_order(book.people.detail, form.content) == []
    visited = [one.accessibleName() for one in tab_order(book)]
    assert visited[:5] == [
        "Fermer le registre",
        "Nouvelle demande",
        "Personnes",
        "Toutes,  3",
        "Filtrer cette liste (Ctrl+F)",
    ]
    assert visited[-1] == "Retirer…"
    assert set(form.fields.values()) == {
        *("asked_by", "asked_on", "in_writing", "proof"),
        *("third_name", "third_quality", "third_phone", "third_address"),
        *("last_name", "first_names", "birth_date", "quality"),
        *("address_lines", "postal_code", "city", "phone"),
        *("to_warn", "home_services"),
    }


def test_the_receipt_is_printed_then_its_day_noted_then_the_person_entered(
    book: RegisterBook, settle: Settle, opened: Opened, tmp_path: Path
) -> None:
    entry = open_person(book, settle, "Guérin")
    steps = book.people.detail.steps
    assert "retard de 4\u00a0jours" in steps.state.text()
    assert not steps.enrol_button.isVisible()
    steps.acknowledge_button.click()
    receipt = dialog_over(book)
    assert isinstance(receipt, ReceiptDialog)
    receipt.print_button.click()
    settle()
    paper = dialog_over(receipt)
    assert isinstance(paper, PaperDialog)
    assert paper.preview.page_count == 2  # the person, and the neighbour
    target_file = tmp_path / "accusé.pdf"
    paper.output.save_to(target_file)
    settle()
    assert target_file.read_bytes().startswith(b"%PDF")
    last = [row.access for row in opened.office.access_log.rows()][-1]
    assert (last.what, last.actor, last.ids) == ("register-receipt", KEEPER, (entry.id,))
    receipt.forward()
    settle()
    assert shown(book).acknowledged_on == TODAY
    assert steps.enrol_button.isVisible()
    steps.enrol_button.click()
    enrol = dialog_over(book)
    assert isinstance(enrol, StepDialog)
    press_enter(enrol.on.line)
    settle()
    assert shown(book).state is EntryState.REGISTERED
    assert [one.text for one in opened.notices][-2:] == [
        "Envoi de l’accusé de réception noté.",
        "Personne inscrite au registre.",
    ]


def test_the_day_of_a_receipt_that_did_not_leave_is_taken_back(
    book: RegisterBook, settle: Settle
) -> None:
    entry = open_person(book, settle, "Pailler")
    book.register.acknowledge(entry.id, TODAY, TODAY)
    book.people.editor.reload()
    settle()
    book.people.detail.trail.mistake_button.click()
    settle()
    assert shown(book).acknowledged_on is None


def test_a_receipt_is_taken_back_of_who_asked_and_is_entered_already(
    book: RegisterBook, settle: Settle
) -> None:
    entry = open_person(book, settle, "Pailler")
    book.register.enrol(entry.id, TODAY, TODAY)
    book.register.acknowledge(entry.id, TODAY, TODAY)
    book.people.editor.reload()
    settle()
    press(book.people.detail.trail.mistake_button, Qt.Key.Key_Space)
    settle()
    assert shown(book).acknowledged_on is None
    assert book.people.detail.steps.acknowledge_button.isVisible()


def test_an_entry_and_a_confirmation_by_mistake_are_taken_back(
    book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    entry = open_person(book, settle, "Aubrun")
    trail = book.people.detail.trail
    book.register.confirm(entry.id, TODAY, TODAY)
    book.people.editor.reload()
    settle()
    assert not trail.entry_button.isVisibleTo(book)
    press(trail.confirmation_button, Qt.Key.Key_Space)
    settle()
    assert shown(book).confirmed_on is None
    press(trail.entry_button, Qt.Key.Key_Space)
    settle()
    assert shown(book).registered_on is None
    assert [one.text for one in opened.notices][-2:] == [
        "La date de la confirmation est enlevée.",
        "L’inscription est annulée.",
    ]


def test_who_asks_cannot_become_a_third_party_once_the_person_is_entered(
    book: RegisterBook, settle: Settle
) -> None:
    entry = open_person(book, settle, "Pailler")
    book.register.enrol(entry.id, TODAY, TODAY)
    book.people.editor.reload()
    settle()
    press(target(book, "asked_by"), Qt.Key.Key_U)
    press(target(book, "in_writing"), Qt.Key.Key_Space)
    for name, said in (("third_name", "Yvonne Lafleur"), ("third_quality", "voisine")):
        type_text(target(book, name), said)
    book.people.editor.save()
    settle()
    field = book.people.detail.form.fields.field("asked_by")
    assert field is not None
    assert field.is_refused
    assert book.register.get(entry.id).request.by is AskedBy.PERSON


def test_a_step_that_is_too_early_is_refused_beside_its_day(
    book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Pailler")
    book.people.detail.steps.acknowledge_button.click()
    receipt = dialog_over(book)
    assert isinstance(receipt, ReceiptDialog)
    receipt.on.set_value(ago(30))
    receipt.forward()
    settle()
    assert receipt.isVisible()
    assert receipt.on.is_refused
    receipt.reject()


def test_what_is_typed_is_saved_before_a_step_and_survives_it(
    book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Pailler")
    line = target(book, "city")
    assert isinstance(line, QLineEdit)
    retype(line, "Savigné")
    book.people.detail.steps.acknowledge_button.click()
    receipt = dialog_over(book)
    assert isinstance(receipt, ReceiptDialog)
    receipt.forward()
    settle()
    (kept,) = stored(book, "Pailler")
    assert (kept.city, kept.acknowledged_on) == ("Savigné", TODAY)
    assert not book.people.editor.is_dirty


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


def test_warnings_are_said_and_nothing_is_refused_for_them(
    qtbot: QtBot, book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Pailler")
    assert book.people.detail.warnings.words() == []
    ask_for_another(book, settle, BY_NEIGHBOUR.last_name)
    warnings = book.people.detail.warnings
    qtbot.waitUntil(lambda: any("déjà dans le registre" in one for one in warnings.words()))
