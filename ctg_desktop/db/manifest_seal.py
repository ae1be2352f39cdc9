"""The seal of a manifest: who has the vault's key sees every byte of it that was changed.

The key of the seal is derived from the vault's own.
"""

from __future__ import annotations

import hmac
import re
from typing import NewType

from ctg_desktop.db.derived_keys import derived

SealKey = NewType("SealKey", bytes)

BLANK = "0" * 64
"""Stands where the seal will be."""

_LABEL = b"ctg-desktop backup manifest 1"
_END = re.compile(rb'"seal": "([0-9a-f]{64})"\n\}\n\Z')


def seal_key(key: bytes) -> SealKey:
    """Derive the key of the seals from the key of a vault."""
    return SealKey(derived(key, _LABEL))


def sealed(content: bytes, key: SealKey) -> tuple[bytes, str]:
    """Put the seal in the place of the blank one at the end of a manifest.

    Returns:
        The bytes to be written, and the seal.
    """
    covered = _covered(content)
    if covered is None:
        raise ValueError("no place for a seal")
    seal = hmac.new(key, covered, "sha256").hexdigest()
    return covered + seal.encode() + content[len(covered) + len(seal) :], seal


def has_seal(content: bytes) -> bool:
    """Tell whether a manifest ends with a seal, right or wrong."""
    return _covered(content) is not None


def is_true(content: bytes, seal: str, key: SealKey) -> bool:
    """Tell whether a manifest is, byte by byte, the one that was sealed."""
    covered = _covered(content)
    if covered is None:
        return False
    return hmac.compare_digest(hmac.new(key, covered, "sha256").hexdigest(), seal)


def _covered(content: bytes) -> bytes | None:
    """Return all that stands before the seal; what stands after it is always the same."""
    end = _END.search(content)
    return content[: end.start(1)] if end else None
