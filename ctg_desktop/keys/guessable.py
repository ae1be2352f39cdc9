"""What those who guess passwords try first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from ctg_desktop.domain.text import fold


class Weakness(StrEnum):
    """Why part of a password counts for one sign."""

    REPEATED = "repeated"
    SEQUENCE = "sequence"
    NAME = "name"
    COMMON = "common"


_LEAST = 3
"""Signs of the shortest repetition, sequence or name that is looked for."""

_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn,;:!",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "&é\"'(-è_çà)=",
    "!@#$%^&*()",
)
_STEPS = frozenset(
    pair for row in _ROWS for one, other in pairwise(row) for pair in ((one, other), (other, one))
)
_COMMON = (
    "motdepasse", "password", "passe", "secret", "admin", "azerty", "qwerty", "mairie",
    "commune", "coffre", "secretariat", "secretaire", "bonjour", "bienvenue", "welcome", "soleil",
    "doudou", "chouchou", "loulou", "jetaime", "amour", "marseille", "paris", "france", "vienne",
    "poitou", "janvier", "fevrier", "avril", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre", "printemps", "automne", "hiver",
)  # fmt: skip
_DISGUISES = str.maketrans("@4013$5€7", "aaoiesset")


def substance(text: str, names: Iterable[str]) -> tuple[str, tuple[Weakness, ...]]:
    """Leave one sign of each part that is easily guessed.

    Args:
        text: A password.
        names: Of the user, the commune: each word of them counts, and all together.

    Returns:
        The signs that remain, and what was found.
    """
    plain = _plain(text)
    lists = ((Weakness.NAME, _parts(names)), (Weakness.COMMON, _COMMON))
    kept: list[str] = []
    found: list[Weakness] = []
    at = 0
    while at < len(text):
        weakness, length = _guessed(plain, at, lists)
        kept.append(text[at])
        at += max(1, length)
        if weakness and weakness not in found:
            found.append(weakness)
    return "".join(kept), tuple(found)


def _guessed(
    plain: str, at: int, lists: tuple[tuple[Weakness, tuple[str, ...]], ...]
) -> tuple[Weakness | None, int]:
    """Return the longest part that is easily guessed from this place, and why."""
    parts = [(_said(plain, at, listed), weakness) for weakness, listed in lists]
    parts.append((_sequence(plain, at), Weakness.SEQUENCE))
    parts.append((_repeated(plain, at), Weakness.REPEATED))
    length, weakness = max(parts, key=lambda part: part[0])
    return (weakness, length) if length >= _LEAST else (None, 0)


def _said(plain: str, at: int, listed: Iterable[str]) -> int:
    ahead = plain[at:]
    undisguised = ahead.translate(_DISGUISES)
    said = (one for one in listed if ahead.startswith(one) or undisguised.startswith(one))
    return max(map(len, said), default=0)


def _sequence(plain: str, at: int) -> int:
    """Return how many signs from this place stand side by side in the alphabet or on a keyboard.

    Three letters in a row are left alone: words hold them (mon-tre, ou-vert).
    """
    end = at + 1
    while end < len(plain) and (plain[end - 1], plain[end]) in _STEPS:
        end += 1
    return 0 if end - at == _LEAST and plain[at].isalpha() else end - at


def _repeated(plain: str, at: int) -> int:
    """Return how many signs from this place were already there, in this order."""
    length = 0
    while at + length < len(plain) and plain.find(plain[at : at + length + 1], 0, at + length) >= 0:
        length += 1
    return length


def _parts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for name in names for part in _of_name(name) if len(part) >= _LEAST)


def _of_name(name: str) -> Iterator[str]:
    folded = fold(name)
    yield from re.findall(r"[^\W_]+", folded)
    yield re.sub(r"[\W_]+", "", folded)


def _plain(text: str) -> str:
    """Fold each sign without changing how many there are."""
    return "".join((fold(sign) or sign)[0] for sign in text)
