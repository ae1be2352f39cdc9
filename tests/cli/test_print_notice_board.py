"""Posters, week sheets and tear-off lists by command."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Answer, Ctg

LOTO = {"title": "Loto", "start": "2026-12-05T20:00"}
BUS = {"kind": "public-service", "category": "mobility", "name": "Bus", "themes": ["mobility"]}


def printed(ctg: Ctg, vault: Path, target: Path, *words: str) -> Answer:
    return ctg("--coffre", vault, "imprimer", *words, "--sortie", target)


def width_of(target: Path) -> int:
    with pikepdf.open(target) as pdf:
        return round(float(pdf.pages[0].mediabox[2]))


def test_a_poster_is_written(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    assert ctg("--coffre", vault, "manifestation", "ajouter", typed=LOTO).code == 0
    target = tmp_path / "affiche.pdf"
    made = printed(ctg, vault, target, "affiche", "--mois", "2026-12", "--format", "a3", "--json")
    assert made.json == {"fichier": str(target), "pages": 1, "laisses_de_cote": 0}
    assert width_of(target) == 842
    said = printed(ctg, vault, target, "affiche", "--mois", "2026-12", "--sans-image")
    assert said.out == f"{target}\u00a0: 1\u00a0page\n"
    assert width_of(target) == 595


def test_what_finds_no_room_is_said(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    for number in range(30):
        event = {
            "title": f"Réunion {number} " + "très longue à lire " * 10,
            "start": f"2026-12-{number + 1:02}T20:00",
        }
        assert ctg("--coffre", vault, "manifestation", "ajouter", typed=event).code == 0
    made = printed(ctg, vault, tmp_path / "a.pdf", "affiche", "--mois", "2026-12", "--json")
    assert made.json["laisses_de_cote"] > 1
    said = printed(ctg, vault, tmp_path / "a.pdf", "affiche", "--mois", "2026-12").out
    assert f"{made.json['laisses_de_cote']}\u00a0rendez-vous n’y ont pas trouvé place" in said


def test_a_week_sheet_is_written(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "semaine.pdf"
    assert printed(ctg, vault, target, "semaine").code == 0
    assert width_of(target) == 595
    words = ("semaine", "--date", "2026-12-24", "--format", "paysage")
    assert printed(ctg, vault, target, *words).code == 0
    assert width_of(target) == 842


def test_a_list_is_written(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    (bus,) = ctg("--coffre", vault, "fiche", "ajouter", typed=BUS).out.split()
    target = tmp_path / "liste.pdf"
    for words in (
        ("--rubrique", "mobility"),
        ("--theme", "mobility", "--languettes", "8"),
        ("--fiche", bus, bus, "--titre", "Circuler"),
    ):
        assert printed(ctg, vault, target, "languettes", *words).code == 0
        target.unlink()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("affiche", "--mois", "2026-13"), "« 2026-13 » n’est pas un mois"),
        (("affiche", "--mois", "décembre"), "« décembre » n’est pas un mois"),
        (("affiche", "--mois", "0000-01"), "« 0000-01 » n’est pas un mois"),
        (("affiche", "--mois", "1850-01"), "L’année 1850"),
        (("affiche", "--mois", "2026-12"), "L’agenda est vide en décembre 2026"),
        (("languettes", "--rubrique", "rien"), "Cette rubrique n’existe pas"),
        (("languettes", "--theme", "rien"), "Le thème « rien » n’existe pas"),
        (("languettes", "--fiche", "rien"), "Cette fiche n’existe pas"),
        (("languettes", "--rubrique", "health"), "« Santé » n’a pas de fiche à imprimer"),
        (("languettes",), "Choisissez une rubrique, un thème ou des fiches"),
        (("languettes", "--rubrique", "health", "--languettes", "40"), "de 8 à 12 languettes"),
    ],
)
def test_refusals(ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    target = tmp_path / "rien.pdf"
    refused = printed(ctg, vault, target, *words)
    assert refused.code == 1
    assert said in refused.err.replace("\u202f", " ").replace("\u00a0", " ")
    assert not target.exists()


def test_wrong_usage(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "rien.pdf"
    for words in (
        ("semaine", "--date", "demain"),
        ("affiche", "--format", "a5"),
        ("languettes", "--rubrique", "health", "--theme", "youth"),
    ):
        assert printed(ctg, vault, target, *words).code == 2
