"""Who a vault belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The two sides of the exchange."""

    COMMUNE = "commune"
    COMMUNITY = "communaute"


@dataclass(frozen=True, slots=True)
class Profile:
    """The commune or community that keeps a vault.

    Attributes:
        code: INSEE code of the commune, or SIREN of the community.
        accent: ``#rrggbb`` of the coloured band and of the booklet's cover.
        demonstration: An invented commune, never to be mistaken for a real one.
    """

    role: Role
    code: str
    name: str
    accent: str = "#1f5f5b"
    demonstration: bool = False
