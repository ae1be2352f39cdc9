"""A whole document laid out: pages, anchors, bookmarks, structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctg_desktop.domain.progress import Progress
from ctg_desktop.pdf.blocks import Beside, Block, Box, Columns, Group, Heading
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import CoverPhotograph
from ctg_desktop.pdf.typesetting.blocks import set_after
from ctg_desktop.pdf.typesetting.flow import pour
from ctg_desktop.pdf.typesetting.frame import SPOKEN_LIMIT, Bookmark, Frame
from ctg_desktop.pdf.typesetting.pages import Page, Place, anchors
from ctg_desktop.pdf.typesetting.pagination import Paginator
from ctg_desktop.pdf.typesetting.rooms import Rooms
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

    Args:
        document: What to print.
        progress: Told blocks.

    Raises:
        Cancelled: By ``progress``.
    """
    shaper = Shaper()
    root = Element("Document", title=document.title)
    marks = tuple(_bookmarks(document))
    pages: list[Page] = []
    done, total = 0, sum(len(section.blocks) for section in document.sections)
    for section in document.sections:
        copies = _copies(section, len(pages))
        if copies:
            part = root.child("Sect", title=section.title)
            frame = Frame(shaper, document.sheet, 0.0, 0.0, section.colour, part, marks)
            told = _from(done, total, progress)
            for index in range(copies):
                new = _lay_out_section(section, document, frame, len(pages) + 1, told)
                pages.extend(_filler(new, index) if section.multiple else new)
        done += len(section.blocks)
    return Layout(document, tuple(pages), anchors(pages), marks, root, shaper)


def _from(before: int, whole: int, progress: Progress) -> Progress:
    """Return the progress of a section, told to the whole."""

    def tell(done: int, total: int) -> None:  # noqa: ARG001 - the whole has its own
        progress(before + done, whole)

    return tell


def _copies(section: Section, pages_before: int) -> int:
    """Return how often a section is set."""
    if not section.multiple:
        return 1
    return -(pages_before + section.pages_after) % section.multiple


def _filler(pages: list[Page], index: int) -> list[Page]:
    """Return the one page that each setting of a section of filler pages gives."""
    pages[0].index = index
    return pages[:1]


def _lay_out_section(
    section: Section, document: Document, frame: Frame, first: int, progress: Progress
) -> list[Page]:
    setup = section.page or document.page
    rooms = Rooms(section, setup, document.sheet.gutter, first)
    paginator = Paginator(section, setup, first, rooms)
    blocks = section.blocks
    if section.panels:
        blocks = section.masthead + blocks
    elif section.masthead:
        across = frame.narrowed(0, setup.text_width)
        paginator.masthead(*set_after(section.masthead, across, 0.0))
    pour(blocks, frame, paginator, progress)
    pages = paginator.finished()
    backdrop = section.furniture.backdrop
    if isinstance(backdrop, CoverPhotograph):
        pages[0].figure = frame.parent.child("Figure", alt=backdrop.alt)
    return pages


def _bookmarks(document: Document) -> Iterator[Bookmark]:
    for section in document.sections:
        if section.multiple:
            continue
        for heading in _headings((*section.masthead, *section.blocks)):
            if heading.bookmark and heading.anchor:
                title = heading.bookmark[:SPOKEN_LIMIT]
                yield Bookmark(heading.level, title, heading.anchor, section.colour)


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group | Beside | Box):
            yield from _headings(block.blocks)
        elif isinstance(block, Columns):
            for part in block.parts:
                yield from _headings(part.blocks)
