"""Places to fill in: any text is understood or refused, values are never looked at again."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.letter_template import PLACEHOLDERS, FilledLine, parse
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence

NAMES = st.sampled_from(sorted(PLACEHOLDERS))
VALUES = st.dictionaries(NAMES, st.text(), max_size=6)


def filled(text: str, **values: str) -> str:
    return parse(text, "body").fill(values).text


def refused(text: str, values: dict[str, str]) -> UserError | None:
    """How a template is refused; any other exception fails the test."""
    try:
        parse(text, "body").fill(values)
    except UserError as error:
        return error
    return None


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_a_text_without_braces_comes_out_as_it_was_typed(text: str) -> None:
    assert filled(text) == text


@given(st.text(alphabet=st.sampled_from(string.ascii_letters + "{}|\n- é’"), max_size=80), VALUES)
def test_any_text_is_filled_or_refused_with_its_place(text: str, values: dict[str, str]) -> None:
    refusal = refused(text, values)
    if refusal is not None:
        line, column = refusal.params["line"], refusal.params["column"]
        assert isinstance(line, int)
        assert isinstance(column, int)
        assert text.split("\n")[line - 1][column - 1] in "{}"
        assert sentence(refusal)


@given(NAMES, st.text(min_size=1))
def test_a_value_is_never_looked_at_again(name: str, value: str) -> None:
    assert filled(f"Dit\u00a0: {{{name}}}.", **{name: value}) == f"Dit\u00a0: {value}."


@given(st.text())
def test_doubled_braces_print_any_text(text: str) -> None:
    assert filled(text.replace("{", "{{").replace("}", "}}")) == text


def test_a_value_makes_no_list_and_no_line() -> None:
    (line,) = parse("{nom}", "body").fill({"nom": "- Club {commune}"}).lines
    assert line == FilledLine("- Club {commune}", item=False)


@pytest.mark.parametrize("typed", ["{Telephone}", "{téléphone}", "{ TÉLÉPHONE }"])
def test_case_and_accents_are_forgiven(typed: str) -> None:
    assert filled(typed, telephone="05") == "05"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("Bonjour {nom", "template-brace-open", 1, 9),
        ("Bonjour\n{nom\n}", "template-brace-open", 2, 1),
        ("Bonjour nom}", "template-brace-close", 1, 12),
        ("Un\nDeux {nam}", "template-place-unknown", 2, 6),
        ("- {}", "template-place-unknown", 1, 3),
    ],
)
def test_a_mistake_is_refused_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(UserError) as refused:
        parse(text, "body")
    error = refused.value
    assert (error.code, error.params["line"], error.params["column"]) == (code, line, column)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nam", "nom"), ("telefone", "telephone"), ("adr", "adresse"), ("e-mail", "maire")],
)
def test_the_nearest_word_is_proposed(typed: str, meant: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(f"{{{typed}}}", "body")
    assert f"{{{refused.value.params['nearest']}}}" in sentence(refused.value)
    if typed != "e-mail":
        assert refused.value.params["nearest"] == meant


def test_a_word_without_value_alone_on_its_line_takes_the_line_away() -> None:
    answer = parse("Un\n{telephone}\n- {site}\n({contact}, {fonction})\nDeux", "body").fill({})
    assert answer.text == "Un\nDeux"
    assert answer.missing == ("telephone", "site", "contact", "fonction")


def test_a_word_without_value_inside_a_sentence_leaves_no_double_blank() -> None:
    assert filled("Chère {contact}, bonjour") == "Chère, bonjour"
    assert filled("Appelez le {telephone} vite") == "Appelez le vite"


def test_a_default_is_said_and_nothing_is_missing() -> None:
    answer = parse("Tél.\u00a0: {telephone|non renseigné}\n{site|}", "body").fill({})
    assert answer.text == "Tél.\u00a0: non renseigné"
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Asnois", "la commune d’Asnois"),
        ("Usson", "la commune d’Usson"),
        ("Épanvilliers", "la commune d’Épanvilliers"),
        ("Civray", "la commune de Civray"),
    ],
)
def test_de_is_elided_before_a_vowel(value: str, said: str) -> None:
    assert filled("la commune de {commune}", commune=value) == said


def test_only_de_is_elided() -> None:
    assert filled("le code {nom}", nom="Anna") == "le code Anna"
    assert filled("inde {nom}", nom="Anna") == "inde Anna"
