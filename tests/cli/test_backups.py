"""``sauvegarder``, ``sauvegardes``, ``restaurer``, ``verifier`` and ``imprimer journal``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Ctg

pytestmark = pytest.mark.usefixtures("vault")

PAGE = 4096
LISTING = {"name": "Club des nuages", "kind": "association", "category": "associations"}


def damage(vault: Path) -> None:
    content = bytearray((vault / "coffre.db").read_bytes())
    content[4096 * 5 : 4096 * 6] = bytes(4096)
    (vault / "coffre.db").write_bytes(content)


def names(ctg: Ctg) -> list[str]:
    return [one["name"] for one in ctg("fiche", "lister", "--json").json]


def test_back_up_list_and_restore(ctg: Ctg, tmp_path: Path) -> None:
    stick = tmp_path / "clé"
    stick.mkdir()
    made = ctg("sauvegarder", stick, "--json").json
    assert made["verifiee"]
    assert Path(made["copie"]).is_relative_to(stick)
    assert ctg("fiche", "ajouter", typed=LISTING).code == 0
    (listed,) = ctg("sauvegardes", "--json").json
    assert (listed["nom"], listed["dossier"]) == (made["nom"], made["sauvegarde"])
    assert made["nom"] in ctg("sauvegardes").out
    for where in (made["nom"], made["copie"], Path(made["copie"]) / "manifest.json"):
        done = ctg("restaurer", where, "--json")
        assert done.code == 0, done.err
        assert names(ctg) == []
        assert Path(done.json["gardee"]).is_dir()
        assert ctg("restaurer", done.json["gardee"]).code == 0
        assert names(ctg) == ["Club des nuages"]


def test_without_a_stick_it_is_said(ctg: Ctg, tmp_path: Path) -> None:
    refused = ctg("sauvegarder", tmp_path / "partie")
    assert refused.code == 1
    assert "n’est pas là" in refused.err
    assert ctg("sauvegardes", "--json").json == []
    assert ctg("sauvegardes").out == "Aucune sauvegarde.\n"


def test_what_is_no_backup_is_refused(ctg: Ctg, tmp_path: Path) -> None:
    assert ctg("restaurer", tmp_path / "rien").code == 1
    (tmp_path / "dossier").mkdir()
    refused = ctg("restaurer", tmp_path / "dossier")
    assert (refused.code, "n’est pas une sauvegarde" in refused.err) == (1, True)


@pytest.mark.expects_log
def test_a_damaged_vault_is_said_and_restored(ctg: Ctg, vault: Path) -> None:
    ctg("fiche", "ajouter", typed=LISTING)
    made = ctg("sauvegarder", "--json").json
    assert ctg("verifier").code == 0
    damage(vault)
    for command in ("verifier", "sauvegarder"):
        assert ctg(command).code == 3
    done = ctg("restaurer", made["nom"], "--json").json
    assert done["gardee"] is None
    assert Path(done["mis_de_cote"]).name.startswith("coffre.db.abime-")
    assert names(ctg) == ["Club des nuages"]
    assert ctg("verifier").code == 0


@pytest.mark.expects_log
def test_lost_locks_are_said_with_the_command_that_brings_them_back(ctg: Ctg, vault: Path) -> None:
    ctg("fiche", "ajouter", typed=LISTING)
    (vault / "coffre.cles").rename(vault / "ailleurs")
    assert ctg("verifier").code == 3
    (vault / "ailleurs").rename(vault / "coffre.cles")
    name = ctg("sauvegarder", "--json").json["nom"]
    refused = ctg("restaurer", name, "--serrures")
    assert (refused.code, "sont lisibles" in refused.err) == (1, True)
    (vault / "coffre.cles").write_bytes(b"nothing")
    said = ctg("verifier")
    assert (said.code, f"ctg restaurer {name} --serrures" in said.err) == (3, True)
    assert ctg("restaurer", name, "--serrures", "--json").json["sauvegarde"].endswith(name)
    assert (vault / "coffre.cles.abime").read_bytes() == b"nothing"
    assert names(ctg) == ["Club des nuages"]
    (vault / "coffre.db").write_bytes(b"broken" * 2000)
    (vault / "coffre.cles").unlink()
    assert ctg("restaurer", name, "--serrures").code == 3
    assert ctg("restaurer", name).code == 0
    assert names(ctg) == ["Club des nuages"]


@pytest.mark.expects_log
def test_a_vault_that_was_never_backed_up_is_not_well_and_the_command_that_helps_is_named(
    ctg: Ctg,
) -> None:
    never = ctg("verifier")
    assert never.code == 3
    assert "aucune sauvegarde vérifiée" in never.out
    assert "ctg sauvegarder" in never.err
    assert ctg("sauvegarder").code == 0
    well = ctg("verifier")
    assert (well.code, well.err) == (0, "")


@pytest.mark.expects_log
def test_a_damage_that_opening_does_not_meet_is_said_with_what_to_do(ctg: Ctg, vault: Path) -> None:
    ctg("fiche", "ajouter", typed=LISTING)
    name = ctg("sauvegarder", "--json").json["nom"]
    pages = (vault / "coffre.db").stat().st_size // PAGE
    quiet = next(page for page in range(pages - 1, 0, -1) if opens_when_flipped(ctg, vault, page))
    assert quiet
    said = ctg("verifier")
    assert said.code == 3
    assert "Ne l’effacez pas" in said.out
    assert "ctg restaurer" in said.err
    assert "ctg sauvegarder" not in said.err
    refused = ctg("sauvegarder")
    assert (refused.code, "ctg restaurer" in refused.err) == (3, True)
    assert [one["nom"] for one in ctg("sauvegardes", "--json").json] == [name]
    assert ctg("restaurer", name).code == 0
    assert ctg("verifier").code == 0


def opens_when_flipped(ctg: Ctg, vault: Path, page: int) -> bool:
    """Flip one bit of a page; put it back where a command that reads meets it."""
    whole = (vault / "coffre.db").read_bytes()
    content = bytearray(whole)
    content[page * PAGE + 100] ^= 1
    (vault / "coffre.db").write_bytes(content)
    if ctg("fiche", "lister").code == 0:
        return True
    (vault / "coffre.db").write_bytes(whole)
    return False


@pytest.mark.expects_log
def test_the_checks_are_given_as_data(ctg: Ctg, vault: Path) -> None:
    answer = ctg("verifier", "--json")
    found = answer.json
    assert found["etat"] == "bad"
    points = {one["point"]: one for one in found["points"]}
    assert points["backup"]["code"] == "backup-none"
    assert points["integrity"]["etat"] == "ok"
    assert points["place"]["folder"] == str(vault)
    assert answer.code == 3
    assert json.loads(answer.err)["erreur"] == "health-bad"


def test_the_journal_of_access_is_printed_and_says_so(ctg: Ctg, tmp_path: Path) -> None:
    ctg("fiche", "ajouter", typed={**LISTING, "published": True})
    ctg("exporter", "annuaire", "--format", "csv", tmp_path / "a.csv")
    for pages in (1, 1):
        printed = ctg("imprimer", "journal", "--sortie", tmp_path / "j.pdf", "--json")
        assert printed.json["pages"] == pages
    assert (tmp_path / "j.pdf").read_bytes().startswith(b"%PDF")
    assert ctg("sauvegarder").code == 0
    log = next(
        one for one in ctg("verifier", "--json").json["points"] if one["point"] == "access-log"
    )
    assert (log["count"], log["etat"]) == (3, "ok")
