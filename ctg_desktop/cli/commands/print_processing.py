"""The sheets of the register of processing: ``imprimer traitement``."""

from __future__ import annotations

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, print_paper
from ctg_desktop.usecases.office import Office


def _processing(call: Call, office: Office) -> None:
    print_paper(call, office, office.family_rights.processing_entry(call.today))


COMMAND = VaultCommand(
    "traitement",
    "imprime les fiches du registre des traitements\u00a0: familles, personnes vulnérables",
    _processing,
    add_target,
)
