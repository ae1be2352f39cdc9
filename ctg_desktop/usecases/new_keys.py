"""The keys of a vault that is not made yet: nothing is on the disk before the sheet was tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.domain.identifier import new_id
from ctg_desktop.keys.keyring import Keyring, NewUser, new_key
from ctg_desktop.keys.recovery import RecoveryCode


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What a new vault is made with.

    Attributes:
        key: Of the data.
        keyring: Its locks, to be written beside the vault.
        code: What is printed.
    """

    key: bytes = field(repr=False)
    keyring: Keyring = field(repr=False)
    code: RecoveryCode = field(repr=False)


def prepare_keys(name: str, password: str, commune: str, today: date) -> NewKeys:
    """Draw the key of a new vault, and lock it with a password and a code.

    Takes a second: not on the thread of the screen.

    Args:
        name: Of its first user.
        password: Of that user.
        commune: Whose vault it will be; a password must not lean on it.
        today: The day it is.

    Raises:
        UserError: ``password-too-weak`` and what a name or a password may not be.
    """
    return keys_of([NewUser(name, password)], commune, today)


def keys_of(users: Sequence[NewUser], commune: str, today: date) -> NewKeys:
    """Draw a new key, and lock it with the password of each user and with one code.

    Takes half a second for each: not on the thread of the screen.

    Raises:
        UserError: ``user-missing``, ``users-too-many``, ``user-name-missing``,
            ``user-name-twice``, ``password-too-weak`` and what a password may not be.
    """
    key = new_key()
    keyring, code = Keyring.create(new_id(), key, users, today, (commune,))
    return NewKeys(key, keyring, code)
