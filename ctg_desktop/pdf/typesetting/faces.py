"""The typefaces that ship with the program, and what they can say.

Atkinson Hyperlegible Next (Braille Institute, SIL OFL 1.1) was drawn for readers with low vision:
letters that are easily confused are made different. DejaVu Sans stands in for other scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ctg_desktop.paths import asset
from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.kerning import Kerning

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFile

FILES = MappingProxyType(
    {
        Weight.REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
        Weight.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBold.ttf",
        Weight.BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    }
)
FALLBACK_FILE = "DejaVuSans-fallback.ttf"

NARROW_NO_BREAK = "\u202f"
"""Not in the typeface: a space after which the pen moves back."""

SOFT_HYPHEN = "\u00ad"
_NARROW_SHARE = 0.55
_SAME_GLYPH = MappingProxyType({"\u00a0": " ", "\u2011": "-", "\t": " "})


@dataclass(frozen=True, eq=False, slots=True)
class Face:
    """A typeface file, parsed.

    Attributes:
        name: File name: the key under which a document embeds it.
        glyphs: Character → glyph number.
        widths: Character → advance of its glyph, in thousandths of the size.
        tightened: Character → by how much less the pen moves on.
        program: What can cut a subset of the file.
    """

    name: str
    glyphs: dict[str, int]
    widths: dict[str, float]
    tightened: dict[str, float]
    kerning: Kerning
    program: TTFontFile

    def can_say(self, character: str) -> bool:
        """Return whether the face has a drawing (or a blank) for this character."""
        return character in self.glyphs


@cache
def load(name: str) -> Face:
    """Parse a typeface of ``resources/fonts`` (kept: the files never change while we run)."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    program = TTFontFile(str(asset(f"fonts/{name}")))
    numbers: dict[int, int] = program.charToGlyph
    glyphs = {chr(code): glyph for code, glyph in numbers.items() if glyph and code >= 0x20}
    widths = {letter: float(program.charWidths[ord(letter)]) for letter in glyphs}
    for character, model in _SAME_GLYPH.items():
        if model in glyphs:
            glyphs[character], widths[character] = glyphs[model], widths[model]
    glyphs[NARROW_NO_BREAK] = glyphs[" "]
    widths[NARROW_NO_BREAK] = widths[" "]
    glyphs.pop(SOFT_HYPHEN, None)
    tightened: dict[str, float] = {NARROW_NO_BREAK: round(widths[" "] * (1 - _NARROW_SHARE))}
    table: Callable[[str], bytes] = program.get_table
    gpos = table("GPOS") if "GPOS" in program.table else b""
    return Face(name, glyphs, widths, tightened, Kerning(gpos), program)


def face(weight: Weight) -> Face:
    """Return the face of this weight."""
    return load(FILES[weight])


def fallback() -> Face:
    """Return the face for what the main one cannot say; loaded when first needed."""
    return load(FALLBACK_FILE)
