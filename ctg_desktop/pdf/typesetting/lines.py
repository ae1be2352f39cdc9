"""Breaking runs of text into lines.

Lines break at plain spaces only: readers of the PDF drop a hyphen at the end of a line and glue
its two sides. A space stays in the text at the end of each line, so that words stay words.
"""

from __future__ import annotations

from typing import NamedTuple

from ctg_desktop.pdf.typesetting.atoms import Span
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.words import Look, Part, StyledText, Word, fitting_words


class Line(NamedTuple):
    """A set line, ``width`` without its last space."""

    spans: tuple[Span, ...]
    width: float


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
    words = fitting_words(shaper, runs, width)
    rows = _rows(shaper, words, width)
    if balanced and len(rows) > 1:
        if any(word.cut for word in words):
            width = _cut_width(shaper, runs, width, len(rows))
            words = fitting_words(shaper, runs, width)
        rows = _rows(shaper, words, _balanced_width(shaper, words, width, len(rows)))
    last = None if open_ended else len(rows) - 1
    return [_line(shaper, row, spaced=index != last) for index, row in enumerate(rows)]


def _rows(shaper: Shaper, words: list[Word], width: float) -> list[list[Word]]:
    rows: list[list[Word]] = []
    row: list[Word] = []
    reach, gap, blank = 0.0, None, 0.0
    before: Word | None = None
    for word in words:
        space = 0.0
        if before is not None:
            if before.gap is not gap:
                gap = before.gap
                blank = _blank(shaper, gap)
            space = blank if before.parts else 0.0
            if before.ends_line or before.cut or reach + space + word.width > width:
                rows.append(row)
                row, reach, space = [], 0.0, 0.0
        row.append(word)
        reach += space + word.width
        before = word
    if row:
        rows.append(row)
    return rows


def _blank(shaper: Shaper, look: Look) -> float:
    return shaper.space(look.weight).width * look.size / 1000


def _balanced_width(shaper: Shaper, words: list[Word], width: float, count: int) -> float:
    low, high = width / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if any(word.width > middle for word in words) or len(_rows(shaper, words, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def _cut_width(shaper: Shaper, runs: StyledText, width: float, count: int) -> float:
    """Return the least width at which words that have to be cut fill no more lines."""
    low, high = width / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_rows(shaper, fitting_words(shaper, runs, middle), middle)) > count:
            low = middle
        else:
            high = middle
    return high


def _line(shaper: Shaper, row: list[Word], *, spaced: bool) -> Line:
    spaced = spaced and not row[-1].cut
    if _is_plain(row):
        return _plain_line(shaper, row, spaced=spaced)
    builder = _LineBuilder(shaper)
    words = [word for word in _in_reading_direction(row) if word.parts]
    for number, word in enumerate(words):
        if number:
            builder.space(words[number - 1].gap)
        for part in word.parts:
            builder.add(part)
    width = builder.x
    if words and spaced:
        builder.space(words[-1].gap)
    return Line(builder.finished(), width)


def _is_plain(row: list[Word]) -> bool:
    """Return whether a row is one span: one look, one face, one direction."""
    first = row[0]
    look = first.gap
    if not first.parts:
        return False
    face = first.parts[0].piece.face
    for word in row:
        if len(word.parts) != 1 or word.gap is not look or word.is_turned:
            return False
        ((piece, own),) = word.parts
        if own is not look or piece.face is not face:
            return False
    return True


def _plain_line(shaper: Shaper, row: list[Word], *, spaced: bool) -> Line:
    """Return what ``_LineBuilder`` would, without looking at each word again."""
    look = row[0].gap
    piece = row[0].parts[0].piece
    if len(row) == 1 and not spaced:
        return Line((_span(0.0, piece.face, piece.codes, row[0].width, look),), row[0].width)
    space = shaper.space(look.weight)
    blank = space.width * look.size / 1000
    width = row[0].width
    for word in row[1:]:
        width += blank
        width += word.width
    codes = space.codes.join([word.parts[0].piece.codes for word in row])
    if not spaced:
        return Line((_span(0.0, piece.face, codes, width, look),), width)
    return Line((_span(0.0, piece.face, codes + space.codes, width + blank, look),), width)


def _span(start: float, face: str, codes: str, width: float, look: Look) -> Span:
    return Span(
        start,
        face,
        look.size,
        look.colour,
        look.rise,
        codes.replace("><", ""),
        width,
        look.owner,
        look.target,
        look.hint,
    )


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
        codes, width = "".join(self._codes), self.x - self._start
        self._spans.append(_span(self._start, part.piece.face, codes, width, part.look))
        self._codes, self._start = [], self.x


def _in_reading_direction(row: list[Word]) -> list[Word]:
    """Turn around the words of each right-to-left passage."""
    if not any(word.is_turned for word in row):
        return row
    ordered: list[Word] = []
    passage: list[Word] = []
    for word in row:
        if word.is_turned:
            passage.insert(0, word)
            continue
        ordered.extend(passage)
        passage = []
        ordered.append(word)
    return ordered + passage
