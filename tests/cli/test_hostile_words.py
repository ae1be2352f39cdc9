"""What a command line and standard input may hold, as a real process meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ctg

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]
NAME = {"name": "Mairie"}


@pytest.fixture
def process(vault: Path, tmp_path: Path) -> Process:
    program = "import sys; from ctg_desktop.__main__ import command; sys.exit(command())"

    def run(*words: str | bytes, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", program, "--coffre", str(vault), *words],
            input=typed,
            capture_output=True,
            env={**os.environ, "CTG_DONNEES": str(tmp_path / "données")},
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "typed",
    [
        b"",
        bytes(range(256)),
        '{"name": "Café"}'.encode("latin-1"),
        b"[" * 100_000 + b"]" * 100_000,
        b'{"name":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"name": NaN}',
        b'{"name": "a"}{"name": "b"}',
    ],
    ids=["empty", "binary", "latin-1", "deep-list", "deep-object", "nan", "two"],
)
def test_what_is_no_json(process: Process, typed: bytes) -> None:
    refused = process("--json", "fiche", "ajouter", typed=typed)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert json.loads(refused.stderr)["erreur"] == "json-invalid"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (b'\xef\xbb\xbf{"name": "Mairie"}', "Mairie"),
        (b'{"name": "A\\ud800B"}', "AB"),
        (b'{"name": "A\\ud83d\\ude00B"}', "A😀B"),
        (b'{"name": "A\\u0000B"}', "AB"),
    ],
    ids=["mark", "half-a-character", "two-halves", "nul"],
)
def test_what_is_cleaned(process: Process, typed: bytes, name: str) -> None:
    added = process("fiche", "ajouter", "--json", typed=typed)
    assert added.returncode == 0, added.stderr
    assert json.loads(added.stdout)["name"] == name
    assert added.stderr == b""


@pytest.mark.parametrize("key", ["category", "themes", "picture", "organisers"])
def test_half_a_character_in_a_code_is_refused_not_a_crash(process: Process, key: str) -> None:
    value = ["\ud800x"] if key in ("themes", "organisers") else "\ud800x"
    typed = json.dumps({**NAME, key: value}).encode()
    refused = process("--json", "fiche", "ajouter", typed=typed)
    assert refused.returncode == 1, refused.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((b"fiche", b"montrer", b"\xff\xfe"), 1),
        ((b"manifestation", b"supprimer", b"\xff\xfe"), 1),
        ((b"historique", b"\xff\xfe"), 1),
        ((b"chercher", b"\xff\xfe"), 0),
        ((b"fiche", b"lister", b"--rubrique", b"\xff\xfe"), 0),
        ((b"importer", b"/absent\xff\xfe"), 1),
    ],
)
def test_words_that_are_no_text(process: Process, words: tuple[bytes, ...], code: int) -> None:
    for options in ((), (b"--json",)):
        done = process(*options, *words)
        assert done.returncode == code, done.stderr
        assert b"Traceback" not in done.stderr
    json.loads(done.stderr or done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_whose_name_is_no_text(process: Process, tmp_path: Path) -> None:
    target = os.fsencode(tmp_path) + b"/\xff.csv"
    done = process("--json", "exporter", "annuaire", "--format", "csv", target)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["nombre"] == 0
    assert Path(os.fsdecode(target)).exists()


def test_a_reader_that_leaves(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    program = "import sys; from ctg_desktop.__main__ import command; sys.exit(command())"
    done = subprocess.run(
        [sys.executable, "-c", program, "plan", "--json"],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "CTG_DONNEES": str(tmp_path)},
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("danser",),
        ("fiche",),
        ("fiche", "danser"),
        ("livret",),
        ("livret", "--sortie", "a.pdf", "--date", "2026-13-01"),
        ("exporter", "annuaire", "--format", "docx", "a"),
    ],
)
def test_wrong_usage_in_both_forms(ctg: Ctg, words: tuple[str, ...]) -> None:
    said = ctg(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Utilisation\u00a0:")
    assert "usage:" not in said.err
    as_json = ctg("--json", *words)
    assert (as_json.code, as_json.out) == (2, "")
    assert set(json.loads(as_json.err)) == {"erreur", "message"}


def test_a_wrong_value_is_named(ctg: Ctg) -> None:
    refused = ctg("--json", "livret", "--sortie", "a.pdf", "--date", "demain")
    assert "--date" in json.loads(refused.err)["message"]


@pytest.mark.parametrize(
    "words",
    [
        ("--coffre", "{}", "--json", "fiche", "lister"),
        ("fiche", "--coffre", "{}", "--json", "lister"),
        ("fiche", "lister", "--coffre", "{}", "--json"),
    ],
)
def test_the_vault_is_named_before_or_after(ctg: Ctg, vault: Path, words: tuple[str, ...]) -> None:
    listed = ctg(*(word.format(vault) for word in words))
    assert (listed.code, listed.json) == (0, [])


def test_help_is_french_everywhere(ctg: Ctg) -> None:
    for words in ((), ("fiche",), ("fiche", "ajouter"), ("livret",), ("initialiser",)):
        helped = ctg(*words, "--help")
        assert helped.code == 0
        for english in ("usage:", "show ", "options:", "optional", "positional", "Options:"):
            assert english not in helped.out


def test_the_input_at_fault_is_said(ctg: Ctg, vault: Path) -> None:
    refused = ctg("--coffre", vault, "fiche", "ajouter", typed={"name": "x", "summary": "a" * 281})
    assert refused.err.startswith("En une phrase\u00a0: Ce texte est trop long")


def test_hours_that_are_not_understood_are_said(ctg: Ctg, vault: Path) -> None:
    typed = {"name": "x", "opening_hours": "quand la cloche sonne"}
    added = ctg("--coffre", vault, "fiche", "ajouter", typed=typed)
    assert added.code == 0
    assert "quand la cloche sonne" in added.err
    again = ctg("--coffre", vault, "fiche", "modifier", added.out.strip(), typed={"summary": "y"})
    assert again.err == ""
    in_json = ctg("--json", "--coffre", vault, "fiche", "ajouter", typed=typed)
    assert in_json.err == ""


def test_a_listing_and_an_event_are_shown_in_french(ctg: Ctg, vault: Path) -> None:
    place = ctg(
        "--coffre",
        vault,
        "fiche",
        "ajouter",
        typed={
            "name": "Salle des fêtes",
            "phones": [{"number": "0549000001", "private": True}],
            "opening_hours": "lun 9h-12h",
            "verified_on": "2026-09-03",
        },
    ).out.strip()
    shown = ctg("--coffre", vault, "fiche", "montrer", place).out
    assert "05\u00a049\u00a000\u00a000\u00a001 (privé)" in shown
    assert "Lundi" in shown or "lundi" in shown
    assert "sept. 2026" in shown
    event = ctg(
        "--coffre",
        vault,
        "manifestation",
        "ajouter",
        typed={"title": "Loto", "start": "2026-09-05T14:30", "place": place},
    ).out.strip()
    told = ctg("--coffre", vault, "manifestation", "montrer", event).out
    assert "Salle des fêtes" in told
    for text in (shown, told):
        assert not set("{}[]'") & set(text)
        assert "True" not in text
