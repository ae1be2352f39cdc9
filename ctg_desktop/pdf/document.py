"""What a paper is made of, without a word about where it stands on the page.

A paper says what each thing *is* (heading, paragraph, list, table, figure, decoration); the
renderer makes of it both the drawing and the structure tree that screen readers follow
(ISO 32000-1, 14.8; ISO 14289-1, PDF/UA). All texts are data: nothing in them is markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.image import Drawing, Image
from ctg_desktop.pdf.style import PageSetup, StyleSheet


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text with one look and one meaning. ``\n`` forces a new line.

    Attributes:
        strong: Set in the bold weight.
        raised: Set small and high, as the "er" of "1er".
        target: Where it leads: ``#anchor`` in this document, otherwise a URI. Empty for nowhere.
        hint: What the link does, read aloud; the text itself when empty.
        language: BCP 47 code where it differs from the document's.
    """

    text: str
    strong: bool = False
    raised: bool = False
    target: str = ""
    hint: str = ""
    language: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Marker(StrEnum):
    """What stands before each item of a list."""

    BULLET = "bullet"
    TICK = "tick"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels go down one by one.

    Attributes:
        anchor: Name that links and page numbers refer to.
        bookmark: Text in the reader's outline and in the contents; empty to stay out of both.
        style: Name in the style sheet; ``heading-<level>`` when empty.
    """

    level: int
    runs: Runs
    anchor: str = ""
    bookmark: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a style of the sheet."""

    runs: Runs
    style: str = "body"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is one paragraph.

    Attributes:
        box: Side of the boxes to tick, no higher than a line; that of the letters when 0.
    """

    items: tuple[Runs, ...]
    marker: Marker = Marker.BULLET
    style: str = "body"
    box: float = 0.0


@dataclass(frozen=True, slots=True)
class Definition:
    """A label and what it stands for; several values are several lines."""

    label: Runs
    values: tuple[Runs, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Rows of label and value, read aloud as a list.

    Attributes:
        label_width: Instead of the sheet's.
        columns: Rows run down this many columns, one after the other.
        gap: Space between two rows.
        continued: Its rows are further items of the list before it, wherever that stands.
    """

    rows: tuple[Definition, ...]
    label_style: str = "label"
    value_style: str = "body"
    label_width: float = 0.0
    columns: int = 1
    gap: float = 0.0
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on each page it runs over.

    Attributes:
        widths: Share of the width of each column; they need not add up to one.
        row_headers: The first cell of each row is a header too.
        caption: Read aloud with the table.
        row_height: Least height of a body row, for what is written by hand; 0 for none.
        ruled: Thin vertical rules too, between the columns and at both ends.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False
    caption: str = ""
    style: str = "body"
    header_style: str = "label"
    row_height: float = 0.0
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart.

    Attributes:
        value: How long the bar is, not negative; ``None`` where the figure is not known, which is
            said and never drawn as nothing.
        said: The figure in words, printed beside the bar.
    """

    label: Runs
    value: float | None
    said: Runs


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars that lie: a table of labels and figures, whose bars are artifacts.

    Attributes:
        header: What the labels are, what the figures are.
        most: Figure of a bar of the full length; the largest of the rows when 0.
        label_width: Share of the width that labels take.
        caption: Read aloud with the table.
    """

    header: tuple[Runs, Runs]
    rows: tuple[Bar, ...]
    most: float = 0.0
    label_width: float = 0.34
    caption: str = ""
    style: str = "body"
    header_style: str = "label"

    @property
    def full(self) -> float:
        """The figure of a bar of the full length."""
        return max(self.most, *(bar.value or 0.0 for bar in self.rows), 0.0)

    @property
    def table(self) -> Table:
        """The same without bars."""
        rows = tuple((bar.label, bar.said) for bar in self.rows)
        widths = (self.label_width, 1 - self.label_width)
        return Table(self.header, rows, widths, True, self.caption, self.style, self.header_style)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its alternative text.

    Attributes:
        target: Where a click leads, as a run's; empty for nowhere.
        max_width: In points; the picture keeps its proportions inside both limits.
        max_height: In points.
        caption: A few words below the picture, centred, in the style ``caption``.
    """

    image: Image | Drawing
    alt: str
    max_width: float
    max_height: float
    target: str = ""
    caption: Runs = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay together on one page when they fit one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures, one under another, at the right of blocks that flow on their left."""

    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in one place of a row of :class:`Columns`.

    Attributes:
        width: Share of the width; shares need not add up to one.
    """

    blocks: tuple[Block, ...]
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, read part after part; cut only when higher than a whole page.

    A box that is all there is of its part is as high as the highest part.

    Attributes:
        gap: Space between two parts.
    """

    parts: tuple[Part, ...]
    gap: float = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks on a tinted or framed ground; cut into several only when higher than a whole page.

    Attributes:
        fill: Colour of the ground, ``#rrggbb`` or ``ACCENT``; empty for none.
        border: Colour of a thin frame; empty for none.
        padding: Between the edge of the ground and the blocks, on all sides.
        radius: Of the corners.
        before: Space above.
        after: Space below.
        height: Least height, 0 for none.
    """

    blocks: tuple[Block, ...]
    fill: str = ""
    border: str = ""
    padding: float = 9.0
    radius: float = 3.0
    before: float = 0.0
    after: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Thin rules to write on: artifacts, silent to screen readers.

    Attributes:
        count: How many; ignored when they fill.
        leading: From one rule to the next.
        fill: As many as there is room for on the rest of the page.
    """

    count: int = 1
    leading: float = 24.0
    fill: bool = False


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed line across the column where the paper is cut: an artifact."""

    before: float = 12.0
    after: float = 12.0


@dataclass(frozen=True, slots=True)
class Break:
    """What follows starts in the next column or panel; on the next page with ``page``.

    Two in a row leave a panel empty, one that nothing follows leads nowhere. Inside columns and
    boxes it does nothing.
    """

    page: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin rule across the column: an artifact, silent to screen readers."""

    before: float = 6.0
    after: float = 6.0


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height.

    Attributes:
        fill: Take a share of what is left on the page.
        down_to: Reach down to this distance from the top of the column, where that is further
            below (the window of an envelope).
    """

    height: float = 0.0
    fill: bool = False
    down_to: float = 0.0


@dataclass(frozen=True, slots=True)
class Reference:
    """A row of the contents or of an index: what, and on which page.

    Attributes:
        anchor: Where it leads, without ``#``.
        level: Depth in the contents, from 1.
    """

    runs: Runs
    anchor: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, from the bookmarked headings down to a level."""

    depth: int = 1
    style: str = "contents"


@dataclass(frozen=True, slots=True)
class Index:
    """Part of an index: rows that lead to pages."""

    rows: tuple[Reference, ...]
    style: str = "index"


Block: TypeAlias = (
    Heading
    | Paragraph
    | ItemList
    | Definitions
    | Table
    | Bars
    | Figure
    | Group
    | Beside
    | Columns
    | Box
    | WritingLines
    | CutLine
    | Break
    | Rule
    | Space
    | Contents
    | Index
)


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
