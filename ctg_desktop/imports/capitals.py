"""Names that a register holds in capitals, made readable without pretending to know more.

Accents lost at the source are given back only to words that have no other reading.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from ctg_desktop.domain.text import fold
from ctg_desktop.imports import capital_words as words

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")
_BRACKETED = re.compile(r"\(([^\W_]{2,10})\)")
_SPACES = re.compile(r"\s+")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_OPENINGS = frozenset(':("«–/')
_VOWELS = frozenset("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ")

Spans: TypeAlias = tuple[tuple[int, int], ...]

_SMALL = frozenset(words.SMALL.split())
_SHORT_WORDS = frozenset(words.SHORT.split()) | {word.upper() for word in _SMALL}
_INITIALS = frozenset(words.INITIALS.split())
_SURE_ACCENTS = {fold(word).upper(): word for word in words.ACCENTED.split()}


def is_capitals(text: str) -> bool:
    """Tell whether a text was written in capitals: at least four letters, none small."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 4


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
    kept = _kept(text)
    return _WORD.sub(lambda match: _in_name(match, kept), text)


def readable_sentence(text: str) -> str:
    """Return a sentence with one capital at its beginning where it is all in capitals.

    A text that is not in capitals only gets its first letter right.
    """
    text = _SPACES.sub(" ", text).strip()
    if is_capitals(text):
        kept = _kept(text)
        text = _WORD.sub(lambda match: _in_sentence(match, kept), text)
    return text[:1].upper() + text[1:]


def _in_name(match: re.Match[str], kept: Spans) -> str:
    word = match.group()
    if _is_initials(word) or _is_short_initials(word) or _within(match, kept):
        return word
    word = _SURE_ACCENTS.get(word, word).lower()
    return word if word in _SMALL and not _starts(match) else word[:1].upper() + word[1:]


def _in_sentence(match: re.Match[str], kept: Spans) -> str:
    word = match.group()
    if _is_initials(word) or _within(match, kept):
        return word
    return _SURE_ACCENTS.get(word, word).lower()


def _starts(match: re.Match[str]) -> bool:
    """Tell whether a word begins the name, or a part of it."""
    before = match.string[: match.start()].rstrip()
    return not before or before[-1] in _OPENINGS or before.endswith(" -")


def _kept(text: str) -> Spans:
    """Return where initials stand that are dotted, or alone in brackets."""
    dotted = [one.span() for one in _DOTTED.finditer(text)] if "." in text else []
    bracketed = [one.span(1) for one in _BRACKETED.finditer(text)] if "(" in text else []
    return (*dotted, *bracketed)


def _within(match: re.Match[str], spans: Spans) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _is_initials(word: str) -> bool:
    """Tell whether a word is surely initials, or a number."""
    if word in _INITIALS or not word.isalpha():
        return True
    return len(word) > 1 and (_VOWELS.isdisjoint(word) or _ROMAN.fullmatch(word) is not None)


def _is_short_initials(word: str) -> bool:
    return 1 < len(word) <= 3 and word not in _SHORT_WORDS
