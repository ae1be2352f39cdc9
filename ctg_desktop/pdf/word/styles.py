"""The styles of a paper as styles of Word, changed in one place; its pictures, stored once."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Pt, RGBColor

from ctg_desktop.pdf.image import Image
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
_BUILT_IN = {
    "body": "Normal",
    "text": "Body Text",
    "heading-1": "Heading 1",
    "heading-2": "Heading 2",
    "heading-3": "Heading 3",
}


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
        self._made: dict[str, Any] = {}
        self._pictures: dict[int, Any] = {}
        self._shown = 0
        self.sheet = sheet
        _speak_french(written)
        for name, known in _BUILT_IN.items():
            if name in sheet.styles:
                self._dress(written.styles[known], sheet[name])
                self._made[name] = written.styles[known]
        for name, known in (("bullets", "List Bullet"), ("numbers", "List Number")):
            self._dress(written.styles[known], sheet[_item(sheet)], spaced=False)
            self._made[name] = written.styles[known]

    def named(self, name: str) -> Any:
        """Return the style of the file for a style of the paper; "bullets" and "numbers" too."""
        if name not in self._made:
            called = _NAMES.get(name, name.replace("-", " ").capitalize())
            style = self._written.styles.add_style(called, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self._written.styles["Normal"]
            self._dress(style, self.sheet[name])
            self._made[name] = style
        return self._made[name]

    def picture(self, run: Any, image: Image, width: Length, alt: str) -> Any:
        """Return a picture for a run; its bytes are stored once, however often it is shown.

        Args:
            run: A run of the file.
            image: What to show.
            width: On the page; the height follows.
            alt: What it says to those who do not see it.
        """
        key = hash(image.content)
        if key not in self._pictures:
            content = io.BytesIO(image.content)
            self._pictures[key] = run.part.new_pic_inline(content, width)
        inline = deepcopy(self._pictures[key])
        self._shown += 1
        inline.docPr.set("id", str(self._shown))
        inline.docPr.set("descr", alt)
        return inline

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
