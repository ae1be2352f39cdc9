"""How a command comes by the password of a vault, and opens it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from ctg_desktop.cli.command import Call
from ctg_desktop.cli.parser import words
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.access import Access, Opened, VaultState
from ctg_desktop.usecases.new_keys import NewKeys, prepare_keys
from ctg_desktop.usecases.old_keys import LOST, old_keys

VARIABLE = "CTG_MOT_DE_PASSE"
REGISTER_VARIABLE = "CTG_MOT_DE_PASSE_REGISTRE"
LARGEST = 4096


def chosen_vault(call: Call) -> Path:
    """Return the vault that a command works in: the one named, or the last one opened.

    Raises:
        UserError: ``vault-not-chosen``.
    """
    if call.folder is not None:
        return call.folder
    recent = call.workplace.start.recent()
    if not recent:
        raise UserError("vault-not-chosen")
    return recent[0]


def unlocked(call: Call, folder: Path) -> Opened:
    """Open the door of a vault; a demonstration of the first version is encrypted on the way.

    Raises:
        UserError: ``password-needed``, ``password-wrong``, ``too-many-tries``, ``user-unknown``;
            ``vault-missing``, ``vault-plain``.
        EnvironmentFault: ``keyring-old``: those of a backup may serve. The keys or the file of the
            password cannot be read.
    """
    access = Access(folder)
    state = _state(access, folder)
    if state is VaultState.NONE:
        raise UserError("vault-missing", folder=str(folder))
    if state is VaultState.PLAIN:
        raise UserError("vault-plain", folder=str(folder))
    if state is VaultState.PLAIN_PRACTICE:
        access.convert()
    return unlocked_by(call, access)


def unlocked_by(call: Call, door: Access) -> Opened:
    """Open a door that has locks.

    Raises:
        UserError: As ``unlocked``.
        EnvironmentFault: As ``unlocked``.
    """
    if door.is_practice:
        return door.unlock_practice()
    return door.unlock(password(call), call.options.utilisateur)


def _state(access: Access, folder: Path) -> VaultState:
    try:
        return access.state
    except EnvironmentFault as fault:
        found = old_keys(folder) if fault.code in LOST else None
        if found is None:
            raise
        raise EnvironmentFault("keyring-old", name=found.name) from fault


def new_keys(call: Call, commune: str, today: date) -> NewKeys:
    """Return the keys of a vault that a command makes, for one user.

    Raises:
        UserError: ``password-needed``, ``password-too-weak``, ``user-name-missing``.
        EnvironmentFault: The file of the password cannot be read.
    """
    name = call.options.utilisateur
    if name is None:
        name = call.workplace.account()
    return prepare_keys(name, password(call), commune, today)


def password(call: Call) -> str:
    """Return the password: the first line of the file named, or the variable.

    Raises:
        UserError: ``password-needed``; ``file-missing``.
        EnvironmentFault: ``file-unreadable``.
    """
    typed = _given(call.options.mot_de_passe_de, VARIABLE)
    if not typed:
        raise UserError("password-needed", field="password")
    return typed


def register_password(call: Call) -> str:
    """Return the password of the register, which is not that of the vault.

    Raises:
        UserError: ``register-password-needed``; ``file-missing``.
        EnvironmentFault: ``file-unreadable``.
    """
    typed = _given(call.options.mot_de_passe_registre_de, REGISTER_VARIABLE)
    if not typed:
        raise UserError("register-password-needed", field="password")
    return typed


def first_line(file: Path) -> str:
    """Return a password that stands in a file.

    Raises:
        UserError: ``file-missing``.
        EnvironmentFault: ``file-unreadable``.
    """
    return words(_first_line(file))


def _given(file: Path | None, variable: str) -> str:
    return words(os.environ.get(variable, "") if file is None else _first_line(file))


def _first_line(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            line = stream.readline(LARGEST)
    except FileNotFoundError as error:
        raise UserError("file-missing", name=file.name) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", name=file.name) from error
    return line.decode("utf-8-sig", "replace").rstrip("\r\n")
