"""``imprimer journal``: the journal of access on paper."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("--sortie", type=Path, required=True, metavar="F.pdf", help="fichier PDF")


def _print(call: Call, office: Office) -> None:
    report = keep_paper(office.access_log.paper(call.today), call.options.sortie)
    office.access_log.note(AccessKind.PRINTED, "access-log")
    call.console.answer(
        {"fichier": str(report.path), "pages": report.pages},
        [f"{report.path}\u00a0: {plural(report.pages, 'page', 'pages')}"],
    )


COMMAND = VaultCommand("journal", "imprime le journal des accès", _print, _options)
