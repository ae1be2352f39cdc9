"""What commands that write a paper have in common: where to, and what is said of it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from ctg_desktop.usecases.papers import PaperReport

_NAMED = 5


def add_target(parser: ArgumentParser, metavar: str = "F.pdf") -> None:
    """Add the option that says which file is written."""
    parser.add_argument(
        "--sortie", required=True, type=Path, metavar=metavar, help="fichier à écrire"
    )


def written(report: PaperReport, counted: str) -> list[str]:
    """Return the lines that say what was written, and where when that is elsewhere than asked.

    Args:
        report: Of the file.
        counted: What it holds: "3 pages".
    """
    return [f"{report.path}\u00a0: {counted}", *elsewhere(report.path, report.asked)]


def elsewhere(path: Path, asked: Path) -> list[str]:
    """Return a line when a file stands under another name than the one asked."""
    if path == asked:
        return []
    return [f"Le fichier {asked.name} était ouvert ailleurs ou protégé."]


def named(names: Sequence[str]) -> str:
    """Return the first names of a list, "…" for the others."""
    more = "…" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"
