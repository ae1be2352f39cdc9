"""Prepare this checkout, make the demonstration commune and its booklet, open the window.

python installer/first_run.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import prepare
from system_packages import has_display

BUILD = prepare.ROOT / "build"
VAULT = BUILD / "demonstration"
BOOKLET = BUILD / "livret.pdf"


def main() -> int:
    """Run every step; return the exit code of the first that fails, else 0."""
    return (
        prepare.main(["run"])
        or _make_demonstration()
        or _program("ctg", "--coffre", VAULT, "livret", "--sortie", BOOKLET)
        or _show()
    )


def _make_demonstration() -> int:
    if VAULT.exists():
        return 0
    BUILD.mkdir(exist_ok=True)
    return _program("ctg", "demo", VAULT)


def _show() -> int:
    print(f"Demonstration commune: {VAULT}\nIts booklet: {BOOKLET}", flush=True)
    if not has_display():
        print(f"No display here. With one: {_path('ctg-desktop')} --coffre {VAULT}")
        return 0
    return _program("ctg-desktop", "--coffre", VAULT)


def _program(name: str, *words: str | Path) -> int:
    return subprocess.run([str(_path(name)), *map(str, words)], check=False).returncode


def _path(name: str) -> Path:
    return prepare.SCRIPTS / (f"{name}.exe" if os.name == "nt" else name)


if __name__ == "__main__":
    sys.exit(main())
