"""A command line on a data folder of its own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ctg_desktop.bootstrap import run_command
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import PASSWORD, make_locked


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ctg = Callable[..., Answer]


@pytest.fixture
def ctg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ctg:
    monkeypatch.setenv("CTG_DONNEES", str(tmp_path / "données"))

    def run(*words: object, typed: object = None) -> Answer:
        text = typed if isinstance(typed, str) else json.dumps(typed)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        try:
            code = run_command([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture
def vault(tmp_path: Path, ctg: Ctg, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a vault, the last one opened, whose password the commands are given."""
    assert ctg is not None
    folder = tmp_path / "coffre"
    profile = Profile(Role.COMMUNE, "86078", "Civray")
    make_locked(folder, profile)
    Start(tmp_path / "données").remember(folder, profile.name)
    monkeypatch.setenv("CTG_MOT_DE_PASSE", PASSWORD)
    return folder
