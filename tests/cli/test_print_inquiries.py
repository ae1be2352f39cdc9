"""The commands ``imprimer questionnaire``, ``imprimer notice`` and ``imprimer bilan``."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Ctg


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_model_about_a_meeting(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.pdf"
    answer = ctg(
        *("--coffre", vault, "imprimer", "questionnaire", "--modele", "satisfaction"),
        *("--titre", "Café & parents", "--date", "2026-12-03", "--avant", "2026-12-20"),
        *("--rendre-a", "À l’école", "--format", "a5x2", "--sortie", file),
    )
    assert answer.code == 0, answer.err
    said = text_of(file)
    assert said.count("Café & parents") == 2
    assert "jeudi 3 décembre 2026" in said
    assert "À rendre : À l’école, avant le dimanche 20 décembre 2026" in said


def test_a_questionnaire_of_ones_own(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    model, file = tmp_path / "cantine.json", tmp_path / "q.pdf"
    asked = {"title": "La cantine", "questions": [{"text": "Est-ce bon ?", "kind": "yes-no"}]}
    model.write_text(json.dumps(asked), "utf-8")
    words = ("--coffre", vault, "--json", "imprimer", "questionnaire", "--modele", model)
    answer = ctg(*words, "--sortie", file)
    assert answer.code == 0, answer.err
    assert answer.json == {"fichier": str(file), "pages": 1}
    assert "1. Est-ce bon ?" in text_of(file)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[]", "Un objet JSON est attendu"),
        ("{", "n’est pas du JSON"),
        ('{"title": "T"}', "Ajoutez au moins une question"),
        ('{"title": "T", "question": []}', "«\u202fquestion\u202f»"),
    ],
)
def test_a_bad_file_is_refused(
    ctg: Ctg, vault: Path, tmp_path: Path, written: str, said: str
) -> None:
    model, file = tmp_path / "m.json", tmp_path / "q.pdf"
    model.write_text(written, "utf-8")
    words = ("--coffre", vault, "imprimer", "questionnaire", "--modele", model)
    answer = ctg(*words, "--sortie", file)
    assert answer.code == 1
    assert said in answer.err
    assert not file.exists()


def test_an_unknown_model_is_refused_with_those_there_are(
    ctg: Ctg, vault: Path, tmp_path: Path
) -> None:
    words = ("--coffre", vault, "imprimer", "questionnaire", "--modele", "rien")
    answer = ctg(*words, "--sortie", tmp_path / "q.pdf")
    assert answer.code == 1
    assert "satisfaction, livret, familles, benevoles" in answer.err


def test_a_notice_says_what_is_missing(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "n.pdf"
    answer = ctg("--coffre", vault, "imprimer", "notice", "--langue", "en", "--sortie", file)
    assert answer.code == 0, answer.err
    assert "le délégué à la protection des données et la durée de conservation" in answer.err
    assert "Your name in the local resource booklet" in text_of(file)


def test_notices_of_entries(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file, listing = tmp_path / "n.pdf", {"name": "Ana Lou", "kind": "resource-person"}
    added = ctg("--coffre", vault, "--json", "fiche", "ajouter", typed=listing)
    words = ("--coffre", vault, "--json", "imprimer", "notice", "--sortie", file)
    answer = ctg(*words, "--fiche", added.json["id"])
    assert answer.code == 0, answer.err
    assert (answer.json["notices"], answer.json["pages"]) == (1, 1)
    assert "Ana Lou" in text_of(file)
    nobody = ctg(*words, "--rubrique", "health")
    assert nobody.code == 1
    assert "ne nomment personne" in nobody.err


def test_the_report_of_a_year(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    words = ("--coffre", vault, "imprimer", "bilan", "--sortie", file)
    assert ctg(*words, "--annee", "2021").code == 0
    assert "Bilan de l’annuaire 2021" in text_of(file)
    refused = ctg(*words, "--annee", "12")
    assert refused.code == 1
    assert "L’année 12" in refused.err
    assert ctg(*words, "--annee", "demain").code == 2
