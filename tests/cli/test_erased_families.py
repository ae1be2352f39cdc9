"""A family erased by ``ctg`` is in no file that processes wrote, nor in anything they say later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ctg_desktop.usecases.day import today
from tests.cli.conftest import Ctg
from tests.keys_for_tests import KEY
from tests.written_files import found_in

YEAR = today().year
PROGRAM = "import sys; from ctg_desktop.__main__ import command; sys.exit(command())"
WORDS = ("zarquevaux", "ysoline", "kertvedec", "639980077", "ysolinette", "gribouvine", "suivistre")
AGREED = [{"purpose": "welcome", "given_on": f"{YEAR}-01-02"}]
FAMILY: dict[str, Any] = {
    "name": "Famille Zarquevaux",
    "arrival_date": f"{YEAR}-01-02",
    "address": {"lines": ["3, ruelle Kertvedec"], "postal_code": "86400", "city": "Civray"},
    "phones": [{"number": "06 39 98 00 77", "consents": AGREED}],
    "emails": [{"address": "ysolinette@famille.example", "consents": AGREED}],
    "needs": ["school"],
    "persons": [{"first_name": "Ysoline", "last_name": "Zarquevaux", "role": "adult"}],
    "referent": "Mme Suivistre",
    "informed_on": f"{YEAR}-01-02",
}


@dataclass(frozen=True)
class Processes:
    """Runs ``ctg``, each time in a process of its own, and remembers all that it said."""

    vault: Path
    data: Path
    temporary: Path
    out: Path

    def __call__(self, *words: object, typed: object = None, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "--coffre", str(self.vault), *map(str, words)],
            input=json.dumps(typed).encode(),
            capture_output=True,
            env={
                **os.environ,
                **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(self.temporary)),
                "CTG_DONNEES": str(self.data),
            },
            check=False,
        )
        assert done.returncode == code, done.stderr.decode()
        return (done.stdout + done.stderr).decode()

    def readable(self, without: Iterable[Path] = ()) -> dict[str, set[str]]:
        folders = (self.vault, self.data, self.temporary, self.out)
        found = found_in(folders, WORDS, KEY)
        kept = tuple(without)
        return {
            name: said
            for name, said in found.items()
            if not any(Path(name).is_relative_to(one) for one in kept)
        }


@pytest.fixture
def processes(ctg: Ctg, vault: Path, tmp_path: Path) -> Processes:
    assert ctg is not None
    made = Processes(vault, tmp_path / "données", tmp_path / "temporaire", tmp_path / "sorties")
    made.temporary.mkdir()
    made.out.mkdir()
    return made


def test_no_process_leaves_or_says_anything_of_it(processes: Processes, tmp_path: Path) -> None:
    family = processes("famille", "ajouter", typed=FAMILY).split()[0]
    processes("famille", "note", family, typed={"text": "Parle du gribouvine"})
    told = {"household": family, "need": "school", "listing_name": "École"}
    processes("orientation", "ajouter", typed=told)
    handed_over = tmp_path / "remis"
    processes("famille", "accueillir", family, "--dossier", handed_over, "--courriel", "welcome")
    processes("famille", "dossier", family, "--sortie", handed_over / "dossier.pdf")
    backup = Path(json.loads(processes("--json", "sauvegarder"))["sauvegarde"])
    figures = processes("famille", "chiffres")
    given = set().union(*found_in((handed_over, processes.vault), WORDS, KEY).values())
    assert given == set(WORDS)

    said = processes("famille", "effacer", family, "--motif", "demande")
    assert processes.readable(without=(backup,)) == {}
    said += processes("historique") + processes("famille", "lister", "--vue", "all")
    processes("restaurer", backup.name)
    said += after(processes, family)
    assert processes("famille", "chiffres") == figures
    assert processes.readable(without=(backup,)) == {}
    assert [word for word in WORDS if word in said.lower()] == []


def after(ctg: Processes, family: str) -> str:
    """Run whatever tells of families; return what it said."""
    said = [
        ctg("famille", "lister", "--vue", "all"),
        ctg("chercher", WORDS[0]),
        ctg("historique"),
        ctg("orientation", "lister"),
        ctg("imprimer", "journal", "--sortie", ctg.out / "journal.pdf"),
        ctg("imprimer", "traitement", "--sortie", ctg.out / "traitements.pdf"),
        ctg("exporter", "annuaire", "--format", "xlsx", ctg.out / "annuaire.xlsx"),
        ctg("famille", "chiffres", "--sortie", ctg.out / "chiffres.csv", code=1),
        ctg("famille", "montrer", family, code=1),
        ctg("famille", "dossier", family, "--sortie", ctg.out / "dossier.pdf", code=1),
        ctg("famille", "accueillir", family, "--dossier", ctg.out / "accueil", code=1),
        ctg("annuler", code=1),
    ]
    assert not (ctg.out / "dossier.pdf").exists()
    return "\n".join(said)
