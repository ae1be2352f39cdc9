"""The booklet by command: forms, languages, choices, and words that are refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from ctg_desktop.domain.papers import BookletForm, Language
from tests.cli.conftest import Ctg

HALL = {
    "name": "Mairie de Civray",
    "category": "town-hall",
    "phones": [{"number": "05 49 00 00 49"}],
}
BUS = {"name": "Navette", "category": "mobility", "description_en": "A shuttle."}


def plain(text: str) -> str:
    """The text with every blank as a plain space."""
    return " ".join(text.split())


@pytest.fixture
def filled(vault: Path, ctg: Ctg) -> Path:
    for listing in (HALL, BUS):
        assert ctg("--coffre", vault, "fiche", "ajouter", typed=listing).code == 0
    return vault


@pytest.mark.parametrize("form", [one for one in BookletForm if one is not BookletForm.WEB])
@pytest.mark.parametrize("language", Language)
def test_every_form_in_every_language(
    filled: Path, ctg: Ctg, tmp_path: Path, form: BookletForm, language: Language
) -> None:
    target = tmp_path / "livret.pdf"
    words = ("livret", "--sortie", target, "--format", form, "--langue", language)
    made = ctg("--coffre", filled, "--json", *words, "--date", "2026-11-25")
    assert made.code == 0, made.err
    with pikepdf.open(target) as pdf:
        pages = len(pdf.pages)
        folded = form is BookletForm.FOLDED
        assert made.json == {
            "fichier": str(target),
            "pages": pages // 2 if folded else pages,
            "format": form.value,
            "langue": language.value,
        }
        assert ("/StructTreeRoot" in pdf.Root) is not folded


def test_the_web_page(filled: Path, ctg: Ctg, tmp_path: Path) -> None:
    target = tmp_path / "livret.html"
    made = ctg(
        "--coffre", filled, "livret", "--sortie", target, "--format", "html", "--langue", "en"
    )
    assert made.code == 0, made.err
    assert plain(made.out).endswith("1 page web")
    page = target.read_text("utf-8")
    assert '<html lang="en">' in page
    assert "A shuttle." in page


def test_sheets_are_counted_as_sheets(filled: Path, ctg: Ctg, tmp_path: Path) -> None:
    words = ("--format", "cahier-a4", "--repere-de-pli", "--sans-codes")
    made = ctg("--coffre", filled, "livret", "--sortie", tmp_path / "l.pdf", *words)
    assert plain(made.out).endswith("2 feuilles A4 recto verso")


@pytest.mark.parametrize("wanted", ["aucun", "site", "contact", "tous"])
def test_the_codes_of_a_booklet_are_chosen(
    filled: Path, ctg: Ctg, tmp_path: Path, wanted: str
) -> None:
    target = tmp_path / "livret.html"
    words = ("--format", "html", "--codes", wanted)
    made = ctg("--coffre", filled, "livret", "--sortie", target, *words)
    assert made.code == 0, made.err
    shown = "Code QR de la carte de contact" in target.read_text("utf-8")
    assert shown is (wanted in ("contact", "tous"))


def test_a_booklet_for_one_family(filled: Path, ctg: Ctg, tmp_path: Path) -> None:
    listed = ctg("--coffre", filled, "--json", "fiche", "lister").json
    hall = next(one["id"] for one in listed if one["name"] == HALL["name"])
    words = ("--besoin", "mobility", "--fiche", hall, "--choix-seulement")
    made = ctg("--coffre", filled, "livret", "--sortie", tmp_path / "l.pdf", *words)
    assert made.code == 0, made.err


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "a6"),
        ("--langue", "de"),
        ("--besoin", "bonheur"),
        ("--codes", "partout"),
        ("--date", "2026-13-01"),
        ("--fiche",),
    ],
)
def test_wrong_usage_is_said_in_french(
    filled: Path, ctg: Ctg, tmp_path: Path, words: tuple[str, ...]
) -> None:
    target = tmp_path / "livret.pdf"
    refused = ctg("--coffre", filled, "livret", "--sortie", target, *words)
    assert refused.code == 2
    assert f"La valeur de « {words[0]} » manque ou n’est pas possible." in plain(refused.err)
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--fiche", "nulle"), "listing-unknown"),
        (("--choix-seulement",), "choice-empty"),
        (("--choix-seulement", "--besoin", "job"), "choice-empty"),
        (("--date", "1800-01-01"), "date-out-of-range"),
    ],
)
def test_choices_that_name_nothing_are_refused(
    filled: Path, ctg: Ctg, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    target = tmp_path / "livret.pdf"
    refused = ctg("--coffre", filled, "--json", "livret", "--sortie", target, *words)
    assert refused.code == 1
    assert f'"{code}"' in refused.err
    assert not target.exists()
