"""Papers of families and of the register, by command."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from ctg_desktop.usecases.day import today

from .conftest import Ctg

FAMILY = {
    "name": "Famille Exemple",
    "languages": ["en"],
    "emails": [
        {
            "address": "j@famille.example",
            "consents": [{"purpose": "welcome", "given_on": "2026-01-02", "proof": "bulletin"}],
        }
    ],
}
PERSON = {
    "last_name": "Guérin",
    "first_names": "Paulette",
    "birth_date": "1947-09-25",
    "address": ["9 rue du Four"],
    "postal_code": "86400",
    "city": "Civray",
    "phone": "05 36 49 02 05",
}


@pytest.fixture
def family(ctg: Ctg, vault: Path) -> str:
    assert vault.exists()
    return ctg("famille", "ajouter", typed=FAMILY).out.strip()


@pytest.fixture
def person(ctg: Ctg, vault: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    assert vault.exists()
    monkeypatch.setenv("CTG_MOT_DE_PASSE_REGISTRE", "Grange-62-Noyer-Puits")
    assert ctg("registre", "initialiser").code == 0
    asked = {**PERSON, "request": {"on": today().isoformat()}}
    return ctg("registre", "ajouter", typed=asked).out.strip()


def test_a_family_is_welcomed_by_one_command(ctg: Ctg, family: str, tmp_path: Path) -> None:
    folder = tmp_path / "papiers"
    words = ("famille", "accueillir", family, "--dossier", folder, "--courriel")
    told = ctg(*words)
    assert told.code == 0
    assert "4 fichiers" in told.out.replace("\u00a0", " ")
    assert "L’agenda n’a aucune date publique" in told.err
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "1 Notice d’information.pdf",
        "2 Lettre d’accueil.pdf",
        "3 Livret choisi.pdf",
        "Courriel.eml",
    }
    assert ctg(*words, "--json").json["absents"] == {"invitation": "nothing-to-invite-to"}
    shown = ctg("famille", "montrer", family, "--json").json
    assert shown["informed_on"] == shown["welcome"]["letter_on"] == today().isoformat()


def test_a_try_ticks_nothing(ctg: Ctg, family: str, tmp_path: Path) -> None:
    assert ctg("famille", "accueillir", family, "--dossier", tmp_path, "--sans-cocher").code == 0
    assert ctg("famille", "montrer", family, "--json").json["informed_on"] is None


def test_nothing_is_written_when_the_draft_is_not_agreed_to(
    ctg: Ctg, family: str, tmp_path: Path
) -> None:
    folder = tmp_path / "papiers"
    refused = ctg("famille", "accueillir", family, "--dossier", folder, "--courriel", "invitations")
    assert refused.code == 1
    assert "Aucun brouillon n’a été fait" in refused.err
    assert not folder.exists()


def test_a_family_takes_its_data_along_and_a_certificate_is_left(
    ctg: Ctg, family: str, tmp_path: Path
) -> None:
    pdf, data = tmp_path / "dossier.pdf", tmp_path / "dossier.json"
    assert ctg("famille", "dossier", family, "--sortie", pdf).code == 0
    assert ctg("famille", "dossier", family, "--sortie", data).code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert json.loads(data.read_text("utf-8"))["household"]["name"] == "Famille Exemple"
    left = tmp_path / "attestation.pdf"
    gone = ctg("famille", "effacer", family, "--motif", "demande", "--attestation", left)
    assert gone.code == 0
    assert left.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", ["fr", "en", "fr+en"])
def test_the_notice_of_families_is_printed(
    ctg: Ctg, vault: Path, tmp_path: Path, language: str
) -> None:
    assert vault.exists()
    target = tmp_path / "notice.pdf"
    made = ctg(
        "imprimer", "notice", "--familles", "--langue", language, "--sortie", target, "--json"
    )
    assert made.json["pages"] == (2 if language == "fr+en" else 1)


def test_the_other_notice_speaks_one_language(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    assert vault.exists()
    refused = ctg("imprimer", "notice", "--langue", "fr+en", "--sortie", tmp_path / "n.pdf")
    assert refused.code == 1
    assert "une langue à la fois" in refused.err


def test_the_register_of_processing_is_printed(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    assert vault.exists()
    made = ctg("imprimer", "traitement", "--sortie", tmp_path / "traitement.pdf", "--json")
    assert made.json["pages"] == 2


def test_papers_of_the_register(ctg: Ctg, person: str, tmp_path: Path) -> None:
    alert = ctg("registre", "alerter", "Canicule").out.strip()
    for words in (
        ("accuse", person),
        ("formulaire",),
        ("appels", alert),
        ("prefet", "--alerte", alert),
    ):
        target = tmp_path / f"{words[0]}.pdf"
        assert ctg("registre", *words, "--sortie", target).code == 0, words
        assert target.read_bytes().startswith(b"%PDF")
    for ending in ("csv", "ods", "xlsx"):
        target = tmp_path / f"registre.{ending}"
        assert ctg("registre", "prefet", "--sortie", target, "--json").json["personnes"] == 1
        assert target.stat().st_size
    refused = ctg("registre", "prefet", "--sortie", tmp_path / "registre.doc")
    assert refused.code == 1
    assert "PDF, ODS, XLSX ou CSV" in refused.err
    nobody = ctg("registre", "lettres", "--sortie", tmp_path / "lettres.pdf")
    assert nobody.code == 1
    assert "Personne n’est à rappeler" in nobody.err


@pytest.mark.expects_log
def test_papers_need_a_folder(ctg: Ctg, family: str, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("déjà là", "utf-8")
    words = ("famille", "accueillir", family, "--dossier", tmp_path / "fichier", "--json")
    refused = ctg(*words)
    assert (refused.code, json.loads(refused.err)["erreur"]) == (3, "folder-not-made")
    assert ctg("famille", "montrer", family, "--json").json["welcome"]["letter_on"] is None
    assert (tmp_path / "fichier").read_text("utf-8") == "déjà là"


def _told(ctg: Ctg, name: str, **more: object) -> str:
    typed = {
        "name": name,
        "informed_on": "2026-01-02",
        "address": {"lines": ["3 rue Haute"], "postal_code": "86400", "city": "Civray"},
        "needs": ["school"],
    }
    return ctg("famille", "ajouter", typed={**typed, **more}).out.strip()


def test_the_families_of_a_list_get_letters_which_are_ticked(
    ctg: Ctg, vault: Path, tmp_path: Path
) -> None:
    assert vault.exists()
    told, silent = _told(ctg, "Famille Une"), _told(ctg, "Famille Deux", informed_on=None)
    target = tmp_path / "lettres.pdf"
    words = ("famille", "courrier", "accueil", "--vue", "to-welcome", "--sortie", target, "--json")
    assert ctg(*words, "--sans-cocher").json["familles"] == [told]
    assert ctg("famille", "montrer", told, "--json").json["welcome"]["letter_on"] is None
    made = ctg(*words)
    assert made.json == {
        "fichier": str(target),
        "familles": [told],
        "laissees": ["Famille Deux"],
    }
    assert target.read_bytes().startswith(b"%PDF")
    assert ctg("famille", "montrer", told, "--json").json["welcome"]["letter_on"] == str(today())
    assert ctg("famille", "montrer", silent, "--json").json["welcome"]["letter_on"] is None
    assert ctg("annuler").code == 0
    assert ctg("famille", "montrer", told, "--json").json["welcome"]["letter_on"] is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("etiquettes",), "families-all"),
        (("etiquettes", "--vue", "all"), "families-all"),
        (("etiquettes", "--besoin", "chateau"), "need-unknown"),
        (("etiquettes", "--besoin", "job"), "families-none-agreed"),
        (("invitation", "--vue", "isolated"), "families-nothing-to-invite-to"),
        (("courriel", "--besoin", "school"), "families-nothing-to-invite-to"),
    ],
)
def test_what_may_not_be_written_is_refused(
    ctg: Ctg, vault: Path, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    assert vault.exists()
    _told(ctg, "Famille Une")
    refused = ctg("famille", "courrier", *words, "--sortie", tmp_path / "x.pdf", "--json")
    assert (refused.code, json.loads(refused.err)["erreur"]) == (1, code)
    assert not (tmp_path / "x.pdf").exists()


def test_families_with_a_need_get_labels_and_one_message(
    ctg: Ctg, vault: Path, tmp_path: Path
) -> None:
    assert vault.exists()
    agreed = [{"purpose": "invitations", "given_on": "2026-01-02", "proof": "bulletin"}]
    one = _told(ctg, "Famille Une", emails=[{"address": "une@f.example", "consents": agreed}])
    two = _told(ctg, "Famille Deux", emails=[{"address": "deux@f.example", "consents": []}])
    labels = ("famille", "courrier", "etiquettes", "--besoin", "school", "--sortie")
    assert set(ctg(*labels, tmp_path / "e.pdf", "--json").json["familles"]) == {one, two}
    soon = (today() + timedelta(days=3)).isoformat()
    assert ctg("manifestation", "ajouter", typed={"title": "Loto", "start": soon}).code == 0
    mail = ("famille", "courrier", "courriel", "--besoin", "school", "--sortie")
    written = ctg(*mail, tmp_path / "i.eml", "--json").json
    assert (written["familles"], written["laissees"]) == ([one], ["Famille Deux"])
    said = (tmp_path / "i.eml").read_text("utf-8")
    assert "une@f.example" in said
    assert "deux@f.example" not in said
    shown = ctg("famille", "montrer", one, "--json").json
    assert shown["welcome"]["invited_to"] == "Loto"
