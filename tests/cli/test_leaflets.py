"""Leaflets by command."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Answer, Ctg


@pytest.fixture
def ids(ctg: Ctg, vault: Path) -> list[str]:
    made = []
    for name in ("Bus", "Taxi"):
        typed = {"kind": "business", "category": "mobility", "themes": ["mobility"], "name": name}
        answer = ctg("--coffre", vault, "fiche", "ajouter", typed=typed)
        assert answer.code == 0
        made.append(answer.out.strip())
    return made


def leaflet(ctg: Ctg, vault: Path, *words: object) -> Answer:
    target = vault.parent / "depliant.pdf"
    return ctg("--coffre", vault, "imprimer", "depliant", *words, "--sortie", target)


def test_a_theme_becomes_a_leaflet(ctg: Ctg, vault: Path, ids: list[str]) -> None:
    assert len(ids) == 2
    words = ("--titre", "Bouger", "--date", "2026-11-01", "--reperes")
    made = leaflet(ctg, vault, "--theme", "mobility", *words, "--json")
    assert made.code == 0, made.err
    assert made.json["fiches"] == 2
    assert (made.json["pages"], made.json["omises"], made.json["detail"]) == (2, 0, "rich")
    with pikepdf.open(made.json["fichier"]) as pdf:
        assert str(pdf.docinfo.Title) == "Bouger – Civray"
        assert pdf.docinfo.CreationDate == "D:20261101000000Z"


def test_a_search_or_chosen_entries_too(ctg: Ctg, vault: Path, ids: list[str]) -> None:
    assert ctg("--coffre", vault, "recherche", "ajouter", "Taxis", "--texte", "taxi").code == 0
    found = leaflet(ctg, vault, "--recherche", "TAXIS", "--format", "a5", "--json")
    assert (found.json["fiches"], found.json["pages"]) == (1, 2)
    chosen = leaflet(ctg, vault, "--fiche", *ids, "--sans-code", "--sans-notes", "--json")
    assert chosen.json["fiches"] == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--theme", "rien"), 1),
        (("--theme", "youth"), 1),
        (("--recherche", "rien"), 1),
        (("--fiche", "rien"), 1),
        (("--theme", "mobility", "--titre", " "), 1),
        (("--theme", "mobility", "--format", "a6"), 2),
        (("--theme", "mobility", "--recherche", "x"), 2),
        (("--theme", "mobility", "--date", "hier"), 2),
        ((), 2),
    ],
)
def test_refused_leaflets(
    ctg: Ctg, vault: Path, ids: list[str], words: tuple[str, ...], code: int
) -> None:
    assert ids
    refused = leaflet(ctg, vault, *words)
    assert refused.code == code
    assert refused.err
    assert not (vault.parent / "depliant.pdf").exists()


def test_what_is_missing_is_said(ctg: Ctg, tmp_path: Path) -> None:
    vault = tmp_path / "demo"
    assert ctg("demo", vault).code == 0
    made = leaflet(ctg, vault, "--theme", "volunteering", "--format", "a5")
    assert "sans leurs horaires" in made.out
