"""Letters: models, paragraphs and lists, what each recipient lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.letter import (
    LetterModel,
    Listed,
    Mailing,
    Told,
    blocks,
    checked,
    lacking,
    model_from_json,
)
from ctg_desktop.domain.letter_models import MODELS
from ctg_desktop.domain.letter_template import parse
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.errors import UserError

CLUB = Recipient(
    "1", "Club", lines=("86400 CIVRAY",), fields={"nom": "Club", "site": "club.example"}
)
NOBODY = Recipient("2", "Sans rien", fields={"nom": "Sans rien"})


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.code)
def test_models_that_are_shipped_are_good(model: LetterModel) -> None:
    assert checked(model) == model
    letter = Mailing(model, {"commune": "Civray", "maire": "A. B."}).letter(CLUB)
    assert letter.body
    assert letter.signature == ("A. B.",)
    told = "".join(one.text for one in letter.body if isinstance(one, Told))
    assert "{" not in told


def test_an_empty_line_or_a_list_ends_a_paragraph() -> None:
    text = "Un\nsuite\n\n\nDeux\n- a\n- b\nTrois\n- c"
    assert blocks(parse(text, "body").fill({})) == (
        Told("Un\nsuite"),
        Told("Deux"),
        Listed(("a", "b")),
        Told("Trois"),
        Listed(("c",)),
    )


def test_a_value_of_several_lines_stays_one_paragraph() -> None:
    filled = parse("{fiche}", "body").fill({"fiche": "Nom\n\n- Adresse"})
    assert blocks(filled) == (Told("Nom\n\n- Adresse"),)


def test_what_is_missing_is_counted_by_recipient_and_once_when_all_share_it() -> None:
    mailing = Mailing(LetterModel("x", "x", body="Le {quand} à {site}.", signature=""), {})
    letters = [mailing.letter(one) for one in (CLUB, NOBODY, replace(NOBODY, id="3"))]
    assert lacking(letters) == {"quand": 1, "site": 2}


def test_what_the_mailing_says_wins_over_the_recipient() -> None:
    mailing = Mailing(LetterModel("x", "x", body="{nom}", signature=""), {"nom": "Autre"})
    assert mailing.letter(CLUB).body == (Told("Autre"),)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"name": "  "}, "letter-name-missing", "name"),
        ({"body": "\n"}, "letter-body-missing", "body"),
        ({"body": "x" * 9000}, "text-too-long", "body"),
        ({"closing": "{nam}"}, "template-place-unknown", "closing"),
    ],
)
def test_a_model_is_refused_beside_its_field(wrong: dict[str, str], code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(replace(MODELS[0], **wrong))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_model_is_read_from_json() -> None:
    model = model_from_json({"name": "Vœux", "body": "Bonne année, {contact|chers amis}"}, "voeux")
    assert (model.code, model.name, model.signature) == ("voeux", "Vœux", "{maire}")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"corps": "x"}, "key-unknown"),
        ({"body": 3}, "value-invalid"),
        ({"code": "x"}, "key-unknown"),
        ({}, "letter-body-missing"),
    ],
)
def test_json_that_is_no_model_is_refused(data: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as refused:
        model_from_json(data, "x")
    assert refused.value.code == code


def test_those_without_an_address_are_named_apart() -> None:
    gathered = Gathered((CLUB, NOBODY))
    assert gathered.addressed == (CLUB,)
    assert gathered.unaddressed == (NOBODY,)
