"""The French words of proposed passwords."""

from __future__ import annotations

import secrets
from functools import cache
from typing import Protocol

from ctg_desktop.paths import asset

FILE = "words/french.txt"
PROPOSED = 7


class Chooser(Protocol):
    """What draws: the system's random source, or a known one in a test."""

    def choice(self, seq: tuple[str, ...], /) -> str:
        """Return one of them."""
        ...


@cache
def words() -> tuple[str, ...]:
    """Return the list: 2,878 words, hence 80.4 bits for seven of them."""
    return tuple(asset(FILE).read_text("utf-8").split())


def propose(count: int = PROPOSED, rng: Chooser | None = None) -> str:
    """Draw different words, joined by hyphens: ``"bateau-loutre-…"``.

    A draw with a word twice is thrown away whole, which costs a hundredth of a bit.
    """
    chooser: Chooser = secrets.SystemRandom() if rng is None else rng
    while True:
        drawn = [chooser.choice(words()) for _ in range(count)]
        if len(set(drawn)) == count:
            return "-".join(drawn)
