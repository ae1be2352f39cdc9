"""Letters and confirmations by command."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pikepdf
import pytest

from tests.cli.conftest import Ctg

CLUB = {
    "kind": "association",
    "category": "associations",
    "name": "Club de l’Écluse",
    "address": {"lines": ["Quai des Meuniers"], "postal_code": "86400", "city": "Civray"},
}


@pytest.fixture
def ids(ctg: Ctg, vault: Path) -> list[str]:
    """A club, one without an address, a draft."""
    listings = (
        CLUB,
        {**CLUB, "name": "Sans toit", "address": {}},
        {**CLUB, "name": "Brouillon", "published": False},
    )
    return [
        ctg("--coffre", vault, "--json", "fiche", "ajouter", typed=one).json["id"]
        for one in listings
    ]


@pytest.mark.usefixtures("ids")
def test_letters_say_who_is_left_out(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "lettres.pdf"
    command = ("--coffre", vault, "imprimer", "lettres", "--modele", "invitation")
    said = ctg(*command, "--sortie", target)
    assert said.code == 0, said.err
    assert "1\u00a0lettre, 1\u00a0page" in said.out
    assert "Sans adresse, 1\u00a0fiche\u00a0: Sans toit" in said.out
    assert "En brouillon, masquée ou sans accord, 1\u00a0fiche\u00a0: Brouillon" in said.out
    assert "{quand}" in said.out
    answer = ctg(
        "--json", *command, "--valeur", "quand=samedi", "--sans-adresse", "--sortie", target
    )
    assert answer.json == {
        "fichier": str(target),
        "lettres": 2,
        "pages": 2,
        "sans_adresse": 1,
        "ecartees": 1,
    }
    assert len(pikepdf.open(target).pages) == 2


def test_letters_for_word(ctg: Ctg, vault: Path, ids: list[str], tmp_path: Path) -> None:
    target = tmp_path / "lettres.docx"
    model = tmp_path / "voeux.json"
    model.write_text(json.dumps({"body": "Bonne année à {nom}"}), encoding="utf-8")
    command = ("imprimer", "lettres", "--modele", model, "--fiche", ids[0], "--format", "docx")
    answer = ctg("--coffre", vault, *command, "--sortie", target)
    assert answer.code == 0, answer.err
    texts = [one.text for one in docx.Document(str(target)).paragraphs]
    assert "Bonne année à Club de l’Écluse" in texts


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--modele", "inconnu"), 1, "Modèles\u00a0: invitation"),
        (("--modele", "absent.json"), 1, "absent.json"),
        (("--modele", "forum", "--rubrique", "nulle-part"), 1, "rubrique"),
        (("--modele", "forum", "--fiche", "nulle-part"), 1, "fiche"),
        (("--modele", "forum", "--rubrique", "health"), 1, "aucune lettre"),
        (("--modele", "forum", "--date", "1492-01-01"), 1, "1492"),
        (("--modele", "forum", "--valeur", "bonjour"), 2, "--valeur"),
        (("--modele", "forum", "--valeur", "nom=x"), 2, "--valeur"),
        ((), 2, "lettres"),
    ],
)
def test_what_cannot_be_is_refused_in_french(
    ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    target = tmp_path / "x.pdf"
    answer = ctg("--coffre", vault, "imprimer", "lettres", *words, "--sortie", target)
    assert answer.code == code
    assert said in answer.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json-invalid"),
        ("[]", "json-not-an-object"),
        ('{"corps": "x"}', "key-unknown"),
        ('{"body": "Bonjour {nam}"}', "template-place-unknown"),
    ],
)
def test_a_file_that_is_no_model_is_refused(
    ctg: Ctg, vault: Path, tmp_path: Path, text: str, code: str
) -> None:
    model = tmp_path / "modele.json"
    model.write_text(text, encoding="utf-8")
    command = ("imprimer", "lettres", "--modele", model, "--sortie", tmp_path / "x.pdf")
    answer = ctg("--coffre", vault, "--json", *command)
    assert answer.code == 1
    assert json.loads(answer.err)["erreur"] == code


@pytest.mark.usefixtures("ids")
def test_confirmations(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "confirmations.pdf"
    command = ("--coffre", vault, "imprimer", "confirmations")
    answer = ctg("--json", *command, "--a-verifier", "--avant", "2099-12-31", "--sortie", target)
    assert answer.code == 0, answer.err
    assert (answer.json["lettres"], answer.json["pages"]) == (1, 1)
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("ids")
def test_confirmations_refuse_a_deadline_before_the_letter(
    ctg: Ctg, vault: Path, tmp_path: Path
) -> None:
    command = ("--coffre", vault, "imprimer", "confirmations", "--avant", "2020-01-01")
    answer = ctg(*command, "--sortie", tmp_path / "x.pdf")
    assert answer.code == 1
    assert "date plus tardive" in answer.err


def test_entries_one_by_one_or_those_to_verify_but_not_both(
    ctg: Ctg, vault: Path, ids: list[str], tmp_path: Path
) -> None:
    command = ("imprimer", "confirmations", "--a-verifier", "--fiche", ids[0])
    answer = ctg("--coffre", vault, "--json", *command, "--sortie", tmp_path / "x.pdf")
    assert json.loads(answer.err)["erreur"] == "confirmation-choice-mixed"
