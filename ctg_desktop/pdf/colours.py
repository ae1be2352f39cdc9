"""Shades of one colour."""

from __future__ import annotations

WHITE = "#ffffff"
BLACK = "#000000"


def mixed(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a share (0 to 1) of another; both ``#rrggbb``."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    values = (round(one + (two - one) * share) for one, two in pairs)
    return "#" + "".join(f"{value:02x}" for value in values)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return red, green, blue
