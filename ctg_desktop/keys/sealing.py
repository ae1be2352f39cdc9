"""Records sealed one by one under a key: AES-256-GCM, bound to what stands in clear beside them.

Two keys are derived from the one given, by HKDF-SHA256 (RFC 5869) under labels of their own: one
seals, the other makes fingerprints. Who has neither reads nothing, and compares nothing.
"""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from dataclasses import dataclass

import msgspec

from ctg_desktop.domain.text import fold
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.keys.cost import KEY_BYTES

_NONCE = 12
_BLOCK = 256
_LABEL = "ctg-desktop sealed record 1"
_SEAL = b"ctg-desktop sealed record key 1"
_PRINT = b"ctg-desktop fingerprint key 1"


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in clear beside a sealed record; changing any of it keeps the record shut."""

    id: str
    kind: str
    version: int


class Sealer:
    """Seals and opens the records of one key.

    Args:
        key: 256 bits; never shown.
    """

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.key = key
        self._cipher = AESGCM(_derived(key, _SEAL))
        self._print_key = _derived(key, _PRINT)

    def seal(self, content: bytes, place: Place) -> bytes:
        """Seal a record; its length tells only how many blocks of 256 bytes there are."""
        nonce = secrets.token_bytes(_NONCE)
        padded = content + b" " * (-len(content) % _BLOCK)
        return nonce + self._cipher.encrypt(nonce, padded, _beside(place))

    def open(self, sealed: bytes, place: Place) -> bytes:
        """Open a record: JSON, with blanks after it.

        Raises:
            EnvironmentFault: ``register-damaged``: it was changed, or belongs elsewhere.
        """
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _beside(place))
        except (InvalidTag, ValueError) as error:
            raise EnvironmentFault("register-damaged") from error

    def fingerprint(self, *words: str) -> str:
        """Return what tells the same words again, and nothing else: HMAC-SHA256 in hexadecimal.

        Case, accents, dashes and blanks make no difference.
        """
        said = msgspec.json.encode([_letters(word) for word in words])
        return hmac.digest(self._print_key, said, "sha256").hex()


def _derived(key: bytes, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=label).derive(key)


def _beside(place: Place) -> bytes:
    return msgspec.json.encode([_LABEL, place.id, place.kind, place.version])


def _letters(word: str) -> str:
    return "".join(one for one in fold(word) if unicodedata.category(one)[0] in "LN")
