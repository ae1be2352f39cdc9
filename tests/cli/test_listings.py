"""Listings by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ctg

FOYER = {
    "kind": "association",
    "category": "associations",
    "name": "Foyer rural <b> & l’Œuvre",
    "phones": [{"number": "05 49 00 98 76"}],
    "opening_hours": "mer 14h-18h",
}


def test_a_listing_from_its_creation_to_its_return(ctg: Ctg, vault: Path) -> None:
    added = ctg("--json", "--coffre", vault, "fiche", "ajouter", typed=FOYER)
    assert added.code == 0, added.err
    identifier = added.json["id"]
    assert added.json["opening_hours"] == "We 14:00-18:00"

    changed = ctg("--coffre", vault, "fiche", "modifier", identifier, typed={"summary": "Livres"})
    assert changed.code == 0, changed.err
    shown = ctg("--coffre", vault, "fiche", "montrer", identifier, "--json").json
    assert (shown["name"], shown["summary"]) == (FOYER["name"], "Livres")
    assert shown["phones"][0]["number"] == "+33549009876"

    assert [row["id"] for row in ctg("--json", "--coffre", vault, "fiche", "lister").json] == [
        identifier
    ]
    assert ctg("--coffre", vault, "fiche", "supprimer", identifier).code == 0
    assert ctg("--json", "--coffre", vault, "fiche", "lister").json == []
    assert ctg("--coffre", vault, "annuler").code == 0
    assert ctg("--json", "--coffre", vault, "fiche", "montrer", identifier).json == shown
    labels = [one["label"] for one in ctg("--json", "--coffre", vault, "historique").json]
    assert labels[1:4] == ["listings-deleted", "listing-saved", "listing-added"]


@pytest.mark.parametrize("words", ["oeuvre", "OEUVRE", "foyé", "fouer", "rural l'"])
def test_tolerant_search(ctg: Ctg, vault: Path, words: str) -> None:
    added = ctg("--json", "--coffre", vault, "fiche", "ajouter", typed=FOYER).json
    found = ctg("--json", "--coffre", vault, "chercher", *words.split()).json
    assert [hit["id"] for hit in found] == [added["id"]]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"name": ""}, "listing-name-missing"),
        ({"name": "x", "nom": "y"}, "key-unknown"),
        ({"name": "x", "category": "nulle-part"}, "category-unknown"),
        ({"name": "x", "phones": [{"number": "abc"}]}, "phone-invalid"),
        ("{", "json-invalid"),
    ],
)
def test_refusals(ctg: Ctg, vault: Path, typed: object, code: str) -> None:
    refused = ctg("--json", "--coffre", vault, "fiche", "ajouter", typed=typed)
    assert (refused.code, refused.out) == (1, "")
    assert f'"erreur":"{code}"' in refused.err
    in_words = ctg("--coffre", vault, "fiche", "ajouter", typed=typed)
    assert in_words.code == 1
    assert "Traceback" not in in_words.err
    assert in_words.err.strip().endswith(".")


def test_wrong_usage(ctg: Ctg) -> None:
    wrong = ctg("fiche", "danser")
    assert wrong.code == 2
    assert "Utilisation" in wrong.err


def test_without_a_vault(ctg: Ctg) -> None:
    refused = ctg("fiche", "lister")
    assert refused.code == 1
    assert "initialiser" in refused.err


def test_the_last_vault_is_the_default(ctg: Ctg, vault: Path) -> None:
    assert vault.is_dir()
    assert ctg("fiche", "lister").code == 0


def test_a_folder_without_vault(ctg: Ctg, tmp_path: Path) -> None:
    assert ctg("--coffre", tmp_path / "rien", "fiche", "lister").code == 1


@pytest.mark.expects_log
def test_a_damaged_vault_is_said_and_kept(ctg: Ctg, vault: Path) -> None:
    file = vault / "coffre.db"
    file.write_bytes(b"\x00" * 5000)
    failed = ctg("--json", "--coffre", vault, "fiche", "lister")
    assert failed.code == 3
    assert "vault-damaged" in failed.err
    assert file.read_bytes() == b"\x00" * 5000
