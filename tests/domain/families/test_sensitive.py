"""The discreet reminder: seen where it should be, silent beside what a family needs."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.families.sensitive import sensitive_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le père est malade depuis mai", ("malade",)),
        ("Famille MUSULMANE, enfant handicapé", ("musulmane", "handicape")),
        ("D’origine étrangère", ("origine",)),
        ("Demandeurs d’asile, titre de séjour en cours", ("demandeurs d'asile", "titre de sejour")),
        ("Dépression, dépression", ("depression",)),
        ("Suivie par la MDPH", ("mdph",)),
    ],
)
def test_words_that_call_for_it(text: str, words: tuple[str, ...]) -> None:
    assert sensitive_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cherche une place à la cantine et un médecin traitant",
        "Arrive de Romorantin, aime la randonnée",
        "Sans voiture ; parle anglais et portugais",
        "Veut aider à la bibliothèque le vendredi, vote du budget participatif",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert sensitive_words(text) == ()
