"""All the locks of one vault: who may open it, and how that changes. The key itself never does."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ctg_desktop.domain.text import fold, line
from ctg_desktop.errors import UserError
from ctg_desktop.keys import keyring_file
from ctg_desktop.keys.cost import COST, KEY_BYTES, OPEN_COST, Cost
from ctg_desktop.keys.passwords import prepared, require_strong
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.keys.slot import NAME_LIMIT, Slot, SlotKind, closed, opened

MOST_USERS = 12

_OPEN_SECRET = b"exercice"


@dataclass(frozen=True, slots=True)
class NewUser:
    """A person who will open the vault with a password of their own."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key that was proved to be the vault's, and the slot that gave it."""

    key: bytes = field(repr=False)
    slot: Slot
    vault_id: str


def new_key() -> bytes:
    """Return the random key of a new vault, 256 bits."""
    return secrets.token_bytes(KEY_BYTES)


def read(folder: Path) -> Keyring:
    """Read the keyring of a vault folder.

    Raises:
        UserError: ``keyring-newer``.
        EnvironmentFault: ``keyring-missing``, ``keyring-unreadable``, ``keyring-damaged``.
    """
    written = keyring_file.load(folder)
    return Keyring(written.vault_id, written.slots, written.damaged)


def write(folder: Path, keyring: Keyring) -> None:
    """Replace the keyring of a vault folder, and read it back.

    Raises:
        UserError: ``keyring-newer``: the one there was written by a later version, and stays.
        EnvironmentFault: ``keyring-not-kept``, and those of ``files.atomic_write``.
    """
    keyring_file.save(folder, keyring.slots)


def parsed(content: bytes) -> Keyring:
    """Read a keyring that is kept elsewhere than in a file of its own.

    Raises:
        UserError: ``keyring-newer``.
        EnvironmentFault: ``keyring-damaged``.
    """
    written = keyring_file.parsed(content)
    return Keyring(written.vault_id, written.slots, written.damaged)


def encoded(keyring: Keyring) -> bytes:
    """Return the bytes of a keyring, JSON, as its file holds them."""
    return keyring_file.encoded(keyring.slots)


@dataclass(frozen=True, slots=True)
class Keyring:
    """The slots of a vault. Every change returns another keyring; nothing is written here.

    Attributes:
        damaged: Slots of the file that could not be read, and are not among these.
        cost: Of the slots to come.
    """

    vault_id: str
    slots: tuple[Slot, ...]
    damaged: int = 0
    cost: Cost = field(default=COST, compare=False)

    @staticmethod
    def create(
        vault_id: str,
        key: bytes,
        users: Sequence[NewUser],
        today: date,
        forbidden: Iterable[str] = (),
        cost: Cost = COST,
    ) -> tuple[Keyring, RecoveryCode]:
        """Make the keyring of a new vault, and the code to print.

        There is at least one user. ``forbidden`` are names, the commune's first, that make a
        password easy to guess.

        Raises:
            UserError: ``user-missing``, and those of ``add_user``.
        """
        if not users:
            raise UserError("user-missing", field="users")
        code = RecoveryCode.new()
        slot = closed(key, code.secret, vault_id, SlotKind.RECOVERY, "", today, cost)
        keyring = Keyring(vault_id, (slot,), cost=cost)
        holder = Unlocked(key, slot, vault_id)
        for user in users:
            keyring = keyring.add_user(holder, user, today, forbidden)
        return keyring, code

    @staticmethod
    def practice(vault_id: str, key: bytes, today: date) -> Keyring:
        """Make the keyring of a practice vault, which opens without a password."""
        slot = closed(key, _OPEN_SECRET, vault_id, SlotKind.PRACTICE, "", today, OPEN_COST)
        return Keyring(vault_id, (slot,))

    @property
    def is_practice(self) -> bool:
        """Whether this vault holds invented data and opens without a password."""
        return all(slot.kind is SlotKind.PRACTICE for slot in self.slots)

    @property
    def has_code(self) -> bool:
        """Whether a printed code opens the vault: its slot is there, and can be read."""
        return any(self._of(SlotKind.RECOVERY))

    @property
    def users(self) -> tuple[str, ...]:
        """The names of those who have a password, in the order in which they came."""
        return tuple(slot.name for slot in self._of(SlotKind.USER))

    def unlock(self, password: str, user: str | None = None) -> Unlocked:
        """Open the vault with a password; without a name, every user's slot is tried.

        Every slot concerned is tried to the end, whether or not one has opened.

        Raises:
            UserError: ``password-wrong`` (or its slot was changed); ``user-unknown``;
                ``password-missing``, ``password-sign``, ``password-too-long``.
        """
        slots = self._of(SlotKind.USER) if user is None else (self._user(user),)
        unlocked = self._opened(slots, prepared(password))
        if unlocked is None:
            raise UserError("password-wrong", field="password")
        return unlocked

    def unlock_by_code(self, code: RecoveryCode) -> Unlocked:
        """Open the vault with the printed code.

        Raises:
            UserError: ``recovery-code-wrong``: a code, but not this vault's present one.
        """
        unlocked = self._opened(self._of(SlotKind.RECOVERY), code.secret)
        if unlocked is None:
            raise UserError("recovery-code-wrong", field="code")
        return unlocked

    def unlock_practice(self) -> Unlocked:
        """Open a practice vault.

        Raises:
            UserError: ``password-missing``: this is a real vault, or its slot was changed.
        """
        unlocked = self._opened(self._of(SlotKind.PRACTICE), _OPEN_SECRET)
        if unlocked is None:
            raise UserError("password-missing", field="password")
        return unlocked

    def add_user(
        self, unlocked: Unlocked, user: NewUser, today: date, forbidden: Iterable[str] = ()
    ) -> Keyring:
        """Give one more person a password.

        Raises:
            UserError: ``keyring-practice``; ``users-too-many``; ``user-name-missing``,
                ``text-too-long``, ``user-name-twice``; ``password-too-weak`` and what a password
                may not hold.
        """
        if unlocked.slot.kind is SlotKind.PRACTICE:
            raise UserError("keyring-practice")
        if len(self.users) >= MOST_USERS:
            raise UserError("users-too-many", field="users", limit=MOST_USERS)
        name = self._new_name(user.name)
        return self._with(self._slot(unlocked, name, user.password, today, forbidden))

    def remove_user(self, name: str) -> Keyring:
        """Take away the password of a person, except the last one.

        Raises:
            UserError: ``user-unknown``, ``user-last``.
        """
        gone = self._user(name)
        if len(self.users) == 1:
            raise UserError("user-last", field="users")
        return replace(self, slots=tuple(slot for slot in self.slots if slot is not gone))

    def rename_user(self, name: str, password: str, new_name: str) -> Keyring:
        """Change a name. It is sealed with the password, so that only its owner can.

        Raises:
            UserError: As ``unlock``; ``user-name-missing``, ``text-too-long``, ``user-name-twice``.
        """
        old = self._user(name)
        unlocked = self.unlock(password, name)
        named = self._new_name(new_name, old)
        secret, day = prepared(password), old.created_on
        new = closed(unlocked.key, secret, self.vault_id, old.kind, named, day, self.cost)
        return self._instead(old, new)

    def change_password(
        self,
        unlocked: Unlocked,
        name: str,
        password: str,
        today: date,
        forbidden: Iterable[str] = (),
    ) -> Keyring:
        """Wrap the key anew for one person; nothing else changes, and no data is written again.

        Raises:
            UserError: ``user-unknown``; ``password-too-weak`` and what a password may not hold.
        """
        old = self._user(name)
        return self._instead(old, self._slot(unlocked, old.name, password, today, forbidden))

    def renew_recovery(self, unlocked: Unlocked, code: RecoveryCode, today: date) -> Keyring:
        """Take another printed code; the former one opens nothing any more.

        Raises:
            UserError: ``keyring-practice``.
        """
        if unlocked.slot.kind is SlotKind.PRACTICE:
            raise UserError("keyring-practice")
        key = self._proved(unlocked)
        new = closed(key, code.secret, self.vault_id, SlotKind.RECOVERY, "", today, self.cost)
        others = tuple(slot for slot in self.slots if slot.kind is not SlotKind.RECOVERY)
        return replace(self, slots=(new, *others))

    def _opened(self, slots: Sequence[Slot], secret: bytes) -> Unlocked | None:
        found = [(opened(slot, secret), slot) for slot in slots]
        return next((Unlocked(key, slot, self.vault_id) for key, slot in found if key), None)

    def _slot(
        self,
        unlocked: Unlocked,
        name: str,
        password: str,
        today: date,
        forbidden: Iterable[str],
    ) -> Slot:
        require_strong(password, (name, *forbidden))
        key, secret = self._proved(unlocked), prepared(password)
        return closed(key, secret, self.vault_id, SlotKind.USER, name, today, self.cost)

    def _proved(self, unlocked: Unlocked) -> bytes:
        if unlocked.vault_id != self.vault_id:
            raise ValueError("the key of another vault")
        return unlocked.key

    def _new_name(self, typed: str, own: Slot | None = None) -> str:
        name = line(typed, "name", limit=NAME_LIMIT)
        if not name:
            raise UserError("user-name-missing", field="name")
        taken = {fold(slot.name) for slot in self._of(SlotKind.USER) if slot is not own}
        if fold(name) in taken:
            raise UserError("user-name-twice", field="name")
        return name

    def _user(self, name: str) -> Slot:
        wanted = fold(line(name, "user"))
        for slot in self._of(SlotKind.USER):
            if fold(slot.name) == wanted:
                return slot
        raise UserError("user-unknown", field="user")

    def _of(self, kind: SlotKind) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def _with(self, slot: Slot) -> Keyring:
        return replace(self, slots=(*self.slots, slot))

    def _instead(self, old: Slot, new: Slot) -> Keyring:
        return replace(self, slots=tuple(new if slot is old else slot for slot in self.slots))
