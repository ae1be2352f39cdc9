"""Commands on a vault that somebody else has: refused, or answered without a byte written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from ctg_desktop.db.vault import Vault
from tests.cli.conftest import Ctg
from tests.keys_for_tests import KEY

CLUB = {
    "kind": "association",
    "category": "associations",
    "name": "Club de l’Écluse",
    "published": True,
    "address": {"lines": ["Quai des Meuniers"], "postal_code": "86400", "city": "Civray"},
}


@pytest.fixture
def held(ctg: Ctg, vault: Path) -> Iterator[Path]:
    """Return a vault with a club, in the hands of somebody else."""
    assert ctg("fiche", "ajouter", typed=CLUB).code == 0
    with Vault.open(vault, KEY, user="Léon Vidal"):
        yield vault


@pytest.mark.usefixtures("held")
def test_it_is_read_when_that_is_asked_for(ctg: Ctg) -> None:
    refused = ctg("chercher", "ecluse")
    assert refused.code == 1
    assert "déjà ouvert par Léon Vidal sur l’ordinateur" in refused.err
    assert "T" not in refused.err.split("depuis")[1].split(".")[0]  # a day and an hour in words
    answer = ctg("--lecture-seule", "chercher", "ecluse")
    assert answer.code == 0
    assert "Club de l’Écluse" in answer.out
    assert answer.err.startswith("Consultation seule – ouvert par Léon Vidal sur l’ordinateur")
    assert ctg("--json", "chercher", "ecluse", "--lecture-seule").err == ""


@pytest.mark.usefixtures("held")
def test_a_change_is_refused_with_its_code(ctg: Ctg) -> None:
    refused = ctg("--json", "--lecture-seule", "fiche", "ajouter", typed=CLUB)
    assert refused.code == 1
    assert '"consultation-in-use"' in refused.err
    assert refused.out == ""


@pytest.mark.usefixtures("held")
def test_public_papers_are_printed_and_personal_ones_are_not(ctg: Ctg, tmp_path: Path) -> None:
    public, personal = tmp_path / "livret.pdf", tmp_path / "étiquettes.pdf"
    assert ctg("--lecture-seule", "livret", "--sortie", public).code == 0
    assert len(pikepdf.open(public).pages) > 3
    for words in (
        ("imprimer", "etiquettes", "--sortie", personal),
        ("imprimer", "lettres", "--modele", "invitation", "--sortie", personal),
        ("exporter", "annuaire", "--format", "xlsx", personal),
    ):
        refused = ctg("--lecture-seule", *words)
        assert refused.code == 1, words
        assert "journal des accès" in refused.err
        assert not personal.exists()
