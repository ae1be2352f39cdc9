"""What the first start asks, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.new_keys import NewKeys


class Beginning(StrEnum):
    """What a new vault begins with."""

    FILE = "file"
    EMPTY = "empty"
    DEMONSTRATION = "demonstration"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers given so far.

    Attributes:
        keys: Of the new vault, whose sheet was tried; ``None`` before, and for the demonstration.
        folder: Where the vault goes; ``None`` for the folder proposed.
        second_place: Where each backup is copied to, e.g. a stick; ``None`` for nowhere.
    """

    role: Role = Role.COMMUNE
    name: str = ""
    code: str = ""
    keys: NewKeys | None = field(default=None, repr=False)
    folder: Path | None = None
    second_place: Path | None = None
    beginning: Beginning = Beginning.FILE

    def profile(self) -> Profile:
        """Return the profile of the vault to be made."""
        return Profile(self.role, self.code, self.name)
