"""Identifiers that the program makes itself: UUID version 7 (RFC 9562), sortable by creation."""

from __future__ import annotations

import re

import uuid6

_PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a fresh identifier, later ones sorting after earlier ones."""
    return str(uuid6.uuid7())


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an identifier."""
    return _PATTERN.fullmatch(text) is not None
