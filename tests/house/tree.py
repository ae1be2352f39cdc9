"""What the project's tree holds, for the tests that look at all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ctg_desktop"

_FOLDERS = (
    ".ci",
    "benchmarks",
    "ctg_desktop",
    "docs",
    "installer",
    "requirements",
    "resources",
    "tests",
)
MADE = {"__pycache__", "node_modules"}
_CODE = {".py", ".mjs", ".mako", ".html", ".css"}
_TEXT = _CODE | {".md", ".toml", ".txt", ".json", ".csv", ".svg", ".ini"}


def files() -> Iterator[Path]:
    """Yield every file of the project, without what is made from them."""
    yield from (file for file in sorted(ROOT.iterdir()) if file.is_file())
    for folder in _FOLDERS:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and not MADE & set(file.parts):
                yield file


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file with its content."""
    for file in files():
        if file.suffix in _TEXT or not file.suffix:
            yield file, file.read_text("utf-8")


def modules(folder: Path = PACKAGE) -> Iterator[tuple[Path, ast.Module]]:
    """Yield every Python file below a folder with its syntax tree."""
    for file in sorted(folder.rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"), filename=str(file))


def short(file: Path) -> str:
    """Return a path as it is written from the top of the project."""
    return file.relative_to(ROOT).as_posix()
