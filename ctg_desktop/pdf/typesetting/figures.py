"""Figures: alone, or one under another at the right of a column."""

from __future__ import annotations

from typing import NamedTuple

from ctg_desktop.pdf.document import Figure
from ctg_desktop.pdf.typesetting.atoms import Atom, PictureMark
from ctg_desktop.pdf.typesetting.frame import Frame

FIGURE_GAP = 12.0
"""Between figures and the text on their left."""

_STACK_GAP = 6.0
_LOWERED = 2.0


def set_figure(block: Figure, frame: Frame) -> list[Atom]:
    """Set a figure at the left of its column, never larger than that."""
    width, height = picture_size(block, frame)
    return [Atom(height, [_mark(block, frame, (frame.left, 0.0, width, height))])]


def picture_size(figure: Figure, frame: Frame) -> tuple[float, float]:
    """Return the width and height of a picture inside its limits, in points."""
    image = figure.image
    max_width = min(figure.max_width, frame.width)
    max_height = min(figure.max_height, frame.height)
    scale = min(max_width / image.width, max_height / image.height)
    return image.width * scale, image.height * scale


def _mark(figure: Figure, frame: Frame, place: tuple[float, float, float, float]) -> PictureMark:
    x, dy, width, height = place
    link = frame.parent.child("Link") if figure.target else None
    owner = (link or frame.parent).child("Figure", alt=figure.alt)
    return PictureMark(dy, x, width, height, figure.image, owner, figure.target, link)


class Stack(NamedTuple):
    """Figures one under another.

    Attributes:
        sizes: Width and height of each.
    """

    figures: tuple[Figure, ...]
    sizes: tuple[tuple[float, float], ...]

    @property
    def width(self) -> float:
        """Width of the widest."""
        return max(width for width, _ in self.sizes)

    @property
    def height(self) -> float:
        """From the top of the text beside to the foot of the last figure."""
        gaps = _STACK_GAP * (len(self.sizes) - 1)
        return _LOWERED + sum(height for _, height in self.sizes) + gaps

    def marks(self, frame: Frame) -> list[PictureMark]:
        """Return the figures at the right edge of a column."""
        marks: list[PictureMark] = []
        right, dy = frame.left + frame.width, _LOWERED
        for figure, (width, height) in zip(self.figures, self.sizes, strict=True):
            marks.append(_mark(figure, frame, (right - width, dy, width, height)))
            dy += height + _STACK_GAP
        return marks


def stack(figures: tuple[Figure, ...], frame: Frame) -> Stack:
    """Return figures as large as their limits and the column allow."""
    sizes = [picture_size(figure, frame) for figure in figures]
    whole = Stack(figures, tuple(sizes))
    scale = min(1.0, frame.height / whole.height)
    return Stack(figures, tuple((width * scale, height * scale) for width, height in sizes))
