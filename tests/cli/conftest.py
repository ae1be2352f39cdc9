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
def vault(tmp_path: Path, ctg: Ctg) -> Path:
    folder = tmp_path / "coffre"
    made = ctg(
        "--coffre", folder, "initialiser", "--role", "commune", "--code", "86078", "--nom", "Civray"
    )
    assert made.code == 0, made.err
    return folder
