"""New vaults."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ctg_desktop.cli.command import Call, FreeCommand
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import UserError


def _demo_options(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="dossier du nouveau coffre")


def _demo(call: Call) -> None:
    folder: Path = call.options.dossier
    call.workplace.start.demonstration(folder, call.today)
    call.console.answer(
        {"coffre": str(folder)}, [f"La commune de démonstration est prête dans {folder}"]
    )


def _new_options(parser: ArgumentParser) -> None:
    roles = [role.value for role in Role]
    parser.add_argument("--role", choices=roles, required=True, help="commune ou communauté")
    parser.add_argument(
        "--code", type=words, required=True, help="code INSEE de la commune, SIREN sinon"
    )
    parser.add_argument(
        "--nom", type=words, required=True, help="nom de la commune ou de la communauté"
    )


def _new(call: Call) -> None:
    options = call.options
    profile = Profile(Role(options.role), options.code, options.nom)
    if call.folder is None and not options.nom.strip():
        raise UserError("profile-name-missing", field="name")
    folder = call.folder or call.workplace.start.proposed_folder(options.nom)
    call.workplace.start.create(folder, profile)
    call.console.answer({"coffre": str(folder)}, [f"Le coffre est prêt dans {folder}"])


COMMANDS = (
    FreeCommand("demo", "crée la commune de démonstration", _demo, _demo_options),
    FreeCommand("initialiser", "crée un coffre vide", _new, _new_options),
)
