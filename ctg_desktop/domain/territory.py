"""The communes that the first start offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune that became part of a *commune nouvelle* and may keep its own INSEE code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OfferedCommune:
    """A commune of the territory.

    Attributes:
        code: INSEE code (Code officiel géographique).
        former: The communes that a *commune nouvelle* is made of.
    """

    code: str
    name: str
    former: tuple[FormerCommune, ...] = ()


@dataclass(frozen=True, slots=True)
class Territory:
    """An intercommunality and its communes, in alphabetical order."""

    name: str
    communes: tuple[OfferedCommune, ...]
