from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from .tree import ROOT

SCRIPT = Path(__file__).with_name("none_references.py")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIN = next(
    requirement
    for requirement in map(Requirement, PROJECT["dependencies"])
    if requirement.name == "PySide6-Essentials"
)


def test_no_pyside_that_breaks_python_3_11() -> None:
    if "3.11.0" in SpecifierSet(PROJECT["requires-python"]):
        assert not any(
            f"6.{minor}.{patch}" in PIN.specifier for minor in (12, 13) for patch in (0, 9)
        )
    assert "6.8.0" in PIN.specifier


def test_calls_between_qt_and_python_lose_no_reference_to_none() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100
