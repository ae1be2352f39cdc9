"""Breaking runs of text into lines.

Lines break at plain spaces only: readers of the PDF drop a hyphen at the end of a line and glue
its two sides. A space stays in the text at the end of each line, so that words stay words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.atoms import Span
from ctg_desktop.pdf.typesetting.scripts import is_right_to_left
from ctg_desktop.pdf.typesetting.shaping import Piece, Shaper
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
        ends_line: A forced break follows.
        cut: The rest of a word too long for the column follows.
    """

    parts: tuple[Part, ...]
    width: float
    text: str
    gap: Look
    ends_line: bool = False
    cut: bool = False


class Line(NamedTuple):
    """A set line, ``width`` without its last space."""

    spans: tuple[Span, ...]
    width: float


StyledText = tuple[tuple[str, Look], ...]


def set_lines(
    shaper: Shaper,
    runs: StyledText,
    width: float,
    *,
    balanced: bool = False,
    open_ended: bool = False,
) -> list[Line]:
    """Break a text into lines at most ``width`` wide; an empty text has no line.

    Args:
        shaper: Shapes the words.
        runs: The text.
        width: Of the column.
        balanced: Lines of about the same length.
        open_ended: More text follows in the same element: the last line ends with a space too.
    """
    words = [piece for word in _words(shaper, runs) for piece in _fitting(shaper, word, width)]
    rows = _rows(shaper, words, width)
    if balanced and len(rows) > 1:
        rows = _rows(shaper, words, _balanced_width(shaper, words, width, len(rows)))
    last = None if open_ended else len(rows) - 1
    return [_line(shaper, row, spaced=index != last) for index, row in enumerate(rows)]


def _words(shaper: Shaper, runs: StyledText) -> Iterator[Word]:
    parts: list[Part] = []
    said: list[str] = []
    for text, look in runs:
        for number, forced in enumerate(text.split("\n")):
            if number:
                yield _word(parts, said, look)._replace(ends_line=True)
                parts, said = [], []
            for index, word in enumerate(forced.split(" ")):
                if index and parts:
                    yield _word(parts, said, look)
                    parts, said = [], []
                if word:
                    parts.extend(Part(piece, look) for piece in shaper.word(word, look.weight))
                    said.append(word)
    if parts:
        yield _word(parts, said, parts[-1].look)


def _word(parts: list[Part], said: list[str], gap: Look) -> Word:
    width = sum(part.piece.width * part.look.size for part in parts) / 1000
    return Word(tuple(parts), width, "".join(said), gap)


def _fitting(shaper: Shaper, word: Word, width: float) -> Iterable[Word]:
    if word.width <= width or not word.parts:
        return (word,)
    look = word.parts[0].look
    return _slices(shaper, word, look, width)


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
    parts = [Part(piece, look) for piece in shaper.word(text, look.weight)]
    return _word(parts, [text], look)._replace(cut=True)


def _rows(shaper: Shaper, words: list[Word], width: float) -> list[list[Word]]:
    rows: list[list[Word]] = []
    row: list[Word] = []
    reach = 0.0
    for word in words:
        space = _space_after(shaper, row[-1]) if row else 0.0
        if row and (row[-1].ends_line or row[-1].cut or reach + space + word.width > width):
            rows.append(row)
            row, reach, space = [], 0.0, 0.0
        row.append(word)
        reach += space + word.width
    if row:
        rows.append(row)
    return rows


def _space_after(shaper: Shaper, word: Word) -> float:
    if not word.parts:
        return 0.0
    return shaper.space(word.gap.weight).width * word.gap.size / 1000


def _balanced_width(shaper: Shaper, words: list[Word], width: float, count: int) -> float:
    low, high = width / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if any(word.width > middle for word in words) or len(_rows(shaper, words, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def _line(shaper: Shaper, row: list[Word], *, spaced: bool) -> Line:
    builder = _LineBuilder(shaper)
    words = [word for word in _in_reading_direction(row) if word.parts]
    for number, word in enumerate(words):
        if number:
            builder.space(words[number - 1].gap)
        for part in word.parts:
            builder.add(part)
    width = builder.x
    if words and spaced and not row[-1].cut:
        builder.space(words[-1].gap)
    return Line(builder.finished(), width)


class _LineBuilder:
    """Joins parts of one face and look into spans."""

    def __init__(self, shaper: Shaper) -> None:
        self.x = 0.0
        self._shaper = shaper
        self._spans: list[Span] = []
        self._codes: list[str] = []
        self._start = 0.0
        self._open: Part | None = None

    def add(self, part: Part) -> None:
        before = self._open
        if before is not None and (
            before.piece.face != part.piece.face or before.look != part.look
        ):
            self._close(before)
        self._open = part
        self._codes.append(part.piece.codes)
        self.x += part.piece.width * part.look.size / 1000

    def space(self, look: Look) -> None:
        self.add(Part(self._shaper.space(look.weight), look))

    def finished(self) -> tuple[Span, ...]:
        if self._open is not None:
            self._close(self._open)
        return tuple(self._spans)

    def _close(self, part: Part) -> None:
        look = part.look
        self._spans.append(
            Span(
                self._start,
                part.piece.face,
                look.size,
                look.colour,
                look.rise,
                "".join(self._codes).replace("><", ""),
                self.x - self._start,
                look.owner,
                look.target,
                look.hint,
            )
        )
        self._codes, self._start = [], self.x


def _in_reading_direction(row: list[Word]) -> list[Word]:
    """Turn around the words of each right-to-left passage."""
    turned = [is_right_to_left(word.text) for word in row]
    if not any(turned):
        return row
    ordered: list[Word] = []
    passage: list[Word] = []
    for word, reverse in zip(row, turned, strict=True):
        if reverse:
            passage.insert(0, word)
            continue
        ordered.extend(passage)
        passage = []
        ordered.append(word)
    return ordered + passage
