"""What a paper is made of, without a word about where it stands on the page.

A block says what a thing *is* (heading, paragraph, list, table, figure, decoration); the renderer
makes of it both the drawing and the structure tree that screen readers follow (ISO 32000-1, 14.8;
ISO 14289-1, PDF/UA).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ctg_desktop.pdf.image import Drawing, Image
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.tables import Bars, Table


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
