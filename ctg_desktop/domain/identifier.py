"""Identifiers that the program makes itself: UUID version 7 (RFC 9562), sortable by creation."""

from __future__ import annotations

import re

_PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a fresh identifier, later ones sorting after earlier ones."""
    from uuid6 import uuid7  # it reads its own metadata, which takes as long as all our rules

    return str(uuid7())


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an identifier."""
    return _PATTERN.fullmatch(text) is not None
