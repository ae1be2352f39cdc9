from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.questionnaire import (
    Question,
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
)
from ctg_desktop.domain.questionnaire_models import MODELS, SATISFACTION
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from tests.usecases.conftest import TODAY


def test_models_are_changed_and_reset(office: Office) -> None:
    changed = replace(SATISFACTION, questions=SATISFACTION.questions[:2])
    saved = office.questionnaires.save(changed)
    assert saved.changes.settings == {"questionnaires"}
    assert office.questionnaires.model("satisfaction") == changed
    office.questionnaires.reset("satisfaction")
    assert office.questionnaires.models() == list(MODELS)


def test_saving_a_model_as_shipped_keeps_nothing(office: Office) -> None:
    office.questionnaires.save(replace(SATISFACTION, title="Autre"))
    office.questionnaires.save(SATISFACTION)
    assert office.questionnaires.models() == list(MODELS)
    assert not office.questionnaires.save(SATISFACTION).changes


def test_one_of_the_communes_own_gets_a_code_and_is_undone(office: Office) -> None:
    own = Questionnaire("", "Avis & cantine", "Cantine", questions=(Question("Bon ?"),))
    saved = office.questionnaires.save(own).model
    assert saved.code == "avis-cantine"
    assert office.questionnaires.models()[-1] == saved
    office.journal.undo()
    assert office.questionnaires.models() == list(MODELS)
    with pytest.raises(UserError) as refused:
        office.questionnaires.model("avis-cantine")
    assert refused.value.code == "questionnaire-unknown"


def test_two_copies_that_do_not_fit_are_refused(office: Office) -> None:
    long = replace(SATISFACTION, questions=SATISFACTION.questions * 3)
    options = QuestionnaireOptions(QuestionnaireForm.TWO_A5)
    with pytest.raises(UserError) as refused:
        office.questionnaires.render(long, options, TODAY)
    assert (refused.value.code, refused.value.field) == ("questionnaire-too-long", "form")
    made = office.questionnaires.render(long, QuestionnaireOptions(), TODAY)
    assert made.pages == 3


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.code)
def test_models_fit_one_page(office: Office, model: Questionnaire) -> None:
    assert office.questionnaires.render(model, QuestionnaireOptions(), TODAY).pages == 1
