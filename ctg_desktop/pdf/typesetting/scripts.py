"""Writing from right to left, for the names and welcomes that a booklet may hold.

A plain part of the Unicode bidirectional algorithm (UAX 9), word by word: letters of
right-to-left words are drawn in visual order, numbers keep theirs; Arabic letters take the
form that joins their neighbours (Unicode, "Arabic Presentation Forms").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

_RIGHT_TO_LEFT = {"R", "AL"}
_FIRST_RIGHT_TO_LEFT = "\u0590"
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")

Letter = tuple[str, str]
"""What is said (copied, read aloud), and what is drawn."""


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction goes from right to left."""
    if max(text, default="") < _FIRST_RIGHT_TO_LEFT:
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def visual_order(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters of one word from left to right, as they stand on paper."""
    word = "".join(said for said, _ in letters)
    if not is_right_to_left(word):
        return list(letters)
    ordered: list[Letter] = []
    digits: list[Letter] = []
    for said, drawn in reversed(letters):
        if unicodedata.bidirectional(said) in {"EN", "AN"}:
            digits.insert(0, (said, drawn))
            continue
        ordered.extend(digits)
        digits.clear()
        ordered.append((said, drawn.translate(_MIRRORED)))
    return ordered + digits


def joined_forms(text: str) -> list[Letter]:
    """Return each letter with the form that it takes between its neighbours."""
    forms = _arabic_forms() if any("\u0600" <= one <= "\u06ff" for one in text) else {}
    letters: list[Letter] = []
    for index, said in enumerate(text):
        known = forms.get(said)
        if known is None:
            letters.append((said, said))
            continue
        before = _joins_next(_neighbour(text, index, -1), forms)
        after = "<initial>" in known and _neighbour(text, index, 1) in forms
        letters.append((said, known.get(_FORM[before, after], known.get("<isolated>", said))))
    return letters


_FORM = {
    (False, False): "<isolated>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (True, True): "<medial>",
}


def _neighbour(text: str, index: int, step: int) -> str:
    index += step
    while 0 <= index < len(text) and unicodedata.category(text[index]) == "Mn":
        index += step
    return text[index] if 0 <= index < len(text) else ""


def _joins_next(letter: str, forms: dict[str, dict[str, str]]) -> bool:
    return "<initial>" in forms.get(letter, ())


@cache
def _arabic_forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or ("",)
        if len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {})[form] = chr(code)
    return forms
