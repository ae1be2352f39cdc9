"""Names that a register holds in capitals, made readable without pretending to know more.

Accents lost at the source are given back only to words that have no other reading.
"""

from __future__ import annotations

import re

from ctg_desktop.domain.text import fold
from ctg_desktop.imports import capital_words as words

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")
_BRACKETED = re.compile(r"\(([^\W_]{2,10})\)")
_SPACES = re.compile(r"\s+")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_VOWELS = frozenset("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ")

_SMALL = frozenset(words.SMALL.split())
_SHORT_WORDS = frozenset(words.SHORT.split()) | {word.upper() for word in _SMALL}
_INITIALS = frozenset(words.INITIALS.split())
_SURE_ACCENTS = {fold(word).upper(): word for word in words.ACCENTED.split()}


def is_capitals(text: str) -> bool:
    """Tell whether a text was written in capitals: at least four letters, none small."""
    letters = [one for one in text if one.isalpha()]
    return len(letters) >= 4 and not any(one.islower() for one in letters)


def readable_name(text: str) -> str:
    """Return a name with French capitals where it is all in capitals, as it is otherwise.

    Initials stay: dotted (``A.C.C.A.``), alone in brackets (``(APE)``), without any vowel, well
    known, or of three letters that are no common word.

    Example:
        ``"AMICALE DES AINES DU BOURG (ADAB)"`` gives ``"Amicale des Aînés du Bourg (ADAB)"``.
    """
    text = _SPACES.sub(" ", text).strip()
    if not is_capitals(text):
        return text
    initials = _initials(text) | _short_initials(text)
    return _WORD.sub(lambda match: _in_name(match, initials), text)


def readable_sentence(text: str) -> str:
    """Return a sentence with one capital at its beginning where it is all in capitals.

    A text that is not in capitals only gets its first letter right.
    """
    text = _SPACES.sub(" ", text).strip()
    if is_capitals(text):
        initials = _initials(text)
        text = _WORD.sub(lambda match: _lowered(match, initials), text)
    return text[:1].upper() + text[1:]


def _in_name(match: re.Match[str], initials: frozenset[int]) -> str:
    word = _lowered(match, initials)
    before = match.string[: match.start()].rstrip()
    starts = not before or before[-1] in ':("«–/' or before.endswith(" -")
    return word if word in _SMALL and not starts else word[:1].upper() + word[1:]


def _lowered(match: re.Match[str], initials: frozenset[int]) -> str:
    word = match.group()
    return word if match.start() in initials else _SURE_ACCENTS.get(word, word).lower()


def _initials(text: str) -> frozenset[int]:
    """Return where the words begin that are surely initials or numbers."""
    spans = [one.span() for one in _DOTTED.finditer(text)]
    spans += [one.span(1) for one in _BRACKETED.finditer(text)]
    return frozenset(
        word.start()
        for word in _WORD.finditer(text)
        if _is_initials(word.group()) or any(a <= word.start() < b for a, b in spans)
    )


def _short_initials(text: str) -> frozenset[int]:
    """Return where the short words begin that are no words of the language."""
    return frozenset(
        word.start()
        for word in _WORD.finditer(text)
        if 1 < len(word.group()) <= 3 and word.group() not in _SHORT_WORDS
    )


def _is_initials(word: str) -> bool:
    return (
        word in _INITIALS
        or any(one.isdigit() for one in word)
        or (len(word) > 1 and (_ROMAN.fullmatch(word) is not None or not set(word) & _VOWELS))
    )
