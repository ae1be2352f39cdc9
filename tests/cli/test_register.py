"""The register by commands: each one needs the password of the vault, and that of the register."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ctg_desktop.domain.wording import day
from ctg_desktop.usecases.day import today
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
    refused = ctg("registre", "ajouter", typed=forged)
    assert refused.code == 1
    assert "« registered_on » est une étape" in refused.err.replace("\u202f", " ")
    assert "« inscrire »" in refused.err.replace("\u202f", " ")
    person = ctg("registre", "ajouter", "--json", typed=WANTED).json["id"]
    early = ctg("registre", "accuser", person, "--le", "2024-11-01")
    assert (early.code, early.err.split("\u00a0")[0]) == (1, "Accusé de réception")


def test_a_person_is_read_in_french(register: Path, ctg: Ctg) -> None:
    assert register
    warned = [{"name": "Anne <i> & l’Œuvre", "quality": "fille", "phone": "0639980211"}]
    person = ctg("registre", "ajouter", "--json", typed={**WANTED, "to_warn": warned}).json["id"]
    ctg("registre", "accuser", person, "--le", "2024-11-21")
    ctg("registre", "inscrire", person, "--le", "2024-11-22")
    alert = ctg("registre", "alerter", "Canicule", "--json").json["id"]
    ctg("registre", "appeler", alert, person, "--resultat", "no-answer")
    *lines, called = ctg("registre", "montrer", person).out.replace("\u00a0", " ").splitlines()
    assert lines == [
        f"Identifiant : {person}",
        "Nom et prénoms : Guérin Paulette",
        "Date de naissance : 25 septembre 1947",
        "Adresse : 9 rue du Four",
        "Téléphone : 05 36 49 02 05",
        "Services à domicile : non renseigné",
        "Personnes à prévenir : Anne <i> & l’Œuvre, fille, 06 39 98 02 11",
        "Qualité : 65 ans et plus, à son domicile",
        "Demande : mer. 20 nov. 2024, par un tiers, par écrit",
        "Qui demande : Yvonne Lafleur, voisine",
        "Où est rangé l’écrit : classeur",
        "État : inscrite",
        "Accusé de réception : jeu. 21 nov. 2024",
        "Inscription : ven. 22 nov. 2024",
    ]
    assert called.startswith("Appel : ")
    assert called.endswith(f", pas de réponse ({KEEPER})")


def test_who_asks_for_their_data_gets_a_paper(register: Path, ctg: Ctg, tmp_path: Path) -> None:
    assert register
    person = ctg("registre", "ajouter", "--json", typed=WANTED).json["id"]
    target = tmp_path / "données.pdf"
    assert ctg("registre", "dossier", person, "--sortie", target).code == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert ctg("registre", "dossier", "inconnue", "--sortie", target).code == 1


def test_the_eighth_day_is_said_to_be_in_time(register: Path, ctg: Ctg) -> None:
    assert register
    asked = today() - timedelta(days=8)
    wanted = {**WANTED, "request": {"on": str(asked)}}
    person = ctg("registre", "ajouter", "--json", typed=wanted).json["id"]
    last = f"au plus tard le {day(today())}"
    assert last in ctg("registre", "echeances").out
    assert f"à envoyer, accusé de réception {last}" in ctg("registre", "montrer", person).out


def test_the_day_of_a_receipt_that_did_not_leave_is_taken_back(register: Path, ctg: Ctg) -> None:
    assert register
    person = ctg("registre", "ajouter", "--json", typed=WANTED).json["id"]
    assert ctg("registre", "accuser", person, "--json").json["state"] == "awaiting"
    taken = ctg("registre", "accuser", person, "--enlever", "--json").json
    assert (taken["state"], taken["acknowledged_on"]) == ("to-acknowledge", None)
    assert ctg("registre", "accuser", person, "--enlever", "--le", "2024-11-21").code == 2


def test_an_entry_and_a_confirmation_by_mistake_are_taken_back(register: Path, ctg: Ctg) -> None:
    assert register
    wanted = {**WANTED, "request": {"on": "2024-11-20"}}
    person = ctg("registre", "ajouter", "--json", typed=wanted).json["id"]
    ctg("registre", "inscrire", person, "--le", "2024-11-20")
    assert ctg("registre", "confirmer", person, "--json").json["confirmed_on"] == str(today())
    left = ctg("registre", "confirmer", person, "--enlever", "--json").json
    assert (left["state"], left["confirmed_on"]) == ("registered", None)
    assert "Appel annuel\u00a0: 1\u00a0personne" in ctg("registre", "echeances").out
    refused = ctg("registre", "modifier", person, typed={"request": WANTED["request"]})
    assert refused.code == 1
    assert refused.err.startswith("Qui fait la demande\u00a0: La personne est inscrite")
    left = ctg("registre", "inscrire", person, "--enlever", "--json").json
    assert (left["state"], left["registered_on"]) == ("to-acknowledge", None)


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


def test_that_somebody_is_entered_twice_is_said_when_one_sheet_goes(
    register: Path, ctg: Ctg
) -> None:
    assert register
    first, second = (
        ctg("registre", "ajouter", "--json", typed=WANTED).json["id"] for _time in range(2)
    )
    assert "Une autre fiche porte ce nom" in ctg("registre", "opposer", first).err
    assert ctg("registre", "opposer", second).err == ""


def test_an_alert_is_called_through(register: Path, ctg: Ctg, tmp_path: Path) -> None:
    assert register
    own = {**WANTED, "request": {"on": "2024-11-20"}}
    person = ctg("registre", "ajouter", "--json", typed=own).json["id"]
    alert = ctg("registre", "alerter", "Canicule", "--json").json["id"]
    called = ctg("registre", "appeler", alert, person, "--resultat", "well", "--json").json
    assert (called["result"], called["by"]) == ("well", KEEPER)
    (row,) = ctg("registre", "appels", alert, "--json").json
    assert (row["id"], row["reached_today"]) == (person, True)
    assert "va bien" in ctg("registre", "appels", alert).out
    assert ctg("registre", "appeler", alert, person).code == 2
    day_alone = ctg("registre", "appeler", alert, person, "--resultat", "well", "--a", str(today()))
    assert day_alone.code == 2
    assert ctg("registre", "appeler", alert, person, "--enlever", "--json").json == {"appels": []}
    none_left = ctg("registre", "appeler", alert, person, "--enlever")
    assert (none_left.code, "Aucun appel" in none_left.err) == (1, True)
    ctg("registre", "appeler", alert, person, "--resultat", "well")
    assert ctg("registre", "finir", alert).out == "L’alerte est finie.\n"
    assert ctg("registre", "finir", alert, "--enlever").out == "L’alerte continue.\n"
    target = tmp_path / "prefet.csv"
    unknown = ctg("registre", "prefet", "--sortie", target, "--alerte", "rien", "--json")
    assert (unknown.code, target.exists()) == (1, False)
    assert "register-alert-unknown" in unknown.err
    assert ctg("registre", "prefet", "--sortie", target, "--alerte", alert).code == 0
    assert ctg("registre", "finir", alert).code == 0
    assert "finie" in ctg("registre", "alertes").out
    assert ctg("registre", "oublier", alert).code == 0
    assert ctg("registre", "alertes").out == "Aucune alerte.\n"
    assert ctg("registre", "montrer", person, "--json").json["calls"] == []


def test_people_are_named_and_taken_away(register: Path, ctg: Ctg, tmp_path: Path) -> None:
    assert register
    file = tmp_path / "nouveau"
    file.write_text("Brume-88-Tilleul-Gare\n", "utf-8")
    without = ctg("registre", "utilisateurs", "--ajouter", "Bruno Petit")
    assert without.code == 1
    assert "--nouveau-de" in without.err
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
