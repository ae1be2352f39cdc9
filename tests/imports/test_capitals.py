"""Names in capitals made readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.text import fold
from ctg_desktop.imports.capitals import readable_name, readable_sentence


@pytest.mark.parametrize(
    ("written", "readable"),
    [
        ("AMICALE DES AINES DU BOURG (ADAB)", "Amicale des Aînés du Bourg (ADAB)"),
        ("A.C.C.A. DE SAINT-PIERRE-D'EXIDEUIL", "A.C.C.A. de Saint-Pierre-d'Exideuil"),
        ("L'ATELIER DE L'ECOLE", "L'Atelier de l'École"),
        ("COMITE DES FETES", "Comité des Fêtes"),
        ("FC CIVRAY 86", "FC Civray 86"),
        ("ACCA DE BRUX", "ACCA de Brux"),
        ("LES AMIS DE LOUIS XIV", "Les Amis de Louis XIV"),
        ("ABCD  :  LES PETITS PAS", "Abcd : Les Petits Pas"),
        ("MJC", "MJC"),
        ("Déjà lisible", "Déjà lisible"),
        ("  espaces   en trop ", "espaces en trop"),
        ("LA VIE D’UN VERGER", "La Vie d’un Verger"),
        ("AUJOURD'HUI POUR DEMAIN", "Aujourd'hui pour Demain"),
    ],
)
def test_names(written: str, readable: str) -> None:
    assert readable_name(written) == readable


@pytest.mark.parametrize(
    ("written", "readable"),
    [
        ("ORGANISER DES SORTIES A LA MER", "Organiser des sorties a la mer"),
        ("promouvoir la lecture", "Promouvoir la lecture"),
        ("AIDER LA FCPE ET L'A.P.E.", "Aider la FCPE et l'A.P.E."),
        ("", ""),
    ],
)
def test_sentences(written: str, readable: str) -> None:
    assert readable_sentence(written) == readable


@given(st.text())
def test_a_readable_name_is_the_same_name(text: str) -> None:
    assert fold(readable_name(text)).split() == fold(text).split() or _odd(text)


def _odd(text: str) -> bool:
    """Letters whose lower case folds otherwise than their upper case."""
    return any(fold(one.lower()) != fold(one) for one in text)


@given(st.text())
def test_readable_twice_is_readable_once(text: str) -> None:
    assert readable_name(readable_name(text)) == readable_name(text)
