"""A vault that is open for reading alone: why, and of which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReadOnly(StrEnum):
    """Why nothing may be written."""

    PROTECTED = "protected"
    """The folder or a file of it may not be written."""
    FULL = "full"
    """The disk has no room left."""
    IN_USE = "in-use"
    """Another program has the vault, and a person chose to read meanwhile."""
    CHOSEN = "chosen"
    """A person chose it, and nobody is known to have the vault."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """A reading that writes nothing.

    Attributes:
        why: What keeps from writing.
        taken: When the copy that is read was made; nothing later is in it.
        host: The computer that has the vault, for ``IN_USE``.
        since: When it was opened there, as ISO 8601; "?" when it is not known.
        user: Who opened it there; empty when that is not known.
    """

    why: ReadOnly
    taken: datetime
    host: str = ""
    since: str = ""
    user: str = ""


REFUSALS: dict[ReadOnly, str] = {
    ReadOnly.PROTECTED: "consultation-protected",
    ReadOnly.FULL: "consultation-full",
    ReadOnly.IN_USE: "consultation-in-use",
    ReadOnly.CHOSEN: "consultation-chosen",
}
"""Code of the refusal of a change."""
