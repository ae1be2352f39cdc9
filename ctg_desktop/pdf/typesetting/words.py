"""From styled text to words: shaped, measured, and cut where they are wider than their column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.scripts import is_right_to_left
from ctg_desktop.pdf.typesetting.shaping import Piece, Shaped, Shaper
from ctg_desktop.pdf.typesetting.structure import Element

_GOOD_CUTS = frozenset("-/.@_?&=,;")
_LATE = 0.6


class Look(NamedTuple):
    """How a run is drawn, and what it is part of."""

    weight: Weight
    size: float
    rise: float
    colour: str
    owner: Element | None
    target: str = ""
    hint: str = ""


class Part(NamedTuple):
    """Glyphs of a word in one look."""

    piece: Piece
    look: Look


class Word(NamedTuple):
    """What stands between two spaces.

    Attributes:
        gap: Look of the space that follows.
        is_turned: It is read from right to left.
        ends_line: A forced break follows.
        cut: The rest of a word too long for the column follows.
    """

    parts: tuple[Part, ...]
    width: float
    text: str
    gap: Look
    is_turned: bool
    ends_line: bool = False
    cut: bool = False


StyledText = tuple[tuple[str, Look], ...]
_Fragment = tuple[str, Shaped, Look]
"""Some letters of a word in one look."""


def fitting_words(shaper: Shaper, runs: StyledText, width: float) -> list[Word]:
    """Return the words of a text, each at most as wide as the column."""
    words: list[Word] = []
    is_plain = len(runs) == 1 and "\n" not in runs[0][0]
    for word in _plain_words(shaper, *runs[0]) if is_plain else _words(shaper, runs):
        if word.width <= width or not word.parts:
            words.append(word)
        else:
            words.extend(_slices(shaper, word, word.parts[0].look, width))
    return words


def _plain_words(shaper: Shaper, text: str, look: Look) -> Iterator[Word]:
    """Yield the words of a text in one look."""
    weight, size = look.weight, look.size
    for word in text.split(" "):
        if word:
            shaped = shaper.word(word, weight)
            parts = tuple([Part(piece, look) for piece in shaped.pieces])
            yield Word(parts, shaped.width * size / 1000, word, look, shaped.is_turned)


def _words(shaper: Shaper, runs: StyledText) -> Iterator[Word]:
    fragments: list[_Fragment] = []
    for text, look in runs:
        for number, forced in enumerate(text.split("\n")):
            if number:
                yield _word(fragments, look)._replace(ends_line=True)
                fragments = []
            for index, word in enumerate(forced.split(" ")):
                if index and fragments:
                    yield _word(fragments, look)
                    fragments = []
                if word:
                    fragments.append((word, shaper.word(word, look.weight), look))
    if fragments:
        yield _word(fragments, fragments[-1][2])


def _word(fragments: list[_Fragment], gap: Look) -> Word:
    if len(fragments) == 1:
        ((text, shaped, look),) = fragments
        if len(shaped.pieces) == 1:
            parts = (Part(shaped.pieces[0], look),)
            return Word(parts, shaped.width * look.size / 1000, text, gap, shaped.is_turned)
    said = "".join(text for text, _, _ in fragments)
    joined = tuple(Part(piece, look) for _, shaped, look in fragments for piece in shaped.pieces)
    width = sum(part.piece.width * part.look.size for part in joined) / 1000
    return Word(joined, width, said, gap, is_right_to_left(said))


def _slices(shaper: Shaper, word: Word, look: Look, width: float) -> Iterator[Word]:
    """Cut a word that is wider than the column, after a mark where there is one."""
    limit = width * 1000 / look.size
    start, reach, good = 0, 0.0, 0
    text = word.text
    for index, letter in enumerate(text):
        step = _step(shaper, text[index - 1 : index] if index > start else "", letter, look)
        if reach + step > limit and index > start:
            late = good > start + (index - start) * _LATE
            end = good if late else index
            yield _slice(shaper, text[start:end], look)
            start, reach = end, shaper.width(text[end:index], look.weight)
        reach += step
        if letter in _GOOD_CUTS:
            good = index + 1
    rest = _slice(shaper, text[start:], look)
    yield rest._replace(cut=False, gap=word.gap, ends_line=word.ends_line)


def _step(shaper: Shaper, before: str, letter: str, look: Look) -> float:
    """Return by how much a letter lengthens a word, kerning included."""
    if not before:
        return shaper.width(letter, look.weight)
    both = shaper.width(before + letter, look.weight)
    return both - shaper.width(before, look.weight)


def _slice(shaper: Shaper, text: str, look: Look) -> Word:
    return _word([(text, shaper.word(text, look.weight), look)], look)._replace(cut=True)
