from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from ctg_desktop.domain.questionnaire import (
    MOST_CHOICES,
    MOST_QUESTIONS,
    Question,
    QuestionKind,
    Questionnaire,
    QuestionnaireOptions,
    checked,
    checked_options,
    from_json,
)
from ctg_desktop.domain.questionnaire_models import MODELS
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError

SIMPLE = Questionnaire("c", "Avis", "Votre avis", questions=(Question("Content ?"),))
FORBIDDEN = re.compile(r"\b(sante de|malad|handicap|religio|origine|national|syndica|politiq)\w*")
"""Data that article 9 of the GDPR protects: no model may ask for them."""


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.code)
def test_models_are_kept_as_they_are_shipped(model: Questionnaire) -> None:
    assert checked(model) == model
    plain = msgspec.to_builtins(model)
    code = plain.pop("code")
    assert from_json(plain, code) == model


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.code)
def test_models_ask_for_nothing_that_is_protected(model: Questionnaire) -> None:
    asked = " ".join(fold(" ".join((one.text, *one.choices))) for one in model.questions)
    assert FORBIDDEN.findall(asked) == []
    assert "votre nom" not in asked


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"name": " "}, "questionnaire-name-missing", "name"),
        ({"title": ""}, "questionnaire-title-missing", "title"),
        ({"questions": ()}, "questionnaire-empty", "questions"),
        ({"questions": (Question("x"),) * (MOST_QUESTIONS + 1)}, "too-many-items", "questions"),
        ({"introduction": "x" * 601}, "text-too-long", "introduction"),
    ],
)
def test_a_questionnaire_is_refused_for_one_field(
    changed: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        checked(replace(SIMPLE, **changed))  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize(
    ("question", "code", "name"),
    [
        (Question("  "), "question-missing", "text"),
        (Question("a", low="x" * 25), "text-too-long", "low"),
        (
            Question("a", QuestionKind.CHOICE, choices=("un", " ", "un")),
            "question-choices-missing",
            "choices",
        ),
        (
            Question("a", QuestionKind.CHOICE, choices=tuple(map(str, range(MOST_CHOICES + 1)))),
            "too-many-items",
            "choices",
        ),
        (Question("a", QuestionKind.TEXT, lines=0), "question-lines-out-of-range", "lines"),
    ],
)
def test_a_question_is_refused_at_its_place(question: Question, code: str, name: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(replace(SIMPLE, questions=(Question("Bien ?"), question)))
    assert (refused.value.code, refused.value.field) == (code, f"questions.1.{name}")


def test_what_a_kind_does_not_ask_for_is_dropped() -> None:
    typed = Question("Oui ?", QuestionKind.YES_NO, "bas", "haut", ("un", "deux"), True, 99)
    (ready,) = checked(replace(SIMPLE, questions=(typed,))).questions
    assert ready == Question("Oui ?", QuestionKind.YES_NO)


def test_json_is_refused_where_it_is_wrong() -> None:
    with pytest.raises(UserError) as refused:
        from_json({"title": "T", "questions": [{"text": "a", "kind": "autre"}]}, "c")
    assert refused.value.field == "questions.0.kind"
    with pytest.raises(UserError) as refused:
        from_json({"title": "T", "code": "x"}, "c")
    assert refused.value.code == "key-unknown"


def test_days_out_of_range_are_refused() -> None:
    with pytest.raises(UserError) as refused:
        checked_options(QuestionnaireOptions(until=date(1200, 1, 1)))
    assert (refused.value.code, refused.value.field) == ("date-out-of-range", "until")
