"""Draws the slices of laid-out pages."""

from __future__ import annotations

from ctg_desktop.pdf.render.pen import Pen
from ctg_desktop.pdf.render.pictures import Pictures
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.atoms import (
    BoxMark,
    DashMark,
    DotMark,
    FolioMark,
    Mark,
    PictureMark,
    RuleMark,
    TextMark,
)
from ctg_desktop.pdf.typesetting.frame import SPOKEN_LIMIT
from ctg_desktop.pdf.typesetting.layout import Layout
from ctg_desktop.pdf.typesetting.lines import set_lines
from ctg_desktop.pdf.typesetting.pages import Placed
from ctg_desktop.pdf.typesetting.words import Look

_WIDE = 100_000.0


class Painter:
    """Draws marks; knows where every anchor stands."""

    def __init__(self, layout: Layout, pictures: Pictures) -> None:
        self._layout = layout
        self._pictures = pictures

    def stretch(self, pen: Pen, stretch: list[Placed]) -> None:
        """Draw slices in reading order."""
        for x, top, atom in stretch:
            for mark in atom.marks:
                self._draw(pen, x, top + mark.dy, mark)

    def _draw(self, pen: Pen, x: float, y: float, mark: Mark) -> None:
        match mark:
            case TextMark():
                pen.write(x + mark.x, y, mark.spans)
            case FolioMark():
                self._folio(pen, x, y, mark)
            case RuleMark():
                pen.belong_to(None)
                pen.rule(x + mark.x, y, mark.width, mark.thickness, mark.colour)
            case DashMark():
                pen.belong_to(None)
                left = x + mark.x
                pen.dashed(((left, y), (left + mark.width, y)), mark.line)
            case BoxMark():
                pen.belong_to(mark.owner)
                pen.rounded(
                    x + mark.x,
                    y,
                    mark.width,
                    mark.height,
                    mark.radius,
                    mark.colour,
                    mark.thickness,
                )
            case DotMark():
                pen.belong_to(mark.owner)
                pen.dot(x + mark.x, y, mark.radius, mark.colour)
            case PictureMark():
                pen.belong_to(mark.owner)
                self._picture(pen, x + mark.x, y, mark)

    def _picture(self, pen: Pen, x: float, y: float, mark: PictureMark) -> None:
        name = self._pictures.resource(mark.image)
        pen.picture(name, x, y, mark.width, mark.height)
        if mark.link is not None:
            place = (x, y, mark.width, mark.height)
            pen.lead(place, mark.target, mark.owner.alt[:SPOKEN_LIMIT], mark.link)

    def _folio(self, pen: Pen, x: float, y: float, mark: FolioMark) -> None:
        number = str(self._layout.places[mark.anchor].page)
        look = Look(
            Weight.REGULAR,
            mark.size,
            0.0,
            mark.colour,
            mark.owner,
            f"#{mark.anchor}",
            Run(number).text,
        )
        shaper = self._layout.shaper
        (line,) = set_lines(shaper, ((number, look),), _WIDE)
        shift = mark.right - line.width
        pen.write(x, y, tuple(span._replace(x=span.x + shift) for span in line.spans))
