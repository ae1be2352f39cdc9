"""How high blocks become, before it is decided where they stand."""

from __future__ import annotations

import re

from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.style import INK, StyleSheet, TextStyle
from ctg_desktop.pdf.typesetting.blocks import set_blocks
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element

_BLANKS = re.compile(r"[ \n]+")


class Measure:
    """Measures in one look.

    Args:
        sheet: The styles.
        shaper: Knows the width of characters; shared by several looks to be quick.
    """

    def __init__(self, sheet: StyleSheet, shaper: Shaper) -> None:
        self.sheet = sheet
        self._frame = Frame(shaper, sheet, 0.0, 0.0, INK, Element("Document"))

    def height(self, blocks: tuple[Block, ...], width: float) -> float:
        """Return how high blocks are in a column of this width, in points."""
        atoms = set_blocks(blocks, self._frame.narrowed(0, width))
        return sum(atom.before + atom.height for atom in atoms) - sum(
            atom.before for atom in atoms[:1]
        )

    def lines(self, text: str, style: TextStyle, width: float) -> tuple[str, ...]:
        """Return a text cut at its blanks into lines of at most this width, as far as possible."""
        shaper, found = self._frame.shaper, [""]
        for word in _BLANKS.split(text):
            longer = f"{found[-1]} {word}".strip()
            if shaper.width(longer, style.weight) * style.size / 1000 <= width or not found[-1]:
                found[-1] = longer
            else:
                found.append(word)
        return tuple(line for line in found if line)
