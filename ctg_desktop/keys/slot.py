"""One lock on the key of a vault: what is written of it, how it is closed and opened."""

from __future__ import annotations

import secrets
from datetime import date
from enum import StrEnum

import msgspec

from ctg_desktop.domain.identifier import is_id, new_id
from ctg_desktop.domain.text import clean
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.keys.cost import KEY_BYTES, Cost, derived

NAME_LIMIT = 40
SALT_BYTES = 16
NONCE_BYTES = 12
_TAG_BYTES = 16
_LABEL = "ctg-desktop keyring 1"


class SlotKind(StrEnum):
    """What opens a slot."""

    USER = "user"
    RECOVERY = "recovery"
    PRACTICE = "practice"


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in clear beside a wrapped key; changing any of it keeps the slot shut.

    Attributes:
        vault: Whose key it is; written in each slot, so that none depends on the rest of the file.
        name: Of the user; empty for the other kinds.
        created_on: Day on which the key was last wrapped.
    """

    id: str
    vault: str
    kind: SlotKind
    name: str
    created_on: date
    memory: int
    iterations: int
    lanes: int
    salt: bytes
    nonce: bytes

    @property
    def cost(self) -> Cost:
        """What one guess costs."""
        return Cost(self.memory, self.iterations, self.lanes)


class Slot(Lock, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A lock with the key inside: AES-256-GCM, 32 bytes and the tag."""

    wrapped: bytes

    @property
    def is_sound(self) -> bool:
        """Whether it has the form of a slot, and asks for no more than a small PC can do."""
        sizes = (len(self.salt), len(self.nonce), len(self.wrapped))
        named = self.kind is SlotKind.USER
        return (
            is_id(self.id)
            and is_id(self.vault)
            and sizes == (SALT_BYTES, NONCE_BYTES, KEY_BYTES + _TAG_BYTES)
            and self.cost.is_bearable
            and bool(self.name) == named
            and len(self.name) <= NAME_LIMIT
            and self.name == clean(self.name, multiline=False)
        )


def closed(
    key: bytes, secret: bytes, vault: str, kind: SlotKind, name: str, today: date, cost: Cost
) -> Slot:
    """Wrap the key of a vault in a new slot, and check that the same secret opens it again.

    Raises:
        EnvironmentFault: ``keyring-not-kept``: this machine did not compute the same twice.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    lock = Lock(
        id=new_id(),
        vault=vault,
        kind=kind,
        name=name,
        created_on=today,
        memory=cost.memory,
        iterations=cost.iterations,
        lanes=cost.lanes,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
    )
    wrapping = derived(secret, lock.salt, cost)
    wrapped = AESGCM(wrapping).encrypt(lock.nonce, key, _sealed(lock))
    slot = Slot(**msgspec.structs.asdict(lock), wrapped=wrapped)
    if opened(slot, secret) != key:
        raise EnvironmentFault("keyring-not-kept")
    return slot


def opened(slot: Slot, secret: bytes) -> bytes | None:
    """Return the key of the vault; nothing when the secret is another or the slot was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = derived(secret, slot.salt, slot.cost)
    try:
        return AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _sealed(slot))
    except InvalidTag:
        return None


def _sealed(lock: Lock) -> bytes:
    """Return the canonical bytes that the tag vouches for: all of the slot but the key."""
    facts = [getattr(lock, name) for name in Lock.__struct_fields__]
    return msgspec.json.encode([_LABEL, *facts])
