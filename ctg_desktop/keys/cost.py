"""What one guess of a password costs (Argon2id, RFC 9106), and the most that a file may ask."""

from __future__ import annotations

import msgspec

KEY_BYTES = 32

_MEMORY = range(8 * 1024, 128 * 1024 + 1)
_ITERATIONS = range(1, 7)
_LANES = range(1, 5)


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of Argon2id.

    Attributes:
        memory: In KiB.
        iterations: Passes over that memory.
        lanes: Parts that could be filled side by side; the library fills them one after another.
    """

    memory: int
    iterations: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether a small PC can pay it: a forged file must not ask for 64 GiB or an hour."""
        return self.memory in _MEMORY and self.iterations in _ITERATIONS and self.lanes in _LANES


COST = Cost(memory=64 * 1024, iterations=3, lanes=1)
"""For passwords and codes: 0.15 s on a free office PC."""

OPEN_COST = Cost(memory=8 * 1024, iterations=1, lanes=1)
"""For the practice vault, whose secret is public."""


def derived(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that lock or unlock one slot.

    Raises:
        ValueError: The cost is not bearable.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not cost.is_bearable:
        raise ValueError("cost out of bounds")
    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return argon.derive(secret)
