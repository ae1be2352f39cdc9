"""Slices of a column that cannot be cut, and what is drawn on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from ctg_desktop.pdf.furniture import DashedLine
from ctg_desktop.pdf.image import Drawing, Image
from ctg_desktop.pdf.typesetting.structure import Element


class Tie(IntEnum):
    """How firmly a slice holds to the next one."""

    FREE = 0
    GROUP = 1
    """Together when both fit one page."""
    HARD = 2
    """Together in any case: a heading and what follows it."""


class Span(NamedTuple):
    """Glyphs of one face and colour, somewhere on a line.

    Attributes:
        x: From the left edge of its line.
        codes: Content of a PDF ``TJ`` array.
        owner: What it is part of; ``None`` for an artifact.
        target: Where it leads; empty for nowhere.
    """

    x: float
    face: str
    size: float
    colour: str
    rise: float
    codes: str
    width: float
    owner: Element | None
    target: str = ""
    hint: str = ""


class TextMark(NamedTuple):
    """A line of text; ``dy`` is its baseline below the top of the slice, ``x`` its left edge."""

    dy: float
    x: float
    spans: tuple[Span, ...]


class FolioMark(NamedTuple):
    """A page number, known once everything is placed. ``right`` is its right edge."""

    dy: float
    right: float
    size: float
    colour: str
    owner: Element
    anchor: str


class RuleMark(NamedTuple):
    """A horizontal rule: an artifact."""

    dy: float
    x: float
    width: float
    thickness: float
    colour: str


class DashMark(NamedTuple):
    """A dashed horizontal line: an artifact."""

    dy: float
    x: float
    width: float
    line: DashedLine


class BoxMark(NamedTuple):
    """A rectangle from ``dy`` down, filled or drawn: an artifact, or the content of ``owner``."""

    dy: float
    x: float
    width: float
    height: float
    colour: str
    thickness: float = 0.0
    radius: float = 0.0
    owner: Element | None = None


class DotMark(NamedTuple):
    """A filled circle, the bullet of a list."""

    dy: float
    x: float
    radius: float
    colour: str
    owner: Element | None


class PictureMark(NamedTuple):
    """A picture from ``dy`` down; ``target`` is where it leads, as part of ``link``."""

    dy: float
    x: float
    width: float
    height: float
    image: Image | Drawing
    owner: Element
    target: str = ""
    link: Element | None = None


Mark: TypeAlias = TextMark | FolioMark | RuleMark | DashMark | BoxMark | DotMark | PictureMark


class Leap(IntEnum):
    """Where what follows a slice begins."""

    NONE = 0
    ROOM = 1
    PAGE = 2


@dataclass(slots=True)
class Atom:
    """A slice of a column.

    Attributes:
        before: Space above, dropped at the top of a column.
        anchors: Names of places that start here.
        fill: Takes a share of what is left of the page.
        repeated: Slices to draw again when this one opens a new column.
        down_to: Begins no higher than this, from the top of the column.
        leap: Draws nothing and sends what follows elsewhere.
        filling: What is drawn on the share of a slice that fills, given its height.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    before: float = 0.0
    tie: Tie = Tie.FREE
    anchors: tuple[str, ...] = ()
    fill: bool = False
    repeated: tuple[Atom, ...] = ()
    down_to: float = 0.0
    leap: Leap = Leap.NONE
    filling: Callable[[float], list[Mark]] | None = None

    def cut(self, _room: float) -> tuple[Atom, Atom | None]:
        """Return what fits a height, and the rest; the whole where nothing can be cut."""
        return self, None


def tied(atoms: list[Atom], tie: Tie) -> list[Atom]:
    """Tie all slices of a list to one another, at least this firmly; the last one stays free."""
    for atom in atoms[:-1]:
        atom.tie = max(atom.tie, tie)
    return atoms
