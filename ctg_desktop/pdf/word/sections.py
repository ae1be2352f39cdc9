"""The sections of a paper as sections of a Word file: page, foot, blocks."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as WordFile
from docx.document import _Body
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt

from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.word.blocks import Writer
from ctg_desktop.pdf.word.styles import Styles


class Sections:
    """Writes sections at the end of a file.

    Each is written into a body of its own and then moved: python-docx looks through the whole body
    for each paragraph it adds, which makes a thousand letters take minutes.

    Args:
        written: An empty file.
        styles: Of the file.
        document: The paper.
    """

    def __init__(self, written: WordFile, styles: Styles, document: Document) -> None:
        self._written, self._styles, self._document = written, styles, document
        self._last: Any = written.element.body.sectPr
        self._open = False

    def add(self, section: Section) -> None:
        """Write a section, which begins on a new page and counts its pages from one."""
        setup = section.page or self._document.page
        if self._open:
            self._end_section()
        else:
            first = self._written.sections[0]
            _dress(first, setup)
            _foot(first, self._styles, section)
            _count_from_one(self._last)
        self._open = True
        scratch = OxmlElement("w:body")
        place = _Body(scratch, self._written)  # type: ignore[arg-type]  # any element holds blocks
        Writer(place, self._styles, setup.text_width).write((*section.masthead, *section.blocks))
        for element in list(scratch):
            self._last.addprevious(element)

    def close(self) -> None:
        """End the file with a paragraph where the last thing is a table, as Word demands."""
        if self._ends_with_a_table():
            self._last.addprevious(OxmlElement("w:p"))

    def _end_section(self) -> None:
        """Say with the last paragraph of a section how its pages are."""
        if self._ends_with_a_table():
            self._last.addprevious(OxmlElement("w:p"))
        paragraph = self._last.getprevious()
        paragraph.get_or_add_pPr().append(deepcopy(self._last))

    def _ends_with_a_table(self) -> bool:
        last = self._last.getprevious()
        return last is None or last.tag != qn("w:p")


def _dress(made: Any, setup: PageSetup) -> None:
    made.page_width, made.page_height = Pt(setup.width), Pt(setup.height)
    made.left_margin, made.right_margin = Pt(setup.inner), Pt(setup.outer)
    made.top_margin, made.bottom_margin = Pt(setup.top), Pt(setup.bottom)
    made.header_distance, made.footer_distance = Pt(setup.foot), Pt(setup.foot)


def _foot(made: Any, styles: Styles, section: Section) -> None:
    """Write the running foot of all sections; a number from their second page on."""
    furniture = section.furniture
    if not (furniture.foot or furniture.numbered):
        return
    made.different_first_page_header_footer = True
    for footer, numbered in ((made.footer, furniture.numbered), (made.first_page_footer, False)):
        paragraph = footer.paragraphs[0]
        paragraph.style = styles.named("foot")
        paragraph.add_run(furniture.foot)
        if numbered:
            paragraph.add_run(" · ")
            _add_field(paragraph, "PAGE")


def _add_field(paragraph: Any, instruction: str) -> None:
    """Write a field that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _count_from_one(properties: Any) -> None:
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    properties.find(qn("w:pgMar")).addnext(number)
