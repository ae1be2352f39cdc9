"""From words to numbered glyphs with kerning, each word worked out once a document."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.faces import Face, face, fallback
from ctg_desktop.pdf.typesetting.scripts import is_right_to_left, joined_forms, visual_order

REPLACEMENT = "\ufffd"
_LEFT_OUT = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "So", "Sk", "Zl", "Zp"}
_HEX = tuple(f"{code:04x}" for code in range(0x10000))


class Piece(NamedTuple):
    """Glyphs of one face.

    Attributes:
        face: Name of the face.
        codes: Content of a PDF ``TJ`` array: hexadecimal codes and kerning.
        width: In thousandths of the size.
    """

    face: str
    codes: str
    width: float


class Shaped(NamedTuple):
    """A word in one weight.

    Attributes:
        width: In thousandths of the size.
        is_turned: It is read from right to left.
    """

    pieces: tuple[Piece, ...]
    width: float
    is_turned: bool


@dataclass(slots=True)
class FaceUse:
    """Which characters of a face a document uses, numbered from 1 in the order they came.

    Attributes:
        said: Code → the character it stands for in copied text.
        drawn: Code → the character whose glyph is drawn.
    """

    face: Face
    codes: dict[tuple[str, str], int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def code(self, said: str, drawn: str) -> int:
        """Return the code of a character in this document."""
        key = (said, drawn)
        known = self.codes.get(key)
        if known is None:
            known = self.codes[key] = len(self.codes) + 1
            self.said.append(said)
            self.drawn.append(drawn)
        return known


class Shaper:
    """Shapes the words of one document and remembers them."""

    def __init__(self) -> None:
        self.uses: dict[str, FaceUse] = {}
        self._words: dict[tuple[Weight, str], Shaped] = {}
        self._spaces: dict[Weight, Piece] = {}

    def word(self, text: str, weight: Weight) -> Shaped:
        """Return the glyphs of a word."""
        key = (weight, text)
        known = self._words.get(key)
        if known is None:
            pieces = self._shape(text, face(weight))
            width = sum(piece.width for piece in pieces)
            known = self._words[key] = Shaped(pieces, width, is_right_to_left(text))
        return known

    def space(self, weight: Weight) -> Piece:
        """Return the blank between two words."""
        known = self._spaces.get(weight)
        if known is None:
            known = self._spaces[weight] = self._shape(" ", face(weight))[0]
        return known

    def width(self, text: str, weight: Weight) -> float:
        """Return the width of a text in thousandths of the size."""
        return self.word(text, weight).width

    def _shape(self, text: str, main: Face) -> tuple[Piece, ...]:
        glyphs = main.glyphs
        if all(character in glyphs for character in text):
            return (self._piece(main, list(zip(text, text, strict=True))),) if text else ()
        return self._mixed(text, main)

    def _mixed(self, text: str, main: Face) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        current: Face | None = None
        run: list[tuple[str, str]] = []
        for said, drawn in visual_order(joined_forms(text)):
            chosen = _choose(said, drawn, main)
            if chosen is None:
                continue
            if current is not None and chosen[0] is not current:
                pieces.append(self._piece(current, run))
                run = []
            current = chosen[0]
            run.append((said, chosen[1]))
        if current is not None and run:
            pieces.append(self._piece(current, run))
        return tuple(pieces)

    def _piece(self, chosen: Face, run: list[tuple[str, str]]) -> Piece:
        use = self.uses.get(chosen.name)
        if use is None:
            use = self.uses[chosen.name] = FaceUse(chosen)
        codes: list[str] = ["<"]
        width, previous = 0.0, 0
        for said, drawn in run:
            glyph = chosen.glyphs[drawn]
            move = chosen.kerning.between(previous, glyph) if previous else 0
            if move:
                width += move
                codes.append(f">{-move}<")
            codes.append(_HEX[use.code(said, drawn)])
            width += chosen.widths[drawn]
            back = chosen.tightened.get(drawn)
            if back:
                width -= back
                codes.append(f">{back:g}<")
            previous = glyph
        codes.append(">")
        return Piece(chosen.name, "".join(codes), width)


def _choose(said: str, drawn: str, main: Face) -> tuple[Face, str] | None:
    """Return the face and character to draw; ``None`` for pictographs and marks nobody can draw."""
    if drawn in main.glyphs:
        return main, drawn
    other = fallback()
    for candidate in (drawn, said):
        if candidate in other.glyphs:
            return other, candidate
    if unicodedata.category(said) in _LEFT_OUT:
        return None
    return other, REPLACEMENT
