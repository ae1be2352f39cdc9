"""Papers of the register."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, answer_report, elsewhere, print_paper
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.register_door import inside
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper, keep_paper
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import TableFormat

_PDF = ".pdf"


def keep(call: Call, register: OpenRegister, paper: RenderedPaper) -> None:
    """Write a paper where the options say; noted in the name of whoever opened the register."""
    report = keep_paper(paper, call.options.sortie)
    if paper.carries is not None:
        register.note(AccessKind.EXPORTED, paper.carries.what, paper.carries.ids)
    answer_report(call, report)


def _receipt(call: Call, register: OpenRegister) -> None:
    keep(call, register, register.papers.acknowledgement(call.options.id, call.today))


def _access(call: Call, register: OpenRegister) -> None:
    keep(call, register, register.papers.access(call.options.id, call.today))


def _form(call: Call, office: Office) -> None:
    print_paper(call, office, office.register.request_form(call.today))


def _prefect(call: Call, register: OpenRegister) -> None:
    target: Path = call.options.sortie
    ending = target.suffix.lower()
    if ending == _PDF:
        keep(call, register, register.papers.prefect(call.today, call.options.alerte))
        return
    try:
        wanted = TableFormat(ending.removeprefix("."))
    except ValueError:
        raise UserError("table-format-unknown", value=ending[:10]) from None
    table = register.papers.write_prefect(target, wanted, call.options.alerte)
    said = plural(table.persons, "personne", "personnes")
    call.console.answer(
        {"fichier": str(table.path), "personnes": table.persons},
        [f"{table.path}\u00a0: {said}", *elsewhere(table.path, table.asked)],
    )


def _yearly(call: Call, register: OpenRegister) -> None:
    paper = register.papers.yearly(call.today)
    if paper is None:
        raise UserError("register-nobody-to-confirm")
    keep(call, register, paper)


def _receipt_options(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la personne")
    add_target(parser)


def _prefect_options(parser: ArgumentParser) -> None:
    add_target(parser, "F.pdf|F.csv|F.ods|F.xlsx")
    parser.add_argument(
        "--alerte", type=words, metavar="ALERTE", help="identifiant de l’alerte à nommer"
    )


COMMANDS = (
    VaultCommand(
        "accuse", "imprime l’accusé de réception d’une demande", inside(_receipt), _receipt_options
    ),
    VaultCommand(
        "dossier",
        "imprime tout ce qui est noté d’une personne, qui le demande",
        inside(_access),
        _receipt_options,
    ),
    VaultCommand("formulaire", "imprime la demande vierge", _form, add_target),
    VaultCommand("prefet", "écrit le registre pour le préfet", inside(_prefect), _prefect_options),
    VaultCommand("lettres", "imprime les lettres de l’appel annuel", inside(_yearly), add_target),
)
"""Verbs of ``registre``."""
