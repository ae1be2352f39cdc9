"""The first page is up before anything heavy is loaded, and the rest comes while one types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from tests.keys_for_tests import make_locked

HEAVY = (
    "PIL",
    "alembic",
    "docx",
    "holidays",
    "icalendar",
    "lxml",
    "openpyxl",
    "phonenumbers",
    "pikepdf",
    "pypdfium2",
    "rapidfuzz",
    "reportlab",
    "segno",
    "vobject",
)
OF_AN_OPEN_VAULT = (
    "asyncio",
    "cryptography",
    "ctg_desktop.db.engine",
    "ctg_desktop.domain.families",
    "ctg_desktop.domain.listing",
    "ctg_desktop.domain.register",
    "ctg_desktop.ui.main_window",
    "ctg_desktop.usecases.office",
    "filelock",
    "sqlalchemy",
    "uuid6",
)
STARTED = (
    "ctg_desktop.bootstrap",
    "ctg_desktop.ui.app",
    "ctg_desktop.ui.main_window",
    "ctg_desktop.ui.accueil.page",
    "ctg_desktop.usecases.office",
)
LATE = (
    "ctg_desktop.cli.main",
    "ctg_desktop.domain.opening_hours",
    "ctg_desktop.usecases.booklets",
    "ctg_desktop.usecases.families.families",
    "ctg_desktop.usecases.imports",
    "ctg_desktop.usecases.letters",
    "ctg_desktop.usecases.register.register",
)


@dataclass(frozen=True)
class Loaded:
    """What a start had loaded when it came to rest."""

    modules: frozenset[str]
    own_import: bool


def test_opening_a_vault_loads_nothing_that_only_papers_and_imports_need() -> None:
    code = (
        f"import sys, {', '.join(STARTED)}\n"
        f"papers = [one for one in sys.modules if one.startswith('ctg_desktop.pdf.')]\n"
        f"print(*sorted({set(HEAVY + LATE)} & set(sys.modules)), *papers)"
    )
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, check=True, capture_output=True, text=True, timeout=120).stdout
    assert said.split() == []


@pytest.mark.parametrize("start", ["locked", "first"])
def test_the_first_page_waits_for_no_database(tmp_path: Path, start: str) -> None:
    at_first, _ = started(tmp_path, locked=start == "locked")
    assert not at_first.modules & {*HEAVY, *LATE, *OF_AN_OPEN_VAULT}
    assert "PySide6.QtWidgets" in at_first.modules


def test_the_rest_is_loaded_while_a_password_is_typed(tmp_path: Path) -> None:
    _, at_rest = started(tmp_path, locked=True)
    assert {"sqlalchemy", *STARTED} <= at_rest.modules
    assert not at_rest.modules & {*HEAVY, *LATE}


def test_python_loads_modules_itself(tmp_path: Path) -> None:
    assert all(one.own_import for one in started(tmp_path, locked=False))


def started(folder: Path, *, locked: bool) -> list[Loaded]:
    """Start the program on a locked vault, or for the first time; leave when it is at rest."""
    words: list[str] = []
    if locked:
        make_locked(folder / "civray", Profile(Role.COMMUNE, "86078", "Civray"))
        words = ["--coffre", str(folder / "civray")]
    environment = {
        **os.environ,
        "CTG_DONNEES": str(folder / "data"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    run = [sys.executable, "-m", "tests.house.first_page", *words]
    root = Path(__file__).parents[2]
    said = subprocess.run(
        run,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        env=environment,
        cwd=root,
    ).stdout
    found = [json.loads(line) for line in said.splitlines()]
    return [Loaded(frozenset(one["modules"]), one["own_import"]) for one in found]
