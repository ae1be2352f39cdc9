"""What stands on the pages of a section beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ctg_desktop.pdf.image import Image


@dataclass(frozen=True, slots=True)
class Tab:
    """A thumb tab at the fore edge.

    Attributes:
        position: From 0 (top) to 1 (bottom).
    """

    label: str
    position: float


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page, in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Landscape:
    """The drawn cover: hills and a river in shades of one colour.

    Attributes:
        area: Where on the page; the whole page when ``None``.
        page: On which page of the section, from 0; on each when ``None``.
    """

    colour: str
    area: Area | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class CoverPhotograph:
    """A picture across the cover, between bands of one colour: a figure, not an artifact."""

    colour: str
    image: Image
    alt: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle behind the text.

    Attributes:
        colour: ``#rrggbb``.
        page: On which page of the section, from 0; on each when ``None``.
    """

    area: Area
    colour: str
    radius: float = 0.0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DashedLine:
    """Where the paper is folded or cut, from one point to another.

    Attributes:
        page: On which page of the section, from 0; on each when ``None``.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "#8a8a8a"
    thickness: float = 0.5
    dash: tuple[float, float] = (3.0, 3.0)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TurnedText:
    """A line of text written upwards, shortened to its room.

    It is an artifact: what it says must be said in the text too.

    Attributes:
        x: Of the baseline.
        y: Where the line begins, from the upper edge; it runs up from there.
        room: Longest length.
        style: Name in the style sheet.
    """

    x: float
    y: float
    room: float
    text: str
    style: str
    strong: bool = False
    page: int | None = None


Shape: TypeAlias = Rectangle | DashedLine
Backdrop: TypeAlias = Landscape | CoverPhotograph


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on each page of a section beside its text: artifacts, silent to screen readers.

    Attributes:
        foot: Running foot, on the side of the fold.
        numbered: Print the page number, on the side of the fore edge.
        restart: Count the pages of the section from 1, without a number on its first page: a
            letter among many.
        shapes: Drawn over the backdrop, behind the text.
        turned: Texts written upwards.
    """

    foot: str = ""
    numbered: bool = False
    restart: bool = False
    tab: Tab | None = None
    backdrop: Backdrop | None = None
    shapes: tuple[Shape, ...] = ()
    turned: tuple[TurnedText, ...] = ()
