"""Backups: make one, list them, restore one."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from ctg_desktop.cli.command import Call, FreeCommand, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.unlocking import chosen_vault, unlocked_by
from ctg_desktop.domain.backup import Backup
from ctg_desktop.domain.wording import moment
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.health import WHYS, unread
from ctg_desktop.usecases.access import Access, Opened, VaultState
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.old_keys import OldAccess, OldKeys
from ctg_desktop.usecases.recovery import Recovery, located

_MEGABYTE = 1024 * 1024


def _make_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "dossier",
        nargs="?",
        type=Path,
        metavar="DOSSIER",
        help="une clé ou un autre disque, où la sauvegarde est copiée puis relue",
    )


def _make(call: Call, office: Office) -> None:
    place: Path | None = call.options.dossier
    if place is not None and not place.is_dir():
        raise UserError("second-place-away", folder=str(place))
    made = office.backups.make()
    lines = [f"Sauvegarde vérifiée\u00a0: {made.folder}"]
    second = made.second
    if place is not None:
        second = office.backups.copy_to(place, made.backup)
    elif made.second_fault is not None:
        call.console.note(sentence(made.second_fault))
    if second is not None:
        lines.append(f"Copiée et relue\u00a0: {second}. Vous pouvez retirer la clé.")
    call.console.answer(
        {
            "sauvegarde": str(made.folder),
            "copie": None if second is None else str(second),
            **_shape(made.backup),
        },
        lines,
    )


def _list(call: Call, office: Office) -> None:
    found = office.backups.all()
    lines = columns([_cells(one) for one in found]) if found else ["Aucune sauvegarde."]
    call.console.answer(
        [{"dossier": str(office.backups.folder_of(one)), **_shape(one)} for one in found], lines
    )


def _shape(backup: Backup) -> dict[str, Any]:
    manifest = backup.manifest
    return {
        "nom": backup.name,
        "date": manifest.made_on.isoformat() if manifest else None,
        "motif": manifest.why.value if manifest else None,
        "verifiee": backup.verified,
        "octets": backup.size,
        "comptes": dict(manifest.counts) if manifest else {},
    }


def _cells(backup: Backup) -> tuple[str, ...]:
    manifest = backup.manifest
    if manifest is None:
        return (backup.name, unread(backup), "", "")
    return (
        backup.name,
        moment(manifest.made_on),
        f"{max(1, backup.size // _MEGABYTE)} Mo",
        WHYS[manifest.why] if backup.verified else "non vérifiée",
    )


def _restore_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "fichier", type=Path, metavar="FICHIER", help="la sauvegarde\u00a0: son dossier ou son nom"
    )
    parser.add_argument(
        "--serrures",
        action="store_true",
        help="ne reprend que les serrures (coffre.cles), si celles du coffre sont abîmées",
    )


def _restore(call: Call) -> None:
    folder = chosen_vault(call)
    recovery = Recovery(folder)
    backup = _named(recovery, call.options.fichier)
    if call.options.serrures:
        _restore_keys(call, folder, backup)
        return
    opened = _opened(call, folder, backup)
    done = recovery.restore(backup, opened.key, opened.user or call.workplace.account())
    lines = [f"Le coffre est celui de la sauvegarde {backup.name}."]
    if done.kept is not None:
        lines.append(f"Ce qui était là est gardé\u00a0: {recovery.folder_of(done.kept)}")
    if done.set_aside is not None:
        lines.append(f"Le fichier abîmé est gardé\u00a0: {done.set_aside}")
    call.console.answer(
        {
            "coffre": str(folder),
            "sauvegarde": str(backup),
            "gardee": str(recovery.folder_of(done.kept)) if done.kept else None,
            "mis_de_cote": str(done.set_aside) if done.set_aside else None,
        },
        lines,
    )


def _restore_keys(call: Call, folder: Path, backup: Path) -> None:
    door = OldAccess(folder, OldKeys(backup.name, backup))
    unlocked_by(call, door)
    if not door.taken:
        if door.has_own:
            raise UserError("keyring-sound")
        raise EnvironmentFault("vault-lost" if door.is_lost else "vault-damaged")
    lines = [
        f"Les serrures du coffre sont celles de la sauvegarde {backup.name}.",
        "Vérifiez, dans Réglages, qui a un mot de passe.",
    ]
    document = {"coffre": str(folder), "sauvegarde": str(backup), "personnes": list(door.users())}
    call.console.answer(document, lines)


def _named(recovery: Recovery, given: Path) -> Path:
    """Return the backup named, or pointed at."""
    for one in recovery.backups():
        if one.name == str(given):
            return recovery.folder_of(one)
    if not given.exists():
        raise UserError("file-missing", name=given.name)
    return located(given)


def _opened(call: Call, folder: Path, backup: Path) -> Opened:
    """Open by the locks beside the vault, else by those of the backup."""
    try:
        present = Access(folder).state in {VaultState.LOCKED, VaultState.PRACTICE}
    except EnvironmentFault:
        present = False
    return unlocked_by(call, Access(folder) if present else Access(folder, keys=backup))


COMMANDS = (
    VaultCommand("sauvegarder", "fait une sauvegarde et la vérifie", _make, _make_options),
    VaultCommand("sauvegardes", "montre les sauvegardes", _list),
    FreeCommand(
        "restaurer", "remet une sauvegarde à la place du coffre", _restore, _restore_options
    ),
)
