"""What is said of a password while it is typed, and those that are proposed."""

from __future__ import annotations

from collections.abc import Iterable

from ctg_desktop.keys.guessable import Weakness
from ctg_desktop.keys.passwords import Lack, Missing, Quality, Rule, assess, same
from ctg_desktop.keys.recovery import GROUP, LENGTH, RecoveryCode
from ctg_desktop.keys.words import propose

__all__ = [
    "GROUP",
    "LENGTH",
    "Lack",
    "Missing",
    "Quality",
    "RecoveryCode",
    "Rule",
    "Weakness",
    "proposed",
    "quality",
    "same",
]


def quality(password: str, forbidden: Iterable[str] = ()) -> Quality:
    """Say how hard a password is to guess.

    Args:
        password: As typed so far.
        forbidden: Names that it must not lean on: the person's, the commune's.
    """
    return assess(password, forbidden)


def proposed() -> str:
    """Draw seven French words, which make a good password."""
    return propose()
