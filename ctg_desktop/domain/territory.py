"""The communes that the first start offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferedCommune:
    """A commune of the territory.

    Attributes:
        code: INSEE code (Code officiel géographique).
        delegated: Former communes inside a *commune nouvelle*.
    """

    code: str
    name: str
    delegated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Territory:
    """An intercommunality and its communes, in alphabetical order."""

    name: str
    communes: tuple[OfferedCommune, ...]
