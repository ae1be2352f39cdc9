"""Every fault has its sentence, and every sentence its fault, its values and its typography."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

import pytest

from ctg_desktop.messages import SENTENCES
from ctg_desktop.messages.sentences import MADE
from ctg_desktop.messages.values import field_words

from .french import faults_of_typography
from .tree import PACKAGE, modules, short

FAULTS = {"UserError", "EnvironmentFault"}


@dataclass(frozen=True)
class Raised:
    """One place where a fault is made: its code, when it is written there, and its parameters."""

    place: str
    code: str | None
    params: frozenset[str]
    open_ended: bool
    field: str | None = None


def raised() -> Iterator[Raised]:
    for file, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in FAULTS and node.args:
                yield _raised(f"{short(file)}:{node.lineno}", node)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _raised(place: str, node: ast.Call) -> Raised:
    first = node.args[0]
    code = first.value if isinstance(first, ast.Constant) else None
    names = {keyword.arg for keyword in node.keywords}
    field = next((one.value for one in node.keywords if one.arg == "field"), None)
    named = field.value if isinstance(field, ast.Constant) else None
    return Raised(place, code, frozenset(names - {None}), None in names, named)


RAISED = tuple(raised())


def written_words() -> set[str]:
    """Return every text constant of the program outside the messages themselves."""
    return {
        node.value
        for file, tree in modules()
        if PACKAGE / "messages" not in file.parents
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def placeholders(sentence: str) -> set[str]:
    """Return the parameters that a sentence needs."""
    named = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    return {part for name in named for part in (MADE[name].of if name in MADE else (name,))}


def test_every_fault_has_a_sentence() -> None:
    assert RAISED
    unsaid = {one.place: one.code for one in RAISED if one.code and one.code not in SENTENCES}
    assert unsaid == {}


def test_the_input_that_a_fault_is_about_is_named_in_french() -> None:
    named = {one.place: one.field for one in RAISED if one.field is not None}
    assert len(named) > 100
    assert {place: field for place, field in named.items() if field_words(field) == field} == {}


def test_every_sentence_belongs_to_a_fault() -> None:
    assert sorted(set(SENTENCES) - written_words()) == []


def test_a_fault_gives_the_values_that_its_sentence_names() -> None:
    wanting = {
        one.place: missing
        for one in RAISED
        if one.code in SENTENCES and not one.open_ended
        if (missing := placeholders(SENTENCES[one.code]) - one.params)
    }
    assert wanting == {}


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_are_in_good_french(code: str) -> None:
    sentence = SENTENCES[code]
    assert faults_of_typography(sentence) == []
    assert sentence[0].isupper() or sentence[0] in "«{"
    assert sentence.endswith((".", "?"))
