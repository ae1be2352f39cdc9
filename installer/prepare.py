"""Prepare this checkout: system libraries, ``.venv``, pinned packages, the program itself.

Run it with any Python 3.11 or newer: ``python installer/prepare.py [run|test|bench|lint]``. Only
the standard library is used. What is already there is not done again, so that a prepared checkout
needs no network.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import checker
import system_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
CHECKER = ROOT / "tests" / "accessibility"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

OLDEST = (3, 11)
SETS = ("run", "test", "bench", "lint")
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")


class Refused(Exception):
    """The checkout cannot be prepared; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Prepare for one of the sets; return 0, or 1 when something is missing."""
    chosen = arguments[0] if arguments else "run"
    if len(arguments) > 1 or chosen not in SETS:
        print(f"usage: prepare.py [{'|'.join(SETS)}]", file=sys.stderr)
        return 2
    try:
        prepare(chosen)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def prepare(chosen: str) -> None:
    """Make or complete ``.venv`` for a set of requirements.

    Raises:
        Refused: This Python is too old, or a step failed.
    """
    if sys.version_info < OLDEST:
        raise Refused(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    system_packages.provide(*_packages_of_python())
    _provide_environment()
    _install(chosen)
    if chosen == "test":
        checker.provide(PYTHON, CHECKER, ENVIRONMENT / CHECKER.name)


def _packages_of_python() -> tuple[str, ...]:
    """Name the Debian package that this Python's ``venv`` lacks, if it does."""
    if ENVIRONMENT.exists() or importlib.util.find_spec("ensurepip"):
        return ()
    return (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)


def _provide_environment() -> None:
    if _works():
        return
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        raise Refused(f"{ENVIRONMENT} has no pip: run this with another Python, it is made anew.")
    print(f"Making {ENVIRONMENT.relative_to(ROOT)} with Python {sys.version.split()[0]}")
    _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "The environment")


def _works() -> bool:
    """Tell whether ``.venv`` is there, whole, and of a Python that is new enough."""
    if not PYTHON.exists():
        return False
    question = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    asked = subprocess.run([str(PYTHON), "-c", question], check=False, capture_output=True)
    return asked.returncode == 0


def _install(chosen: str) -> None:
    stamp = ENVIRONMENT / f".prepared-{chosen}"
    wanted = _fingerprint(chosen)
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    print(f"Installing the pinned packages ({chosen}); the first time takes a minute or two")
    pins = [f"--requirement={REQUIREMENTS / name}.txt" for name in (chosen, "build")]
    _pip(["--require-hashes", *pins], "The pinned packages")
    _pip(["--no-deps", "--no-build-isolation", "--editable", str(ROOT)], "The program")
    stamp.write_text(wanted, "utf-8")


def _fingerprint(chosen: str) -> str:
    """Return what the installed set depends on: pins, project metadata, place of the checkout."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    metadata = [project["build-system"], project["project"], project["tool"]["hatch"], str(ROOT)]
    digest = hashlib.sha256(json.dumps(metadata, sort_keys=True).encode())
    for name in (chosen, "build"):
        digest.update((REQUIREMENTS / f"{name}.txt").read_bytes())
    return digest.hexdigest()


def _pip(words: list[str], what: str) -> None:
    _run([str(PYTHON), *PIP, *words], what)


def _run(command: list[str], what: str) -> None:
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        raise Refused(f"{what} could not be installed: see the lines above. Then run this again.")


def clean() -> None:
    """Remove what is made and can be made again."""
    for name in ("build", "dist", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache"):
        shutil.rmtree(ROOT / name, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
