"""Passwords of commands: where they come from, and what is said without one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctg_desktop.db.vault import FILE_NAME
from ctg_desktop.usecases.access import Access, VaultState
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import PASSWORD, USER

from .conftest import Ctg

NEW = ("initialiser", "--role", "commune", "--code", "86078", "--nom", "Civray")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file with the password, as an editor of Windows writes it."""
    file = tmp_path / "mot.txt"
    file.write_bytes(b"\xef\xbb\xbf" + PASSWORD.encode() + b"\r\nune autre ligne\r\n")
    return file


def test_a_vault_opens_with_a_file_or_the_variable(
    ctg: Ctg, vault: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ctg("--coffre", vault, "fiche", "lister").code == 0
    monkeypatch.delenv("CTG_MOT_DE_PASSE")
    needed = ctg("--json", "--coffre", vault, "fiche", "lister")
    assert (needed.code, needed.out) == (1, "")
    assert '"erreur":"password-needed"' in needed.err
    words = ("--coffre", vault, "--mot-de-passe-de", secret)
    assert ctg(*words, "fiche", "lister").code == 0
    assert ctg(*words, "--utilisateur", USER, "fiche", "lister").code == 0
    assert ctg(*words, "--utilisateur", "Personne", "fiche", "lister").code == 1


def test_wrong_passwords_are_refused_then_slowed_down(
    ctg: Ctg, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTG_MOT_DE_PASSE", "Faux-1234-Faux-Mot")
    for _ in range(5):
        refused = ctg("--json", "--coffre", vault, "fiche", "lister")
        assert (refused.code, '"erreur":"password-wrong"' in refused.err) == (1, True)
    monkeypatch.setenv("CTG_MOT_DE_PASSE", PASSWORD)
    assert "too-many-tries" in ctg("--json", "--coffre", vault, "fiche", "lister").err


def test_a_new_vault_gives_its_code_once(ctg: Ctg, tmp_path: Path, secret: Path) -> None:
    folder = tmp_path / "neuf"
    words = ("--coffre", folder, "--utilisateur", "Odile", "--mot-de-passe-de", secret)
    made = ctg("--json", *words, *NEW)
    assert made.code == 0, made.err
    assert made.json["utilisateur"] == "Odile"
    assert Access(folder).unlock_by_code(made.json["code_de_secours"]).key
    shown = ctg(*words, "fiche", "lister")
    assert shown.code == 0
    assert made.json["code_de_secours"] not in shown.out


@pytest.mark.parametrize(
    ("password", "code"), [("", "password-needed"), ("Civray86!", "password-too-weak")]
)
def test_no_vault_is_made_without_a_good_password(
    ctg: Ctg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str, code: str
) -> None:
    monkeypatch.setenv("CTG_MOT_DE_PASSE", password)
    refused = ctg("--json", "--coffre", tmp_path / "neuf", "--utilisateur", "Odile", *NEW)
    assert (refused.code, f'"erreur":"{code}"' in refused.err) == (1, True)
    assert not (tmp_path / "neuf").exists()


def test_a_file_of_the_password_that_is_not_there(ctg: Ctg, vault: Path, tmp_path: Path) -> None:
    words = ("--json", "--coffre", vault, "--mot-de-passe-de", tmp_path / "rien", "fiche", "lister")
    refused = ctg(*words)
    assert (refused.code, '"erreur":"file-missing"' in refused.err) == (1, True)


def test_a_plain_vault_is_converted_by_a_command(ctg: Ctg, tmp_path: Path, secret: Path) -> None:
    folder = tmp_path / "ancien"
    folder.mkdir()
    shutil.copy(sample("0001"), folder / FILE_NAME)
    words = ("--coffre", folder, "--utilisateur", USER, "--mot-de-passe-de", secret)
    refused = ctg("--json", *words, "fiche", "lister")
    assert (refused.code, '"erreur":"vault-plain"' in refused.err) == (1, True)
    done = ctg("--json", *words, "convertir")
    assert done.code == 0, done.err
    assert Access(folder).state is VaultState.LOCKED
    assert ctg(*words, "fiche", "lister").code == 0
    assert "vault-encrypted" in ctg("--json", *words, "convertir").err


def test_the_demonstration_needs_no_password(ctg: Ctg, tmp_path: Path) -> None:
    assert ctg("demo", tmp_path / "démo").code == 0
    assert Access(tmp_path / "démo").state is VaultState.PRACTICE
    assert ctg("--coffre", tmp_path / "démo", "fiche", "lister").code == 0


def test_a_synchronised_folder_is_refused_unless_insisted_on(
    ctg: Ctg, tmp_path: Path, secret: Path
) -> None:
    cloud = tmp_path / "Nuage"
    cloud.mkdir()
    (cloud / ".stfolder").mkdir()
    words = ("--coffre", cloud / "civray", "--mot-de-passe-de", secret)
    refused = ctg("--json", *words, *NEW)
    assert refused.code == 1
    assert '"erreur":"place-cloud"' in refused.err
    assert not (cloud / "civray").exists()
    assert ctg(*words, *NEW, "--quand-meme").code == 0
