"""The words of screens, commands and papers follow French typography."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctg_desktop.domain.typography import french

from .french import faults_of_typography
from .tree import PACKAGE, modules, short

ROOMS = ("ui", "cli", "messages", "pdf")


def words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the text constants of a module that look like French, without its docstrings."""
    said = {id(node) for node in _docstrings(tree)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for node in texts:
        if isinstance(node.value, str) and id(node) not in said and _is_french(node.value):
            yield node.lineno, node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0].value


def _is_french(text: str) -> bool:
    """Tell French words from style sheets, names, formats and English log lines."""
    common = {"le", "la", "les", "de", "des", "du", "un", "une", "et", "est", "ce", "pas", "sur"}
    found = set(text.lower().replace("’", " ").replace("'", " ").split())
    marked = any(letter in text for letter in "éèêàçœù«»…")
    return bool(found & common) or (marked and any(letter.isspace() for letter in text))


@pytest.mark.parametrize("room", ROOMS)
def test_what_people_read_is_in_good_french(room: str) -> None:
    # Papers are spaced when they are set, since they hold what people typed too.
    faults = [
        f"{short(file)}:{line} {fault}"
        for file, tree in modules(PACKAGE / room)
        for line, text in words(tree)
        for fault in faults_of_typography(french(text) if room == "pdf" else text)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "text",
    [
        "l'école",
        "Attention !",
        "Attention\u00a0!",
        "Quoi?",
        "Nom : Durand",
        "Nom: Durand",
        "« oui »",
        "A vérifier",
        "Ecole",
        "Patientez...",
    ],
)
def test_the_check_sees(text: str) -> None:
    assert faults_of_typography(text)


@pytest.mark.parametrize(
    "text",
    [
        "l’école",
        "Attention\u202f!",
        "Quoi\u202f?",
        "Nom\u00a0: Durand",
        "«\u202foui\u202f»",
        "À vérifier",
        "de 9:00 à 12:30",
        "https://exemple.fr/?a=1;b",
    ],
)
def test_the_check_lets_good_french_pass(text: str) -> None:
    assert faults_of_typography(text) == []


def test_rooms_exist() -> None:
    assert all(Path(PACKAGE / room).is_dir() for room in ROOMS)
