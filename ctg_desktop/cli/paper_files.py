"""What commands that write a paper have in common: where to, and what is said of it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from ctg_desktop.cli.command import Call
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import PaperReport, RenderedPaper, keep_paper

_NAMED = 5


def add_target(parser: ArgumentParser, metavar: str = "F.pdf") -> None:
    """Add the option that says which file is written."""
    parser.add_argument(
        "--sortie", required=True, type=Path, metavar=metavar, help="fichier à écrire"
    )


def print_paper(call: Call, office: Office, paper: RenderedPaper) -> None:
    """Write a paper where the options say, note whose data it carries, and say so.

    Raises:
        UserError: ``consultation-personal``, ``target-is-folder``.
        EnvironmentFault: The file cannot be written.
    """
    office.access_log.require_for(paper)
    report = keep_paper(paper, call.options.sortie)
    office.access_log.note_paper(paper, AccessKind.EXPORTED)
    answer_report(call, report)


def answer_report(call: Call, report: PaperReport) -> None:
    """Say which file was written, and how many pages it has."""
    document = {"fichier": str(report.path), "pages": report.pages}
    call.console.answer(document, written(report, plural(report.pages, "page", "pages")))


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
