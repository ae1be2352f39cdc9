"""The styles of a paper as paragraph styles of Word, so that a change of one changes them all."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor

from ctg_desktop.pdf.style import ACCENT, Align, StyleSheet, TextStyle, Weight

FACE = "Arial"
"""On every computer; the typeface of the papers is not."""
LANGUAGE = "fr-FR"

_NAMES = {
    "sender": "Expéditeur",
    "sender-line": "Expéditeur, coordonnées",
    "address-name": "Destinataire",
    "address": "Destinataire, adresse",
    "address-name-small": "Destinataire, petit",
    "address-small": "Destinataire, adresse, petit",
    "reference": "Références",
    "date": "Lieu et date",
    "signature": "Signataire",
    "enclosures": "Pièces jointes",
}
_ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_BUILT_IN = {"body": "Normal", "text": "Body Text", **{f"heading-{level}": f"Heading {level}" for level in (1, 2, 3)}}


class Styles:
    """The styles of one Word file, made when first asked for.

    Args:
        written: The file.
        sheet: The style sheet of the paper.
        accent: What ``ACCENT`` means, ``#rrggbb``.
    """

    def __init__(self, written: WordFile, sheet: StyleSheet, accent: str) -> None:
        self._written = written
        self._accent = accent
        self._made: dict[str, str] = {}
        self.sheet = sheet
        _speak_french(written)
        for name, known in _BUILT_IN.items():
            if name in sheet.styles:
                self._dress(written.styles[known], sheet[name])
                self._made[name] = known
        for name in ("List Bullet", "List Number"):
            self._dress(written.styles[name], sheet[_item(sheet)], spaced=False)

    def named(self, name: str) -> str:
        """Return what a style of the paper is called in the file."""
        if name not in self._made:
            called = _NAMES.get(name, name.replace("-", " ").capitalize())
            style = self._written.styles.add_style(called, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self._written.styles["Normal"]
            self._dress(style, self.sheet[name])
            self._made[name] = called
        return self._made[name]

    def _dress(self, style: Any, look: TextStyle, *, spaced: bool = True) -> None:
        font, form = style.font, style.paragraph_format
        font.name, font.size = FACE, Pt(look.size)
        font.bold, font.italic = look.weight is not Weight.REGULAR, False
        font.color.rgb = RGBColor.from_string((self._colour(look.colour)).lstrip("#").upper())
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACE)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(look.leading)
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.keep_with_next = look.keep_with_next
        form.alignment = _ALIGNED[look.align]
        if spaced:
            form.left_indent = Pt(look.indent)

    def _colour(self, name: str) -> str:
        return self._accent if name == ACCENT else name


def _item(sheet: StyleSheet) -> str:
    return "item" if "item" in sheet.styles else "body"


def _speak_french(written: WordFile) -> None:
    """Set the language of the whole file, for the spelling checker and for screen readers."""
    defaults = written.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    for attribute in ("w:val", "w:eastAsia"):
        language.set(qn(attribute), LANGUAGE)
