"""The code printed at set-up, which opens the vault when every password is forgotten."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field

from ctg_desktop.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 of Douglas Crockford: no I, L, O (like 1 and 0), no U."""

GROUP = 5
SECRET_GROUPS = 6
LENGTH = GROUP * (SECRET_GROUPS + 1)
BITS = 5 * GROUP * SECRET_GROUPS

_SECRET = GROUP * SECRET_GROUPS
_ALIKE = str.maketrans("OIL", "011")
_LABEL = b"ctg-desktop recovery code 1 "


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """150 random bits in six groups of five signs, and a seventh that tells typing mistakes.

    Attributes:
        signs: All 35, without separators. Not shown by ``repr``, so that no log ever holds them.
    """

    signs: str = field(repr=False)

    @staticmethod
    def new() -> RecoveryCode:
        """Draw a code."""
        secret = "".join(secrets.choice(ALPHABET) for _ in range(_SECRET))
        return RecoveryCode(secret + _check(secret))

    @staticmethod
    def parse(typed: str) -> RecoveryCode:
        """Read a code as a person types it.

        Lower case, blanks, dashes and stops between the signs, O for 0, I and L for 1 are all the
        same to it.

        Raises:
            UserError: ``recovery-code-incomplete`` with how many signs there are and should be;
                ``recovery-code-mistyped``: a sign is wrong, or two changed places.
        """
        signs = "".join(filter(_is_said, unicodedata.normalize("NFKC", typed)))
        signs = signs.upper().translate(_ALIKE)
        if len(signs) != LENGTH:
            raise UserError(
                "recovery-code-incomplete", field="code", count=len(signs), length=LENGTH
            )
        if not set(signs) <= set(ALPHABET) or signs[_SECRET:] != _check(signs[:_SECRET]):
            raise UserError("recovery-code-mistyped", field="code")
        return RecoveryCode(signs)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups as they are printed and read out."""
        return tuple(self.signs[at : at + GROUP] for at in range(0, LENGTH, GROUP))

    @property
    def text(self) -> str:
        """The code on one line: ``"7KQ2M-…"``."""
        return "-".join(self.groups)

    @property
    def secret(self) -> bytes:
        """What opens the slot."""
        return self.signs[:_SECRET].encode()


def _is_said(character: str) -> bool:
    """Tell a sign of the code from what people put between the groups."""
    return unicodedata.category(character)[0] not in "ZPC"


def _check(secret: str) -> str:
    """Return the last group: 25 bits of a digest, hence one wrong code in 33 million passes."""
    number = int.from_bytes(hashlib.sha256(_LABEL + secret.encode()).digest()[:4])
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(GROUP))
