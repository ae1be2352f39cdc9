"""The steps of a registration: taken, refused too early, taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ctg_desktop.domain.register.entry import AskedBy, EntryState
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.people.step_dialogs import (
    ReceiptDialog,
    StepDialog,
)
from tests.register_for_tests import KEEPER
from tests.ui.keys import press, press_enter, retype, type_text
from tests.ui.opened import Opened

from .conftest import TODAY, ago, dialog_over
from .people_in_hand import Settle, open_person, shown, stored, target


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
