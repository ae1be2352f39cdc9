"""``imprimer journal``: the journal of access on paper."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _options(parser: ArgumentParser) -> None:
    add_target(parser)


def _print(call: Call, office: Office) -> None:
    report = keep_paper(office.access_log.paper(call.today), call.options.sortie)
    office.access_log.note(AccessKind.PRINTED, "access-log")
    said = written(report, plural(report.pages, "page", "pages"))
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


COMMAND = VaultCommand("journal", "imprime le journal des accès", _print, _options)
