"""Questionnaires and notices with words that nobody expects, and as many as one may ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ctg_desktop.domain.information_notice import PrivacySettings, Subject
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.questionnaire import (
    Question,
    QuestionKind,
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
)
from ctg_desktop.domain.questionnaire_models import MODELS, SATISFACTION
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.information_notice import NoticeContent, notice_document
from ctg_desktop.pdf.questionnaire import QuestionnaireSheet, questionnaire_document
from ctg_desktop.pdf.render import render
from tests.pdf.ink import Ink
from tests.pdf.reading import Tagged, plain

DAY = date(2026, 11, 25)
LONG = "Anticonstitutionnellement" * 4
SENDER = Sender("Mairie de l’Œuvre <&>", ("1, place de l’Église", "86400 Civray"))


def document(questionnaire: Questionnaire, options: QuestionnaireOptions) -> Document:
    made = questionnaire_document(QuestionnaireSheet(questionnaire, options, SENDER, DAY))
    assert made is not None
    return made


def read(made: Document) -> Tagged:
    """Read a paper back; nothing of it may stand outside its page."""
    tagged = Tagged(render(made).content)
    for page in tagged.pdf.pages:
        ink = Ink(page)
        assert all(ink.page[0] <= one.box[0] and one.box[2] <= ink.page[2] for one in ink.texts)
    return tagged


@pytest.mark.parametrize("form", QuestionnaireForm)
def test_long_words_and_signs_stay_on_their_page(form: QuestionnaireForm) -> None:
    asked = (
        Question(f"{LONG} ?", QuestionKind.SCALE, "É" * 30, "W" * 30),
        Question("<b> & 'œ' ?", QuestionKind.CHOICE, choices=(LONG[:80], "l'É & <i>")),
    )
    tagged = read(
        document(
            replace(SATISFACTION, title=LONG, questions=asked),
            QuestionnaireOptions(form, subject=LONG, give_back=LONG),
        )
    )
    assert "<b> & ’œ’ ?" in plain(tagged.text).replace("'", "’")


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.code)
def test_every_answer_has_its_box(model: Questionnaire) -> None:
    tagged = read(document(model, QuestionnaireOptions()))
    expected = 0
    for one in model.questions:
        match one.kind:
            case QuestionKind.SCALE:
                expected += 5
            case QuestionKind.CHOICE:
                expected += len(one.choices)
            case QuestionKind.YES_NO:
                expected += 2
            case QuestionKind.TEXT:
                pass
    boxes = [node for node in tagged.tree.all("Lbl") if node.alt == "case à cocher"]
    assert len(boxes) == expected
    questions = [node.text for node in tagged.tree.all("H2")]
    assert len(questions) == len(model.questions)


def test_two_copies_are_read_one_after_the_other() -> None:
    tagged = read(document(SATISFACTION, QuestionnaireOptions(QuestionnaireForm.TWO_A5)))
    titles = tagged.tree.all("H1")
    assert len(titles) == 2
    box = tagged.pdf.pages[0].mediabox
    assert float(box[2]) > float(box[3])
    headings = [node.text for node in tagged.tree.all("H1", "H2")]
    half = len(headings) // 2
    assert headings[:half] == headings[half:]


def test_two_copies_on_two_sides_keep_their_half() -> None:
    long = replace(SATISFACTION, questions=SATISFACTION.questions + SATISFACTION.questions[:4])
    tagged = read(document(long, QuestionnaireOptions(QuestionnaireForm.TWO_A5)))
    assert len(tagged.pdf.pages) == 2
    assert [node.pages for node in tagged.tree.all("H1")] == [{1}, {1}]
    first, second = (
        node.pages for node in tagged.tree.all("P") if node.text.startswith("À rendre")
    )
    assert first == second == {2}


@pytest.mark.parametrize("language", [Language.FRENCH, Language.ENGLISH])
def test_a_notice_holds_the_longest_texts(language: Language) -> None:
    settings = PrivacySettings(LONG, "", "", LONG, "x y " * 150, "x y " * 150)
    content = NoticeContent(SENDER, settings, language, DAY)
    tagged = read(notice_document(content, (Subject(LONG, LONG, LONG, LONG),)))
    assert len(tagged.pdf.pages) <= 2
    boxes = [node for node in tagged.tree.all("Lbl") if node.alt == "case à cocher"]
    assert len(boxes) == 8


def test_each_notice_begins_on_a_page_of_its_own() -> None:
    content = NoticeContent(SENDER, PrivacySettings(), Language.FRENCH, DAY)
    tagged = read(notice_document(content, [Subject(f"Ana {number}") for number in range(60)]))
    assert [node.pages for node in tagged.tree.all("H1")] == [{page} for page in range(1, 61)]
