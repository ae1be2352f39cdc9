"""The report of a year of the directory and the calendar: ``imprimer bilan``."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--annee", type=int, metavar="AAAA", help="année du bilan\u202f; celle-ci sans cela"
    )


def _report(call: Call, office: Office) -> None:
    given = call.options
    year = call.today.year if given.annee is None else given.annee
    paper = office.year_reports.render(year, call.today)
    report = keep_paper(paper, given.sortie)
    said = written(report, plural(report.pages, *paper.format))
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


COMMAND = VaultCommand("bilan", "imprime le bilan d’une année de l’annuaire", _report, _options)
