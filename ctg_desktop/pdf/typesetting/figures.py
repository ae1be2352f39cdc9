"""Figures with their captions: alone, or one under another at the right of a column."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ctg_desktop.pdf.blocks import Figure
from ctg_desktop.pdf.style import Align
from ctg_desktop.pdf.typesetting.atoms import Atom, Mark, PictureMark
from ctg_desktop.pdf.typesetting.frame import Frame, shifted_marks

FIGURE_GAP = 12.0
"""Between figures and the text on their left."""

FOOT_GAP = 3.0
"""Between the foot of figures and text as wide as the column."""

CAPTION_STYLE = "caption"
_STACK_GAP = 6.0
_LOWERED = 2.0
_SMALLEST = 0.1


def set_figure(block: Figure, frame: Frame) -> list[Atom]:
    """Set a figure at the left of its column, never larger than that."""
    one = _placed(block, frame, 1.0)
    return [Atom(one.height, one.marks(frame, frame.left, 0.0))]


@dataclass(frozen=True, slots=True)
class _Sized:
    """A figure and the size of its picture on paper.

    Attributes:
        caption: Height of the caption below the picture.
    """

    figure: Figure
    width: float
    picture: float
    caption: float

    @property
    def height(self) -> float:
        """Height of picture and caption."""
        return self.picture + self.caption

    def marks(self, frame: Frame, x: float, dy: float) -> list[Mark]:
        """Return the picture and its caption, their upper left corner given."""
        figure = self.figure
        link = frame.parent.child("Link") if figure.target else None
        owner = (link or frame.parent).child("Figure", alt=figure.alt)
        picture = PictureMark(
            dy, x, self.width, self.picture, figure.image, owner, figure.target, link
        )
        if not self.caption:
            return [picture]
        style = replace(frame.sheet[CAPTION_STYLE], align=Align.CENTRE)
        column = frame.narrowed(x - frame.left, self.width)
        lines = column.lines(figure.caption, style, frame.parent.child("P"))
        marks: list[Mark] = [picture]
        for number, line in enumerate(lines):
            below = dy + self.picture + number * style.leading
            marks.extend(shifted_marks([column.text_mark(line, style)], below))
        return marks


def _placed(figure: Figure, frame: Frame, share: float) -> _Sized:
    """Return a figure inside its limits and those of its column, made smaller by a share."""
    image = figure.image
    max_width = min(figure.max_width, frame.width)
    max_height = min(figure.max_height, frame.height)
    scale = share * min(max_width / image.width, max_height / image.height)
    width = image.width * scale
    caption = 0.0
    if figure.caption:
        style = frame.sheet[CAPTION_STYLE]
        caption = style.leading * len(frame.narrowed(0, width).lines(figure.caption, style, None))
    return _Sized(figure, width, image.height * scale, caption)


class Stack:
    """Figures one under another, as large as their limits and the column allow."""

    def __init__(self, figures: tuple[Figure, ...], frame: Frame) -> None:
        self._figures = [_placed(figure, frame, 1.0) for figure in figures]
        if self.height > frame.height:
            pictures = sum(one.picture for one in self._figures)
            share = max(1 - (self.height - frame.height) / pictures, _SMALLEST)
            self._figures = [_placed(figure, frame, share) for figure in figures]

    @property
    def width(self) -> float:
        """Width of the widest."""
        return max(one.width for one in self._figures)

    @property
    def height(self) -> float:
        """From the top of the text beside to the foot of the last figure."""
        gaps = _STACK_GAP * (len(self._figures) - 1)
        return _LOWERED + sum(one.height for one in self._figures) + gaps

    def marks(self, frame: Frame) -> list[Mark]:
        """Return the figures at the right edge of a column."""
        marks: list[Mark] = []
        right, dy = frame.left + frame.width, _LOWERED
        for one in self._figures:
            marks.extend(one.marks(frame, right - one.width, dy))
            dy += one.height + _STACK_GAP
        return marks
