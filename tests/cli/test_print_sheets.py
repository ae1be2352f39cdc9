"""The commands ``imprimer etiquettes`` and ``imprimer emargement``."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Ctg

ADDRESS = {"lines": ["2, rue du Pont"], "postal_code": "86400", "city": "Civray"}


def add(ctg: Ctg, vault: Path, name: str, **fields: object) -> str:
    listing = {"name": name, "kind": "association", "category": "associations", **fields}
    answer = ctg("--coffre", vault, "--json", "fiche", "ajouter", typed=listing)
    assert answer.code == 0, answer.err
    return str(answer.json["id"])


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_labels_of_a_chapter(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    add(ctg, vault, "Club de l’Œuvre", address=ADDRESS)
    add(ctg, vault, "Sans adresse")
    add(ctg, vault, "Boulanger", category="businesses", kind="business", address=ADDRESS)
    file = tmp_path / "planche.pdf"
    answer = ctg(
        *("--coffre", vault, "imprimer", "etiquettes", "--planche", "21-63.5x38.1"),
        *("--debut", 21, "--copies", 2, "--rubrique", "associations", "--sortie", file),
    )
    assert answer.code == 0, answer.err
    assert "2 pages" in answer.out.replace("\u00a0", " ")
    assert "1 fiche sans étiquette : Sans adresse" in answer.out.replace("\u00a0", " ")
    said = text_of(file)
    assert said.count("Club de l’Œuvre") == 2
    assert "Boulanger" not in said


def test_labels_of_some_entries_in_json(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    wanted = add(ctg, vault, "Club", address=ADDRESS)
    add(ctg, vault, "Autre", address=ADDRESS)
    file = tmp_path / "planche.pdf"
    answer = ctg(
        *("--coffre", vault, "--json", "imprimer", "etiquettes", "--fiche", wanted),
        *("--sortie", file),
    )
    assert answer.code == 0, answer.err
    assert answer.json == {
        "fichier": str(file),
        "pages": 1,
        "etiquettes": 1,
        "sans_etiquette": [],
    }
    assert "Autre" not in text_of(file)


def test_a_sheet_measured_by_hand(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    add(ctg, vault, "Club", address=ADDRESS)
    measures = ("2", "5", "90", "50,5", "10", "15", "95", "52")
    file = tmp_path / "planche.pdf"
    words = ("--coffre", vault, "imprimer", "etiquettes", "--planche", "sur-mesure")
    assert ctg(*words, "--mesures", *measures, "--sortie", file).code == 0
    assert "Club" in text_of(file)


def test_a_trial_page_needs_nobody(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "essai.pdf"
    answer = ctg(
        "--coffre",
        vault,
        "imprimer",
        "etiquettes",
        "--essai",
        "--droite=-1,5",
        "--bas",
        "-0.3",
        "--sortie",
        file,
    )
    assert answer.code == 0, answer.err
    assert "Étiquette 24" in text_of(file).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--planche", "L7160"), "n’est pas connue"),
        (("--debut", "25"), "va de 1 à 24"),
        (("--debut", "0"), "va de 1 à 24"),
        (("--copies", "-1"), "de 1 à 100"),
        (("--planche", "sur-mesure"), "--mesures"),
        (("--planche", "sur-mesure", "--mesures", *"44884444"), "Largeur"),
        (("--planche", "sur-mesure", "--mesures", "2,5", *"4884444"), "Colonnes"),
        (
            ("--planche", "sur-mesure", "--mesures", "3", "2", "80", "20", "0", "0", "70", "20"),
            "Pas horizontal",
        ),
        (("--bas", "9"), "décalage"),
        (("--rubrique", "inconnue"), "rubrique n’existe pas"),
        (("--theme", "inconnu"), "thème « inconnu » n’existe pas"),
        (("--fiche", "0190a000-0000-7000-8000-000000000000"), "fiche n’existe pas"),
        (("--contenu", "expediteur"), "adresse de la mairie"),
        ((), "Aucun destinataire"),
    ],
)
def test_labels_that_cannot_be_are_refused(
    ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "planche.pdf"
    answer = ctg("--coffre", vault, "imprimer", "etiquettes", *words, "--sortie", file)
    assert answer.code == 1
    assert said in answer.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert not file.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--debut", "un"),
        ("--mesures", "1"),
        ("--droite", "nan"),
        ("--tri", "taille"),
    ],
)
def test_labels_asked_wrongly(
    ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = ctg(
        "--coffre", vault, "imprimer", "etiquettes", *words, "--sortie", tmp_path / "x.pdf"
    )
    assert answer.code == 2


def test_a_sheet_for_a_meeting(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "feuille.pdf"
    answer = ctg(
        *("--coffre", vault, "imprimer", "emargement", "--titre", "Café <des> parents"),
        *("--date", "2026-12-03", "--heures", "14 h", "--lieu", "Salle", "--action", 3),
        *("--lignes", 40, "--colonnes", "nom,signature", "--sortie", file),
    )
    assert answer.code == 0, answer.err
    said = text_of(file)
    assert "Café <des> parents" in said
    assert "jeudi 3 décembre 2026" in said.replace("\u00a0", " ")
    assert "Structure" not in said
    assert answer.err == ""


def test_a_sheet_for_an_event_with_those_expected(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    add(ctg, vault, "Club de marche")
    event = {"title": "Forum", "start": "2030-09-05T14:30", "place": "Halle"}
    added = ctg("--coffre", vault, "--json", "manifestation", "ajouter", typed=event)
    file = tmp_path / "feuille.pdf"
    answer = ctg(
        *("--coffre", vault, "imprimer", "emargement", "--manifestation", added.json["id"]),
        *("--lieu", "Salle des fêtes", "--rubrique", "associations", "--format", "paysage"),
        *("--sortie", file),
    )
    assert answer.code == 0, answer.err
    said = text_of(file)
    for word in ("Forum", "Salle des fêtes", "Club de marche"):
        assert word in said
    assert "Halle" not in said


def test_narrow_columns_are_said(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    columns = "nom,structure,commune,telephone,courriel,signature"
    answer = ctg(
        *("--coffre", vault, "imprimer", "emargement", "--titre", "Forum"),
        *("--colonnes", columns, "--sortie", tmp_path / "x.pdf"),
    )
    assert answer.code == 0
    assert "étroites" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 1, "Donnez un titre"),
        (("--titre", "x", "--action", "19"), 1, "de 1 à 18"),
        (("--titre", "x", "--lignes", "1001"), 1, "de 1 à 1000 lignes"),
        (("--titre", "x", "--pages", "0"), 1, "de 1 à 50 pages"),
        (("--manifestation", "x"), 1, "manifestation n’existe pas"),
        (("--titre", "x", "--date", "1800-01-01"), 1, "1800"),
        (("--titre", "x", "--colonnes", "nom,age"), 2, "--colonnes"),
        (("--titre", "x", "--date", "demain"), 2, "--date"),
    ],
)
def test_sheets_that_cannot_be_are_refused(
    ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    file = tmp_path / "feuille.pdf"
    answer = ctg("--coffre", vault, "imprimer", "emargement", *words, "--sortie", file)
    assert answer.code == code
    assert said in answer.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert not file.exists()
