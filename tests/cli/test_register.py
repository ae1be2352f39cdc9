"""The register by commands: each one needs the password of the vault, and that of the register."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ctg
from tests.register_for_tests import KEEPER, KEEPER_PASSWORD

WANTED: dict[str, Any] = {
    "last_name": "Guérin",
    "first_names": "Paulette",
    "birth_date": "1947-09-25",
    "address": ["9 rue du Four"],
    "phone": "05 36 49 02 05",
    "request": {
        "on": "2024-11-20",
        "by": "third-party",
        "in_writing": True,
        "proof": "classeur",
        "third_party": {"name": "Yvonne Lafleur", "quality": "voisine"},
    },
}


@pytest.fixture
def register(vault: Path, ctg: Ctg, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set up the register of the vault; its password is in the variable."""
    monkeypatch.setenv("CTG_MOT_DE_PASSE_REGISTRE", KEEPER_PASSWORD)
    made = ctg("registre", "initialiser", "--utilisateur-registre", KEEPER, "--json")
    assert made.code == 0, made.err
    assert made.json["utilisateur"] == KEEPER
    assert len(made.json["code_de_secours"].split("-")) == 7
    return vault


def test_it_needs_a_password_of_its_own(
    register: Path, ctg: Ctg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert register
    monkeypatch.delenv("CTG_MOT_DE_PASSE_REGISTRE")
    refused = ctg("registre", "lister", "--json")
    assert (refused.code, refused.out) == (1, "")
    assert "register-password-needed" in refused.err
    file = tmp_path / "mot de passe"
    file.write_text("faux\n", "utf-8")
    wrong = ctg("registre", "lister", "--mot-de-passe-registre-de", file)
    assert wrong.code == 1
    assert "le sien" in wrong.err
    file.write_text(f"{KEEPER_PASSWORD}\n", "utf-8")
    assert ctg("--mot-de-passe-registre-de", file, "registre", "lister").code == 0


def test_before_it_is_set_up_there_is_nothing_to_open(
    vault: Path, ctg: Ctg, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vault
    monkeypatch.setenv("CTG_MOT_DE_PASSE_REGISTRE", KEEPER_PASSWORD)
    assert "register-not-set-up" in ctg("registre", "lister", "--json").err


def test_a_person_goes_from_the_request_to_the_removal(register: Path, ctg: Ctg) -> None:
    assert register
    added = ctg("registre", "ajouter", "--json", typed=WANTED).json
    person = added["id"]
    assert (added["state"], added["phone"]) == ("to-acknowledge", "+33536490205")
    assert "version" not in added
    assert ctg("registre", "inscrire", person).code == 1
    due = ctg("registre", "echeances", "--json").json
    assert [one["due_on"] for one in due["accuses"]] == ["2024-11-28"]
    told = ctg("registre", "accuser", person, "--le", "2024-11-21", "--json").json
    assert (told["state"], told["acknowledged_on"]) == ("awaiting", "2024-11-21")
    assert ctg("registre", "inscrire", person, "--json").json["state"] == "registered"
    changed = ctg("registre", "modifier", person, "--json", typed={"city": "Civray"}).json
    assert (changed["city"], changed["acknowledged_on"]) == ("Civray", "2024-11-21")
    assert ctg("registre", "modifier", person, "--json", typed=changed).json == changed
    shown = ctg("registre", "montrer", person)
    assert "Paulette" in shown.out
    assert ctg("registre", "retirer", person, "--motif", "moved").code == 0
    assert ctg("registre", "montrer", person).code == 1
    assert ctg("registre", "lister").out == "Le registre est vide.\n"


def test_a_step_is_no_field(register: Path, ctg: Ctg) -> None:
    assert register
    forged = {**WANTED, "registered_on": "2024-11-20"}
    refused = ctg("registre", "ajouter", "--json", typed=forged)
    assert refused.code == 1
    assert "key-unknown" in refused.err


def test_what_a_neighbour_says_is_refused_with_what_to_do(register: Path, ctg: Ctg) -> None:
    assert register
    oral = {**WANTED, "request": {**WANTED["request"], "in_writing": False}}
    refused = ctg("registre", "ajouter", typed=oral)
    assert refused.code == 1
    assert "demande vierge" in refused.err


def test_an_objection_leaves_no_name(register: Path, ctg: Ctg) -> None:
    assert register
    person = ctg("registre", "ajouter", "--json", typed=WANTED).json["id"]
    left = ctg("registre", "opposer", person, "--le", "2024-11-22", "--json").json
    assert left["state"] == "refused"
    listed = ctg("registre", "lister").out
    assert "opposition" in listed
    assert "Guérin" not in listed
    assert "register-objected" in ctg("registre", "ajouter", "--json", typed=WANTED).err
    assert ctg("registre", "ajouter", "--homonyme", typed=WANTED).code == 0


def test_an_alert_is_called_through(register: Path, ctg: Ctg) -> None:
    assert register
    own = {**WANTED, "request": {"on": "2024-11-20"}}
    person = ctg("registre", "ajouter", "--json", typed=own).json["id"]
    alert = ctg("registre", "alerter", "Canicule", "--json").json["id"]
    called = ctg("registre", "appeler", alert, person, "--resultat", "well", "--json").json
    assert (called["result"], called["by"]) == ("well", KEEPER)
    (row,) = ctg("registre", "appels", alert, "--json").json
    assert (row["id"], row["reached_today"]) == (person, True)
    assert "va bien" in ctg("registre", "appels", alert).out
    assert ctg("registre", "finir", alert).code == 0
    assert "finie" in ctg("registre", "alertes").out


def test_people_are_named_and_taken_away(register: Path, ctg: Ctg, tmp_path: Path) -> None:
    assert register
    file = tmp_path / "nouveau"
    file.write_text("Brume-88-Tilleul-Gare\n", "utf-8")
    more = ctg("registre", "utilisateurs", "--ajouter", "Bruno Petit", "--nouveau-de", file)
    assert more.out.split("\n")[:2] == [KEEPER, "Bruno Petit"]
    assert ctg("registre", "utilisateurs", "--retirer", "Bruno Petit").out == f"{KEEPER}\n"
    assert (
        "register-user-last" in ctg("registre", "utilisateurs", "--retirer", KEEPER, "--json").err
    )


def test_the_other_commands_do_not_reach_it(register: Path, ctg: Ctg, tmp_path: Path) -> None:
    assert register
    person = ctg("registre", "ajouter", "--json", typed=WANTED).json["id"]
    assert ctg("chercher", "Guérin").out == "Rien trouvé.\n"
    assert ctg("historique", person).code == 1
    assert "Guérin" not in ctg("historique").out
    target = tmp_path / "annuaire.csv"
    ctg("exporter", "annuaire", "--format", "csv", target)
    assert "Guérin" not in target.read_text("utf-8-sig")
