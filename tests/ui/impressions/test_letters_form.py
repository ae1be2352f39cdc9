"""Letters and confirmations in the window: recipients, what they lack, texts, drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.letter_models import FORUM, MODELS
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import silent
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.letters.confirmation_form import ConfirmationForm
from ctg_desktop.ui.impressions.letters.editor import LetterEditor
from ctg_desktop.ui.impressions.letters.letter_form import LetterForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import ListingsWanted, PaperKey
from ctg_desktop.ui.main_window import MainWindow
from tests.ui.impressions.in_hand import again, in_hand, take
from tests.ui.impressions.reading import said
from tests.ui.keys import press, type_text
from tests.ui.opened import nameless

Settle = Callable[[], None]
CHECK = Qt.ItemDataRole.CheckStateRole


def save(desk: Desk, name: str, *lines: str, verified_on: date | None = None) -> str:
    """Save a listing, with an address where it has lines."""
    address = Address(lines, "86400", "Civray") if lines else Address()
    listing = Listing(name=name, address=address, verified_on=verified_on)
    return desk.office.directory.save(listing).listing.id


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """Two clubs with an address, one without, by name."""
    return [save(desk, "Ana", "1, rue"), save(desk, "Milo", "2, rue"), save(desk, "Zoé")]


@pytest.fixture
def page(window: MainWindow, ids: list[str], settle: Settle) -> PrintsPage:
    """Return the page of prints with a letter to three listings in hand."""
    assert len(ids) == 3
    return in_hand(window, PaperKey.LETTERS, settle)


@pytest.fixture
def form(page: PrintsPage) -> LetterForm:
    """Return the choices of letters."""
    assert isinstance(page.form, LetterForm)
    return page.form


@pytest.fixture
def editor(form: LetterForm, settle: Settle) -> LetterEditor:
    """Return the text of the forum's letter, open."""
    choose(form, "forum")
    form.edit_text()
    settle()
    assert form.editor is not None
    return form.editor


def choose(form: LetterForm, code: str) -> None:
    """Choose a model as a person does."""
    form.model_input.set_value(code)
    form.model_input.edited.emit()


def test_models_are_offered_and_each_recipient_has_a_letter(
    page: PrintsPage, form: LetterForm
) -> None:
    words = [form.model_input.itemText(index) for index in range(form.model_input.count())]
    assert words == [model.name for model in MODELS]
    assert page.preview.page_count == 2
    assert "Ana" in said(page)


def test_who_has_no_address_is_said_and_may_be_printed_all_the_same(
    page: PrintsPage, form: LetterForm, settle: Settle
) -> None:
    assert form.people.count.text() == "2\u00a0lettres pour 3\u00a0fiches"
    assert "1\u00a0fiche n’a pas d’adresse" in form.people.notes.text()
    assert form.people.model.index(2).data() == "Zoé\npas d’adresse"
    form.options.unaddressed.click()
    again(page, settle)
    assert page.preview.page_count == 3
    assert form.people.count.text() == "3\u00a0lettres pour 3\u00a0fiches"


def test_what_this_mailing_must_say_is_asked_for_and_missed(
    page: PrintsPage, form: LetterForm, settle: Settle
) -> None:
    quand = form.options.values["quand"]
    assert quand.isVisibleTo(form)
    assert "Reste à dire\u00a0: jour et heure." in form.people.notes.text()
    assert "ne disent pas encore\u00a0: le maire." in form.people.notes.text()
    type_text(quand, "samedi")
    again(page, settle)
    assert "Reste à dire" not in form.people.notes.text()
    assert "samedi" in said(page)
    choose(form, "libre")
    assert not quand.isVisibleTo(form)


def test_choosing_a_recipient_turns_to_the_letter_and_back(
    page: PrintsPage, form: LetterForm
) -> None:
    press(form.people.view, Qt.Key.Key_Down)
    assert page.preview.index == 1
    page.preview.go_to(0)
    assert form.people.view.currentIndex().row() == 0
    form.people.next.click()
    assert page.preview.index == 1
    form.people.next.click()
    assert page.preview.index == 1
    form.people.previous.click()
    assert page.preview.index == 0


def test_someone_is_left_out_with_the_space_bar(
    page: PrintsPage, form: LetterForm, settle: Settle
) -> None:
    press(form.people.view, Qt.Key.Key_Space)
    again(page, settle)
    assert form.people.model.index(0).data(CHECK) == Qt.CheckState.Unchecked
    assert page.preview.page_count == 1
    assert "Milo" in said(page)


def test_nobody_left_shows_what_to_do(page: PrintsPage, form: LetterForm, settle: Settle) -> None:
    for row in range(2):
        form.people.model.setData(form.people.model.index(row), Qt.CheckState.Unchecked, CHECK)
    again(page, settle)
    assert page.empty.isVisibleTo(page)
    assert page.empty.title.text() == "Aucune lettre à imprimer"


def test_listings_selected_elsewhere_are_written_to(
    page: PrintsPage, form: LetterForm, ids: list[str], settle: Settle
) -> None:
    page.show_paper(PaperKey.LETTERS, ListingsWanted((ids[1],)))
    again(page, settle)
    assert form.choice.input.currentText() == "1\u00a0fiche choisie dans Livret"
    assert [one.name for one in form.people.model.people] == ["Milo"]
    assert page.preview.page_count == 1


def test_a_saved_search_and_a_chapter_choose_recipients(
    page: PrintsPage, form: LetterForm, desk: Desk, settle: Settle
) -> None:
    kept = desk.office.searches.save("Les Milo", ListingFilter(text="Milo")).search
    form.load()
    settle()
    for key, names in (
        (f"search:{kept.id}", ["Milo"]),
        ("category:health", []),
        ("category:town-hall", ["Ana", "Milo", "Zoé"]),
    ):
        form.choice.choose(key)
        form.choice.input.edited.emit()
        again(page, settle)
        assert [one.name for one in form.people.model.people] == names


def test_all_letters_or_the_one_shown_become_a_word_document(
    page: PrintsPage, form: LetterForm, tmp_path: Path
) -> None:
    press(form.people.view, Qt.Key.Key_Down)
    every, one = form.exports()
    assert page.header.more_button.isVisibleTo(page)
    assert len(docx.Document(str(every.write(tmp_path / "a.docx", silent))).sections) == 2
    alone = docx.Document(str(one.write(tmp_path / "b.docx", silent)))
    assert len(alone.sections) == 1
    assert "Milo" in alone.tables[0].rows[0].cells[1].text


def test_choices_and_what_was_typed_are_remembered(
    page: PrintsPage, form: LetterForm, desk: Desk, settle: Settle
) -> None:
    choose(form, "forum")
    type_text(form.options.values["lieu"], "au gymnase")
    form.options.duplex.click()
    page.flush()
    settle()
    other = LetterForm(desk)
    other.load()
    settle()
    assert other.model is not None
    assert other.model.code == "forum"
    assert other.options.values["lieu"].value() == "au gymnase"
    assert other.options.duplex.value()
    other.deleteLater()


def test_a_text_is_changed_and_printed(
    page: PrintsPage, form: LetterForm, editor: LetterEditor, desk: Desk, settle: Settle
) -> None:
    editor.inputs["subject"].set_value("Le grand forum")
    editor.save()
    settle()
    again(page, settle)
    assert form.editor is None
    assert desk.office.letter_settings.model("forum").subject == "Le grand forum"
    assert "Le grand forum" in said(page)


def test_a_mistake_is_said_beside_the_text_while_it_is_typed(
    editor: LetterEditor, desk: Desk, settle: Settle
) -> None:
    type_text(editor.inputs["body"], "{nam} ")
    assert editor.fields["body"].is_refused
    assert "Vouliez-vous écrire {nom}" in editor.fields["body"].error.text()
    editor.save()
    settle()
    assert editor.isVisible()
    assert desk.office.letter_settings.model("forum").body == MODELS[3].body


def test_a_word_to_fill_in_is_written_where_the_cursor_was(editor: LetterEditor) -> None:
    subject = editor.inputs["subject"]
    subject.setFocus()
    subject.end(False)
    editor.words.setCurrentRow(0)
    editor.words.itemActivated.emit(editor.words.currentItem())
    assert str(subject.value()).endswith("{nom}")


def test_typing_that_was_not_saved_comes_back(
    form: LetterForm, editor: LetterEditor, settle: Settle, qtbot: QtBot
) -> None:
    type_text(editor.inputs["body"], "Bonjour ")
    editor.reject()
    settle()
    qtbot.waitUntil(lambda: form.editor is None)
    form.edit_text()
    settle()
    assert form.editor is not None
    assert str(form.editor.inputs["body"].value()).startswith("Bonjour ")
    assert not form.editor.found.isHidden()


def test_a_copy_becomes_a_model_of_its_own_and_can_be_removed(
    form: LetterForm, editor: LetterEditor, desk: Desk, settle: Settle
) -> None:
    editor.save_copy()
    settle()
    settle()
    assert form.model is not None
    assert form.model.name == f"{FORUM.name} (copie)"
    form.edit_text()
    settle()
    assert form.editor is not None
    assert form.editor.reset_button.accessibleName() == "Supprimer ce modèle"
    form.editor.reset()
    settle()
    settle()
    assert [one.code for one in desk.office.letter_settings.models()] == [
        one.code for one in MODELS
    ]


def test_a_changed_model_goes_back_to_how_it_was_shipped(
    form: LetterForm, editor: LetterEditor, desk: Desk, settle: Settle
) -> None:
    editor.inputs["subject"].set_value("Autre")
    editor.save()
    settle()
    form.edit_text()
    settle()
    assert form.editor is not None
    form.editor.reset()
    settle()
    assert desk.office.letter_settings.models() == list(MODELS)


def test_the_letterhead_is_saved_by_itself(
    page: PrintsPage, form: LetterForm, desk: Desk, settle: Settle
) -> None:
    form.letterhead.details.set_open(True)
    type_text(form.letterhead.text, "Commune nouvelle")
    page.flush()
    settle()
    assert desk.office.letter_settings.sender_text().text == "Commune nouvelle"
    again(page, settle)
    assert "Commune nouvelle" in said(page)


def test_confirmations_go_to_those_not_verified_for_six_months(
    page: PrintsPage, desk: Desk, settle: Settle
) -> None:
    save(desk, "À jour", "3, rue", verified_on=desk.today())
    take(page, PaperKey.CONFIRMATIONS, settle)
    form = page.form
    assert isinstance(form, ConfirmationForm)
    assert [one.name for one in form.people.model.people] == ["Ana", "Milo", "Zoé"]
    assert "lundi 14 décembre 2026" in said(page)
    form.deadline.line.setText("24/11/2026")
    form.deadline.changed.emit()
    again(page, settle)
    assert "mardi 24 novembre 2026" in said(page)


def test_a_deadline_before_the_letter_is_refused_beside_its_field(
    page: PrintsPage, settle: Settle
) -> None:
    take(page, PaperKey.CONFIRMATIONS, settle)
    form = page.form
    assert isinstance(form, ConfirmationForm)
    form.deadline.line.setText("1/1/2020")
    form.deadline.changed.emit()
    again(page, settle)
    assert form.deadline.is_refused


@pytest.mark.parametrize("key", [PaperKey.LETTERS, PaperKey.CONFIRMATIONS])
def test_whatever_takes_the_focus_has_a_name(
    page: PrintsPage, settle: Settle, key: PaperKey
) -> None:
    take(page, key, settle)
    assert page.form is not None
    assert nameless(page.form) == []


def test_in_the_editor_too(editor: LetterEditor) -> None:
    assert nameless(editor) == []


def test_a_removed_model_can_be_taken_back(
    form: LetterForm, editor: LetterEditor, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    editor.save_copy()
    settle()
    settle()
    form.edit_text()
    settle()
    assert form.editor is not None
    with qtbot.waitSignal(form.notice) as said:
        form.editor.reset_button.click()
    assert said.args[0].text == "Modèle supprimé."
    settle()
    said.args[0].action()
    settle()
    settle()
    assert f"{FORUM.name} (copie)" in [one.name for one in desk.office.letter_settings.models()]
    choices = [form.model_input.itemText(row) for row in range(form.model_input.count())]
    assert f"{FORUM.name} (copie)" in choices


def test_the_list_keeps_its_place_when_somebody_is_left_out(
    form: LetterForm, settle: Settle, qtbot: QtBot
) -> None:
    people, page = form.people, form.window().current
    assert isinstance(page, PrintsPage)
    rows = [row for row, one in enumerate(people.model.people) if one.addressed]
    assert len(rows) >= 2
    people.view.setCurrentIndex(people.model.index(rows[1]))
    kept, pages = people.current, page.preview.page_count
    press(people.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.print_button.isEnabled() and page.preview.page_count < pages)
    assert people.current == kept
    press(people.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.print_button.isEnabled() and page.preview.page_count == pages)
    assert people.current == kept
    assert page.preview.index == 1
    settle()
