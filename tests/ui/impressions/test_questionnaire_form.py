"""Questionnaires in the window: a model, its questions edited, the sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.questionnaire import QuestionKind, QuestionnaireForm
from ctg_desktop.domain.questionnaire_models import MODELS, SATISFACTION
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.questionnaire.editor import QuestionnaireEditor
from ctg_desktop.ui.impressions.questionnaire.form import QuestionnairePaperForm
from ctg_desktop.ui.impressions.requests import EventWanted, PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.pages import PageKey
from tests.ui.impressions.in_hand import again, in_hand, second_date
from tests.ui.impressions.reading import said
from tests.ui.keys import type_text
from tests.ui.opened import nameless

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> PrintsPage:
    """Return the page of prints with a questionnaire in hand."""
    return in_hand(window, PaperKey.QUESTIONNAIRE, settle)


@pytest.fixture
def form(page: PrintsPage) -> QuestionnairePaperForm:
    """Return its choices."""
    assert isinstance(page.form, QuestionnairePaperForm)
    return page.form


@pytest.fixture
def editor(form: QuestionnairePaperForm, settle: Settle) -> QuestionnaireEditor:
    """Return its questions, open."""
    form.edit_button.click()
    settle()
    assert form.editor is not None
    return form.editor


def test_models_are_offered_and_printed(page: PrintsPage, form: QuestionnairePaperForm) -> None:
    words = [form.model_input.itemText(index) for index in range(form.model_input.count())]
    assert words == [model.name for model in MODELS]
    assert SATISFACTION.title in said(page)


def test_what_is_chosen_is_printed_and_found_again(
    page: PrintsPage, form: QuestionnairePaperForm, desk: Desk, settle: Settle
) -> None:
    type_text(form.subject, "Café & parents")
    type_text(form.day.line, "3/12")
    type_text(form.give_back, "À l’école")
    form.paper.set_value(str(QuestionnaireForm.TWO_A5))
    form.paper.edited.emit()
    again(page, settle)
    assert said(page).count("Café & parents") == 2
    assert "À rendre : À l’école" in said(page)
    other = QuestionnairePaperForm(desk)
    other.load()
    settle()
    assert other.paper.value() == QuestionnaireForm.TWO_A5
    assert (other.give_back.value(), other.subject.value()) == ("À l’école", "")
    other.deleteLater()


def test_a_day_that_is_none_is_refused_beside_it(
    page: PrintsPage, form: QuestionnairePaperForm
) -> None:
    type_text(form.until.line, "jamais")
    page.refresh()
    assert form.until.is_refused


def test_an_event_of_the_calendar_is_asked_about(
    page: PrintsPage, form: QuestionnairePaperForm, desk: Desk, settle: Settle
) -> None:
    start = datetime(2026, 11, 26, 14)  # noqa: DTZ001 - local time, as stored
    event = desk.office.calendar.save(Event(title="Atelier", start=start)).event
    page.show_paper(PaperKey.QUESTIONNAIRE, EventWanted(event.id, date(2026, 11, 24)))
    settle()
    assert form.subject.value() == "Atelier"
    assert form.day.value() == date(2026, 11, 26)


def test_questions_are_added_moved_changed_and_removed(
    page: PrintsPage, form: QuestionnairePaperForm, editor: QuestionnaireEditor, settle: Settle
) -> None:
    questions = editor.questions
    count = len(SATISFACTION.questions)
    questions.add_button.click()
    type_text(editor.question.text, "Votre saison ?")
    editor.question.kind.set_value(str(QuestionKind.CHOICE))
    editor.question.kind.edited.emit()
    assert editor.question.choices.isVisibleTo(editor)
    assert not editor.question.low.isVisibleTo(editor)
    editor.question.choices.setPlainText("L’été\nL’hiver")
    for _ in range(count):
        questions.up_button.click()
    questions.select(1)
    questions.remove_button.click()
    assert questions.list.item(0).text() == "Votre saison ? – réponses au choix"
    editor.save_button.click()
    settle()
    kept = form.desk.office.questionnaires.model("satisfaction").questions
    assert len(kept) == count
    assert (kept[0].text, kept[0].choices) == ("Votre saison ?", ("L’été", "L’hiver"))
    again(page, settle)
    assert "1. Votre saison ?" in said(page)


def test_what_is_refused_stands_beside_its_question(
    editor: QuestionnaireEditor, settle: Settle
) -> None:
    editor.questions.select(2)
    editor.question.text.setPlainText("")
    editor.questions.select(0)
    editor.save_button.click()
    settle()
    assert editor.isVisible()
    assert editor.questions.list.currentRow() == 2
    assert editor.question.fields["text"].is_refused
    editor.inputs["title"].clear()
    editor.question.text.setPlainText("Bien ?")
    editor.save_button.click()
    settle()
    assert editor.head.is_open
    assert editor.fields["title"].is_refused


def test_without_any_question_it_is_said(editor: QuestionnaireEditor, settle: Settle) -> None:
    while editor.questions.items():
        editor.questions.select(0)
        editor.questions.remove_button.click()
    assert not editor.question.isEnabled()
    editor.save_button.click()
    settle()
    assert editor.problem.isVisible()


def test_typing_that_was_not_saved_is_found_again(
    form: QuestionnairePaperForm, editor: QuestionnaireEditor, settle: Settle
) -> None:
    editor.question.text.setPlainText("Pas fini")
    editor.reject()
    settle()
    form.edit_button.click()
    settle()
    assert form.editor is not None
    assert form.editor.found.isVisible()
    assert form.editor.questions.items()[0].text == "Pas fini"


def test_a_copy_becomes_a_model_and_is_removed(
    form: QuestionnairePaperForm, editor: QuestionnaireEditor, settle: Settle
) -> None:
    editor.copy_button.click()
    settle()
    settle()
    assert form.model_input.currentText() == f"{SATISFACTION.name} (copie)"
    form.edit_button.click()
    settle()
    assert form.editor is not None
    form.editor.reset_button.click()
    settle()
    settle()
    assert form.model_input.count() == len(MODELS)
    assert form.model is not None


def test_a_removed_model_can_be_brought_back(
    form: QuestionnairePaperForm, editor: QuestionnaireEditor, settle: Settle
) -> None:
    notices: list[Notice] = []
    form.notice.connect(notices.append)
    editor.copy_button.click()
    settle()
    settle()
    form.edit_button.click()
    settle()
    assert form.editor is not None
    form.editor.reset_button.click()
    settle()
    assert notices[0].text == "Modèle supprimé."
    assert notices[0].action is not None
    notices[0].action()
    settle()
    kept = form.desk.office.questionnaires.models()
    assert [one.name for one in kept if one not in MODELS] == [f"{SATISFACTION.name} (copie)"]


def test_everything_has_a_name(form: QuestionnairePaperForm, editor: QuestionnaireEditor) -> None:
    editor.head.set_open(True)
    assert nameless(form) == []
    assert nameless(editor) == []


def test_the_calendar_asks_for_the_questionnaire_of_the_date_in_hand(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    start = datetime(2026, 11, 26, 14)  # noqa: DTZ001 - local time, as stored
    event = Event(title="Atelier", start=start, recurrence="FREQ=WEEKLY")
    desk.office.calendar.save(event)
    second_date(window, settle).questionnaire_button.click()
    settle()
    page = window.page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    assert isinstance(page.form, QuestionnairePaperForm)
    assert (page.form.subject.value(), page.form.day.value()) == ("Atelier", date(2026, 12, 3))
