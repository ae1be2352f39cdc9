"""Who may open the register: its door, its keyring inside the vault, and their own words.

The locks are those of the vault's own door; what is said of them is not: a person who is told
"the vault's printed code" would look for the wrong sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

import msgspec

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.errors import UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.usecases.door import Door, OpenDoor, Opened
from ctg_desktop.usecases.register.shelf import register_line

P = ParamSpec("P")
R = TypeVar("R")

TRIES = "registre.essais"
"""File in which wrong tries at this door are counted, beside the vault."""

_CODES = {
    "password-wrong": "register-password-wrong",
    "recovery-code-wrong": "register-code-wrong",
    "user-unknown": "register-user-unknown",
    "user-last": "register-user-last",
}


def _in_own_words(act: Callable[P, R]) -> Callable[P, R]:
    """Let a refusal of the locks name the register."""

    @wraps(act)
    def acted(*given: P.args, **named: P.kwargs) -> R:
        try:
            return act(*given, **named)
        except UserError as error:
            code = _CODES.get(error.code)
            if code is None:
                raise
            raise UserError(code, field=error.field, **error.params) from error

    return acted


def _nothing() -> None:
    """Ask nothing before the keyring is touched."""


@dataclass(frozen=True, slots=True)
class LockPlace:
    """The keyring inside the database of the vault.

    Attributes:
        user: Who changes it, for the journal of access.
        require: Raises where it may not be touched any more.
    """

    vault: Vault
    user: str
    require: Callable[[], object] = _nothing

    @property
    def is_there(self) -> bool:
        """Whether the register was set up."""
        return self.vault.register.lock() is not None

    def read(self) -> Keyring:
        """Read it.

        Raises:
            UserError: ``register-not-set-up``; ``register-closed``; ``keyring-newer``.
            EnvironmentFault: ``keyring-damaged``.
        """
        self.require()
        lock = self.vault.register.lock()
        if lock is None:
            raise UserError("register-not-set-up")
        return keyring.parsed(msgspec.json.encode(lock))

    def write(self, keys: Keyring) -> None:
        """Replace it.

        Raises:
            UserError: ``register-closed``.
        """
        self.require()
        self.put(keys, "register-locks")

    def put(self, keys: Keyring, what: str) -> None:
        """Replace it, and say in the journal of access what was done."""
        plain = msgspec.json.decode(keyring.encoded(keys))
        line = register_line(self.vault, self.user, AccessKind.CHANGED, what)
        self.vault.register.set_lock(plain, line)


class RegisterDoor(Door):
    """The door of the register from outside."""

    @_in_own_words
    def unlock(self, password: str, user: str | None = None) -> Opened:
        """Open with a password; see :meth:`Door.unlock`.

        Raises:
            UserError: ``register-password-wrong``, ``register-user-unknown``,
                ``register-not-set-up``, and the others of the vault's door.
        """
        return super().unlock(password, user)

    @_in_own_words
    def unlock_by_code(self, typed: str) -> Opened:
        """Open with the printed code of the register; see :meth:`Door.unlock_by_code`.

        Raises:
            UserError: ``register-code-wrong``, and the others of the vault's door.
        """
        return super().unlock_by_code(typed)


class RegisterLocks(OpenDoor):
    """Who may open the register, once it is open."""

    @_in_own_words
    def unlock(self, password: str, user: str | None = None) -> Opened:
        """Ask for a password again; see :meth:`Door.unlock`.

        Raises:
            UserError: ``register-password-wrong``, ``register-user-unknown``.
        """
        return super().unlock(password, user)

    @_in_own_words
    def add_user(self, user: NewUser) -> None:
        """Name one more person; see :meth:`OpenDoor.add_user`."""
        super().add_user(user)

    @_in_own_words
    def remove_user(self, name: str) -> None:
        """Take a person's lock away; see :meth:`OpenDoor.remove_user`.

        Raises:
            UserError: ``register-user-last``, ``register-user-unknown``.
        """
        super().remove_user(name)

    @_in_own_words
    def rename_user(self, name: str, password: str, new_name: str) -> None:
        """Change a name; see :meth:`OpenDoor.rename_user`."""
        super().rename_user(name, password, new_name)

    @_in_own_words
    def change_password(self, name: str, old: str, new: str) -> None:
        """Change one's own password; see :meth:`OpenDoor.change_password`."""
        super().change_password(name, old, new)

    @_in_own_words
    def reset_password(self, name: str, new: str) -> None:
        """Give a person a new password; see :meth:`OpenDoor.reset_password`."""
        super().reset_password(name, new)
