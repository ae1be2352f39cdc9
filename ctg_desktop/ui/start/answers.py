"""What the first start asks, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ctg_desktop.domain.commune import Profile, Role


class Beginning(StrEnum):
    """What a new vault begins with."""

    FILE = "file"
    EMPTY = "empty"
    DEMONSTRATION = "demonstration"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers given so far.

    Attributes:
        folder: Where the vault goes; ``None`` for the folder proposed.
    """

    role: Role = Role.COMMUNE
    name: str = ""
    code: str = ""
    folder: Path | None = None
    beginning: Beginning = Beginning.FILE

    def profile(self) -> Profile:
        """Return the profile of the vault to be made."""
        return Profile(self.role, self.code, self.name)
