"""A whole document laid out: pages, anchors, bookmarks, structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctg_desktop.domain.import_plan import Progress
from ctg_desktop.pdf.document import Beside, Block, Document, Group, Heading, Section
from ctg_desktop.pdf.furniture import CoverPhotograph
from ctg_desktop.pdf.typesetting.blocks import set_blocks, space_after
from ctg_desktop.pdf.typesetting.frame import SPOKEN_LIMIT, Bookmark, Frame
from ctg_desktop.pdf.typesetting.pagination import Page, Paginator, Place, anchors
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a renderer needs.

    Attributes:
        places: Where each anchor stands.
        root: The structure tree, whose leaves are filled while drawing.
        shaper: The faces in use, with the numbers given to their characters.
    """

    document: Document
    pages: tuple[Page, ...]
    places: dict[str, Place]
    bookmarks: tuple[Bookmark, ...]
    root: Element
    shaper: Shaper


def lay_out(document: Document, progress: Progress) -> Layout:
    """Set and place a document in one pass; page numbers are filled in when drawn.

    Raises:
        Cancelled: By ``progress``.
    """
    shaper = Shaper()
    root = Element("Document", title=document.title)
    marks = tuple(_bookmarks(document))
    pages: list[Page] = []
    for section in document.sections:
        part = root.child("Sect", title=section.title)
        frame = Frame(shaper, document.sheet, 0.0, 0.0, section.colour, part, marks)
        pages.extend(_lay_out_section(section, document, frame, len(pages) + 1, progress))
    return Layout(document, tuple(pages), anchors(pages), marks, root, shaper)


def _lay_out_section(
    section: Section, document: Document, frame: Frame, first: int, progress: Progress
) -> list[Page]:
    setup = section.page or document.page
    gutter = document.sheet.gutter
    width = (setup.text_width - gutter * (section.columns - 1)) / section.columns
    paginator = Paginator(section, setup, first, width + gutter)
    if section.masthead:
        across = frame.narrowed(0, setup.text_width)
        paginator.masthead(
            set_blocks(section.masthead, across), space_after(section.masthead[-1], across)
        )
    atoms = set_blocks(section.blocks, frame.narrowed(0, width), progress)
    pages = paginator.place(atoms)
    backdrop = section.furniture.backdrop
    if isinstance(backdrop, CoverPhotograph):
        pages[0].figure = frame.parent.child("Figure", alt=backdrop.alt)
    return pages


def _bookmarks(document: Document) -> Iterator[Bookmark]:
    for section in document.sections:
        for heading in _headings((*section.masthead, *section.blocks)):
            if heading.bookmark and heading.anchor:
                title = heading.bookmark[:SPOKEN_LIMIT]
                yield Bookmark(heading.level, title, heading.anchor, section.colour)


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group | Beside):
            yield from _headings(block.blocks)
