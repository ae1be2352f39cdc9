"""New vaults, and those of the first version."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ctg_desktop.cli.command import Call, FreeCommand
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.unlocking import chosen_vault, new_keys
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access import Access, VaultState
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.places import check_place


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
    parser.add_argument(
        "--quand-meme",
        action="store_true",
        help="aussi dans un dossier du réseau ou synchronisé, où un coffre n’est pas en sûreté",
    )


def _new(call: Call) -> None:
    options = call.options
    profile = Profile(Role(options.role), options.code, options.nom)
    if call.folder is None and not options.nom.strip():
        raise UserError("profile-name-missing", field="name")
    folder = call.folder or call.workplace.start.proposed_folder(options.nom)
    if not options.quand_meme:
        check_place(folder)
    keys = new_keys(call, profile.name, call.today)
    call.workplace.start.create(folder, profile, keys)
    _tell(call, folder, f"Le coffre est prêt dans {folder}", keys)


def _convert(call: Call) -> None:
    folder = chosen_vault(call)
    access = Access(folder)
    state = access.state
    keys = None if state is VaultState.PLAIN_PRACTICE else new_keys(call, "", call.today)
    access.convert(keys)
    _tell(call, folder, f"Le coffre est maintenant chiffré dans {folder}", keys)


def _tell(call: Call, folder: Path, done: str, keys: NewKeys | None) -> None:
    """Say what was made, and the code that is shown this once."""
    if keys is None:
        call.console.answer({"coffre": str(folder)}, [done])
        return
    (user,) = keys.keyring.users
    code = keys.code.text
    call.console.answer(
        {"coffre": str(folder), "utilisateur": user, "code_de_secours": code},
        [
            done,
            f"Utilisateur{NBSP}: {user}",
            f"Code de secours{NBSP}: {code}",
            "Notez ce code et rangez-le en lieu sûr : il ne sera plus affiché.",
        ],
    )


COMMANDS = (
    FreeCommand("demo", "crée la commune de démonstration", _demo, _demo_options),
    FreeCommand("initialiser", "crée un coffre vide", _new, _new_options),
    FreeCommand("convertir", "chiffre un coffre de la première version", _convert),
)
