"""Families and referrals by command, one at a time."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ctg_desktop.domain.families.household import KnownThrough
from ctg_desktop.usecases.day import today

from .conftest import Ctg

FAMILY: dict[str, Any] = {
    "name": "",
    "arrival_date": "2026-03-02",
    "known_through": "school",
    "address": {"lines": ["3 rue des Lilas"], "postal_code": "86400", "city": "Civray"},
    "phones": [
        {
            "number": "06 39 98 00 01",
            "consents": [{"purpose": "welcome", "given_on": "2026-03-02", "proof": "bulletin"}],
        }
    ],
    "emails": [{"address": "j.exemple@famille.example", "consents": []}],
    "languages": ["en"],
    "needs": ["school", "housing"],
    "isolated": True,
    "persons": [
        {"first_name": "Jeanne", "last_name": "Exemple", "birth_year": None, "role": "adult"},
        {"first_name": "Léo", "last_name": "Exemple", "birth_year": 2020, "role": "child"},
    ],
    "referent": "Accueil",
    "informed_on": "2026-03-02",
    "objected_on": None,
    "note": "Cherche une place à la cantine",
}


@pytest.fixture
def family(ctg: Ctg, vault: Path) -> str:
    """Return the id of a family that was added."""
    assert vault.exists()
    added = ctg("famille", "ajouter", typed=FAMILY)
    assert (added.code, added.err) == (0, "")
    return added.out.strip()


def test_the_shape_of_a_family_comes_back(ctg: Ctg, family: str) -> None:
    shown = ctg("famille", "montrer", family, "--json").json
    assert shown["id"] == family
    assert shown["name"] == "Famille Exemple"
    assert shown["phones"][0]["number"] == "+33639980001"
    assert shown["phones"][0]["consents"][0]["withdrawn_on"] is None
    for key in ("arrival_date", "known_through", "languages", "needs", "persons", "referent"):
        assert shown[key] == FAMILY[key]
    assert shown["address"]["city"] == "Civray"


def test_a_person_reads_it_in_french(ctg: Ctg, family: str) -> None:
    ctg("famille", "note", family, typed={"on": "2026-03-09", "kind": "phone", "text": "Rappelée"})
    out = ctg("famille", "montrer", family).out
    assert "Besoins\u00a0: École, Logement" in out
    assert "Langues\u00a0: anglais" in out
    assert "Jeanne Exemple, adulte" in out
    assert "06 39 98 00 01" in out.replace("\u202f", " ").replace("\u00a0", " ")
    assert "accueil (accord du" in out
    assert "Rappelée" in out


def test_an_unknown_key_is_refused_by_name(ctg: Ctg, vault: Path) -> None:
    assert vault.exists()
    refused = ctg("famille", "ajouter", "--json", typed={**FAMILY, "religion": "aucune"})
    assert refused.code == 1
    assert json.loads(refused.err)["erreur"] == "key-unknown"
    assert "religion" in refused.err


def test_fields_change_alone(ctg: Ctg, family: str) -> None:
    assert ctg("famille", "modifier", family, typed={"needs": ["job"]}).code == 0
    shown = ctg("famille", "montrer", family, "--json").json
    assert (shown["needs"], shown["name"]) == (["job"], "Famille Exemple")


def test_a_forbidden_source_is_kept_with_a_warning(ctg: Ctg, vault: Path) -> None:
    assert vault.exists()
    typed = {**FAMILY, "known_through": KnownThrough.CENSUS, "informed_on": None}
    added = ctg("famille", "ajouter", typed=typed)
    assert added.code == 0
    assert "La loi interdit" in added.err
    assert "notice" in added.err


def test_a_family_that_looks_alike_is_named_by_its_id(ctg: Ctg, family: str) -> None:
    again = ctg("famille", "ajouter", typed=FAMILY)
    assert again.code == 0
    assert family in again.err


def test_the_list_by_view(ctg: Ctg, family: str) -> None:
    assert family in ctg("famille", "lister").out
    assert "Famille Exemple" in ctg("famille", "lister", "--vue", "isolated").out
    assert ctg("famille", "lister", "--vue", "left").out == ""
    (row,) = ctg("famille", "lister", "--texte", "jeane", "--json").json
    assert (row["id"], row["persons"], row["children"]) == (family, 2, 1)


def test_a_list_is_told_by_the_journal_of_access(ctg: Ctg, family: str, tmp_path: Path) -> None:
    ctg("famille", "lister")
    ctg("famille", "dossier", family, "--sortie", tmp_path / "d.json")
    told = json.loads((tmp_path / "d.json").read_text("utf-8"))["accesses"]
    assert ("household-list", "consulted") in {(one["what"], one["kind"]) for one in told}


def test_the_dossier_as_json(ctg: Ctg, family: str, tmp_path: Path) -> None:
    ctg("famille", "note", family, typed={"text": "Inscrite à la cantine"})
    ctg(
        "orientation", "ajouter", typed={"household": family, "need": "job", "listing_name": "CIAS"}
    )
    assert ctg("famille", "dossier", family, "--sortie", tmp_path / "d.json").code == 0
    kept = json.loads((tmp_path / "d.json").read_text("utf-8"))
    assert kept["household"]["name"] == "Famille Exemple"
    assert [one["text"] for one in kept["notes"]] == ["Inscrite à la cantine"]
    assert [one["listing_name"] for one in kept["referrals"]] == ["CIAS"]
    assert kept["history"][-1]["what"] == "household-added"


def test_a_dossier_is_a_pdf_or_json_and_nothing_else(ctg: Ctg, family: str, tmp_path: Path) -> None:
    refused = ctg("famille", "dossier", family, "--sortie", tmp_path / "d.docx", "--json")
    assert (refused.code, json.loads(refused.err)["erreur"]) == (1, "dossier-format-unknown")
    assert list(tmp_path.glob("d.*")) == []
    assert ctg("famille", "dossier", family, "--sortie", tmp_path / "d.PDF").code == 0


def test_a_note_that_speaks_of_health_is_kept_with_a_warning(ctg: Ctg, family: str) -> None:
    plain = ctg("famille", "note", family, typed={"text": "Cherche un club de foot"})
    assert (plain.code, plain.err) == (0, "")
    told = ctg("famille", "note", family, typed={"text": "Le père est malade"})
    assert told.code == 0
    assert "Rien sur la santé" in told.err


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [("--besoin", "chateau", "need-unknown"), ("--langue", "xx", "language-unknown")],
)
def test_a_list_of_nothing_that_exists_is_refused(
    ctg: Ctg, family: str, option: str, value: str, code: str
) -> None:
    assert family
    refused = ctg("famille", "lister", option, value, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert json.loads(refused.err)["erreur"] == code


def test_the_history_of_a_family_is_told_by_the_journal_of_access(
    ctg: Ctg, family: str, tmp_path: Path
) -> None:
    assert ctg("--lecture-seule", "historique", family).code == 1
    history = ctg("historique", family, "--json").json
    assert history[0]["changes"][0]["name"] == "Famille Exemple"
    ctg("famille", "dossier", family, "--sortie", tmp_path / "d.json")
    told = json.loads((tmp_path / "d.json").read_text("utf-8"))["accesses"]
    assert [(one["what"], one["kind"]) for one in told] == [("household", "consulted")]


def test_erasing_leaves_nothing_to_show(ctg: Ctg, vault: Path) -> None:
    assert vault.exists()
    ctg("famille", "ajouter", typed={"name": "Famille Autre"})
    family = ctg("famille", "ajouter", typed=FAMILY).out.split()[-1]
    erased = ctg("famille", "effacer", family, "--motif", "demande", "--json")
    assert erased.code == 0
    assert erased.json["removed"]["persons"] == 2
    assert ctg("famille", "montrer", family).code == 1
    assert ctg("chercher", "Exemple").out.strip() == "Rien trouvé."
    undone = ctg("annuler", "--json")
    assert (undone.code, json.loads(undone.err)["erreur"]) == (1, "erasure-final")
    older = ctg("annuler", "--quand-meme")
    assert (older.code, older.out.splitlines()) == (
        0,
        [
            "Annulé\u00a0: Nouvelle famille",
            "Ce qui concernait une famille effacée ne s’annule plus.",
        ],
    )


@pytest.mark.parametrize(
    "where", [pytest.param("nulle/part/a.pdf", marks=pytest.mark.expects_log), "."]
)
def test_nothing_is_erased_when_the_certificate_has_no_place(
    ctg: Ctg, family: str, tmp_path: Path, where: str
) -> None:
    refused = ctg(
        "famille", "effacer", family, "--motif", "demande", "--attestation", tmp_path / where
    )
    assert refused.code in (1, 3)
    assert ctg("famille", "montrer", family).code == 0
    there = tmp_path / "a.pdf"
    erased = ctg("famille", "effacer", family, "--motif", "demande", "--attestation", there)
    assert (erased.code, there.read_bytes()[:4]) == (0, b"%PDF")
    assert [one.name for one in tmp_path.glob(".ctg-*")] == []


def test_erasing_asks_why(ctg: Ctg, family: str) -> None:
    assert ctg("famille", "effacer", family).code == 2
    assert ctg("famille", "montrer", family).code == 0


def test_a_new_family_is_not_due(ctg: Ctg, family: str) -> None:
    due = ctg("famille", "echeances")
    assert (due.code, family in due.out) == (0, False)
    assert "Aucune famille" in due.out


def test_prolonging_asks_why_and_until_when(ctg: Ctg, family: str) -> None:
    until = (today() + timedelta(days=200)).isoformat()
    words = ("famille", "prolonger", family, "--jusqu-au", until, "--motif")
    assert ctg(*words, "Suivi de scolarité en cours").code == 0
    shown = ctg("famille", "montrer", family, "--json").json
    assert (shown["kept_until"], shown["kept_because"]) == (until, "Suivi de scolarité en cours")
    assert ctg(*words, "  ").code == 1


def test_a_visitor_without_a_name_is_told_where_to_go(ctg: Ctg, vault: Path) -> None:
    assert vault.exists()
    added = ctg("orientation", "ajouter", typed={"need": "rights", "listing_name": "Maison"})
    assert added.code == 0
    (row,) = ctg("orientation", "lister", "--json").json
    assert (row["id"], row["household"], row["on"]) == (added.out.strip(), "", str(today()))
    assert "Accès aux droits" in ctg("orientation", "lister").out


def test_a_referral_is_corrected_and_taken_away(ctg: Ctg, family: str) -> None:
    typed = {"household": family, "need": "job", "listing_name": "Mission locale"}
    sent = ctg("orientation", "ajouter", typed=typed).out.strip()
    assert ctg("orientation", "modifier", sent, typed={"outcome": "helped"}).code == 0
    shown = ctg("orientation", "montrer", sent, "--json").json
    assert (shown["outcome"], shown["listing_name"]) == ("helped", "Mission locale")
    assert "Orientée vers\u00a0: Mission locale" in ctg("orientation", "montrer", sent).out
    assert ctg("orientation", "supprimer", sent, "--json").json == {"supprimee": sent}
    gone = ctg("orientation", "montrer", sent, "--json")
    assert (gone.code, json.loads(gone.err)["erreur"]) == (1, "referral-unknown")
    assert ctg("annuler").code == 0
    assert ctg("orientation", "montrer", sent).code == 0


@pytest.mark.parametrize("number", ["0", "-1", "deux"])
def test_as_many_referrals_as_a_number_says(ctg: Ctg, vault: Path, number: str) -> None:
    assert vault.exists()
    assert ctg("orientation", "lister", f"--nombre={number}").code == 2


def test_a_referral_needs_a_place_to_go(ctg: Ctg, vault: Path) -> None:
    assert vault.exists()
    refused = ctg("orientation", "ajouter", "--json", typed={"need": "rights"})
    assert (refused.code, json.loads(refused.err)["erreur"]) == (1, "referral-listing-missing")


def test_a_family_that_a_search_shows_is_told_by_the_journal(
    ctg: Ctg, family: str, tmp_path: Path
) -> None:
    assert family in ctg("chercher", "exemple").out
    ctg("famille", "dossier", family, "--sortie", tmp_path / "d.json")
    told = json.loads((tmp_path / "d.json").read_text("utf-8"))["accesses"]
    assert ("household-list", "consulted") in {(one["what"], one["kind"]) for one in told}
    looked = ctg("--lecture-seule", "chercher", "exemple")
    assert (looked.code, family in looked.out) == (0, False)
    assert "consulté" in looked.err


def test_the_figures_of_a_year(ctg: Ctg, family: str, tmp_path: Path) -> None:
    assert family
    exact = ctg("famille", "chiffres", "--annee", "2026", "--json").json
    assert exact["resume"].replace("\xa0", " ") == "1 famille arrivée en 2026, 2 personnes"
    needs = {table["title"]: table["rows"] for table in exact["tableaux"]}["Besoins"]
    assert ["École", "1"] in needs
    seen = ctg("famille", "chiffres", "--annee", "2026", "--a-transmettre")
    assert "Familles arrivées\u00a0: masqué" in seen.out
    assert "Exemple" not in seen.out
    assert "rien n’est noté comme transmis" in seen.err
    refused = ctg(
        "famille", "chiffres", "--annee", "2026", "--sortie", tmp_path / "c.csv", "--json"
    )
    assert (refused.code, json.loads(refused.err)["erreur"]) == (1, "figures-withheld")


def test_figures_that_leave_are_written(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    assert vault.exists()
    for number in range(6):
        name = {"name": f"Famille Numéro {number}", "arrival_date": "2026-03-02"}
        assert ctg("famille", "ajouter", typed={**name, "needs": ["school"]}).code == 0
    target = tmp_path / "c.ods"
    written = ctg("famille", "chiffres", "--annee", "2026", "--sortie", target)
    assert (written.code, str(target) in written.out) == (0, True)
    assert target.read_bytes().startswith(b"PK")
