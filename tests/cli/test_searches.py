"""Saved searches by command."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ctg


def test_searches_are_kept_listed_renamed_and_removed(ctg: Ctg, vault: Path) -> None:
    bus = {"kind": "public-service", "category": "mobility", "name": "Bus", "themes": ["mobility"]}
    assert ctg("--coffre", vault, "fiche", "ajouter", typed=bus).code == 0
    words = (
        "--theme",
        "mobility",
        "--nature",
        "public-service",
        "--etat",
        "late",
        "--texte",
        "bus",
    )
    made = ctg("--coffre", vault, "recherche", "ajouter", "Les bus", *words, "--json")
    assert made.json["kinds"] == ["public-service"]
    (listed,) = ctg("--coffre", vault, "recherche", "lister", "--json").json
    assert (listed["name"], listed["count"], listed["states"]) == ("Les bus", 1, ["late"])
    assert ctg("--coffre", vault, "recherche", "renommer", "LES BUS", "Cars").code == 0
    assert ctg("--coffre", vault, "recherche", "lister").out.split() == ["Cars", "1"]
    assert ctg("--coffre", vault, "annuler").code == 0
    assert ctg("--coffre", vault, "recherche", "supprimer", "Cars").code == 1
    assert ctg("--coffre", vault, "recherche", "supprimer", "les bus").code == 0
    assert ctg("--coffre", vault, "recherche", "lister", "--json").json == []


def test_refused_searches(ctg: Ctg, vault: Path) -> None:
    assert ctg("--coffre", vault, "recherche", "ajouter", "Bus").code == 0
    twice = ctg("--coffre", vault, "recherche", "ajouter", "bus")
    assert twice.code == 1
    assert "« bus »" in twice.err.replace("\u202f", " ")
    for words in (("--theme", "rien"), ("--rubrique", "rien")):
        assert ctg("--coffre", vault, "recherche", "ajouter", "Autre", *words).code == 1
    wrong = ("--nature", "licorne")
    assert ctg("--coffre", vault, "recherche", "ajouter", "Autre", *wrong).code == 2
