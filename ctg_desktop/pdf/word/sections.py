"""A section of a paper as a section of a Word file: page, foot, blocks."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt

from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.word.blocks import Writer
from ctg_desktop.pdf.word.styles import Styles


def add_section(
    written: WordFile, styles: Styles, document: Document, section: Section, *, first: bool
) -> None:
    """Write a section at the end of the file."""
    setup = section.page or document.page
    if first:
        made = written.sections[0]
        _dress(made, setup)
        _foot(made, styles, section)
    else:
        made = written.add_section(WD_SECTION.NEW_PAGE)
    _count_from_one(made)
    writer = Writer(written, styles, setup.text_width)
    writer.write((*section.masthead, *section.blocks))


def _dress(made: Any, setup: PageSetup) -> None:
    made.page_width, made.page_height = Pt(setup.width), Pt(setup.height)
    made.left_margin, made.right_margin = Pt(setup.inner), Pt(setup.outer)
    made.top_margin, made.bottom_margin = Pt(setup.top), Pt(setup.bottom)
    made.header_distance, made.footer_distance = Pt(setup.foot), Pt(setup.foot)


def _foot(made: Any, styles: Styles, section: Section) -> None:
    """Write the running foot, which further sections take over; a number from the second page."""
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
            add_field(paragraph, "PAGE")


def add_field(paragraph: Any, instruction: str) -> None:
    """Write a field that Word works out: the page number, the contents."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _count_from_one(made: Any) -> None:
    properties = made._sectPr  # noqa: SLF001 - python-docx has no page numbers
    found = properties.find(qn("w:pgNumType"))
    number = OxmlElement("w:pgNumType") if found is None else found
    number.set(qn("w:start"), "1")
    if found is None:
        properties.find(qn("w:pgMar")).addnext(number)
