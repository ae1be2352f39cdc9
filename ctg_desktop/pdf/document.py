"""A whole paper: its sections, the places that text flows through, and its look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.style import PageSetup, StyleSheet


@dataclass(frozen=True, slots=True)
class Panel:
    """A place on a page that text flows through, in points from the upper left corner.

    Attributes:
        page: Which page of a round of pages, from 0.
    """

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Section:
    """A part that starts on a new page.

    Attributes:
        title: Name of the part in the structure tree.
        colour: What ``ACCENT`` means in it, ``#rrggbb``.
        page: Geometry, where it differs from the document's.
        columns: Number of columns.
        masthead: Blocks across all columns, at the top of the first page.
        panels: Where text flows, in reading order, instead of the margins and columns: the
            panels of a folded sheet, the labels of a sheet. After the last one a new round of
            pages begins with the first. Text takes the width of the panel it stands in; what has
            to be cut takes that of the narrowest. A masthead flows with the text.
        first_panel: Panels left empty in the first round.
        multiple: Not 0: as many pages as bring the document, with ``pages_after``, to a multiple
            of this (none when it already is one); its blocks, which fit one page, are set on each
            of them. Its headings are not in the contents.
        pages_after: Pages that come behind such a section.
    """

    title: str
    blocks: tuple[Block, ...]
    colour: str = "#000000"
    furniture: Furniture = field(default_factory=Furniture)
    page: PageSetup | None = None
    columns: int = 1
    masthead: tuple[Block, ...] = ()
    panels: tuple[Panel, ...] = ()
    first_panel: int = 0
    multiple: int = 0
    pages_after: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    Attributes:
        language: BCP 47 code of its texts.
        edition: The only date it knows: also the creation date of the file.
    """

    title: str
    language: str
    author: str
    subject: str
    edition: date
    page: PageSetup
    sheet: StyleSheet
    sections: tuple[Section, ...]
