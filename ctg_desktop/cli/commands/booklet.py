"""The booklet."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(text) from error


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sortie", required=True, type=Path, metavar="F.pdf", help="fichier à écrire"
    )
    parser.add_argument("--format", choices=["a5"], default="a5", help="format des pages")
    parser.add_argument("--langue", choices=["fr"], default="fr", help="langue du livret")
    parser.add_argument("--date", type=_day, metavar="AAAA-MM-JJ", help="date de l’édition")


def _booklet(call: Call, office: Office) -> None:
    report = office.booklets.make(call.options.sortie, call.options.date or call.today)
    said = [f"{report.path} : {plural(report.pages, 'page', 'pages')}"]
    if report.path != report.asked:
        said.append(f"Le fichier {report.asked.name} était ouvert ailleurs ou protégé.")
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


COMMANDS = (VaultCommand("livret", "imprime le livret en PDF", _booklet, _options),)
