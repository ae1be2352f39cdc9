"""Keys that are derived from the key of a vault, each under a label of its own.

HKDF-SHA256 (RFC 5869), so that none tells anything of another or of the vault's. The room of the
database knows no cryptography but SQLCipher's; the two steps are those of the RFC, and a test
compares them with a library's.
"""

from __future__ import annotations

import hmac

_NO_SALT = bytes(32)


def derived(key: bytes, label: bytes) -> bytes:
    """Return 256 bits that only whoever has the key can work out.

    Args:
        key: Of a vault.
        label: What they are for.
    """
    extracted = hmac.digest(_NO_SALT, key, "sha256")
    return hmac.digest(extracted, label + b"\x01", "sha256")
