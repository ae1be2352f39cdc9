"""Rectangles, fold lines and turned texts of a page: artifacts."""

from __future__ import annotations

from ctg_desktop.pdf.furniture import DashedLine, Furniture, Rectangle
from ctg_desktop.pdf.render.pen import Pen


def draw_shapes(pen: Pen, furniture: Furniture, index: int) -> None:
    """Draw the shapes of one page of a section, counted from 0."""
    for shape in furniture.shapes:
        if shape.page not in {None, index}:
            continue
        pen.belong_to(None)
        match shape:
            case Rectangle(area=area):
                pen.rounded(area.x, area.y, area.width, area.height, shape.radius, shape.colour)
            case DashedLine():
                pen.dashed(((shape.x1, shape.y1), (shape.x2, shape.y2)), shape)
