"""The drawn cover as shapes of the page: a decoration, silent to screen readers."""

from __future__ import annotations

from functools import cache

from ctg_desktop.pdf.html.markup import element
from ctg_desktop.pdf.html.pictures import svg_path
from ctg_desktop.pdf.render.landscape import draw_landscape
from ctg_desktop.pdf.render.pen import Pen
from ctg_desktop.pdf.style import A5
from ctg_desktop.pdf.typesetting.structure import Element

_WIDTH, _HEIGHT = A5
_VISIBLE = (222, 258)
"""From the upper edge, and how far down: the hills, the village and the river."""


@cache
def scenery(colour: str) -> str:
    """Return the landscape in shades of a colour."""
    pen = _ShapePen(0, _HEIGHT, {})
    draw_landscape(pen, _WIDTH, _HEIGHT, colour)
    top, height = _VISIBLE
    return element(
        "svg",
        "".join(pen.shapes),
        viewBox=f"0 {top} {_WIDTH:.0f} {height}",
        preserveAspectRatio="xMidYMid slice",
        class_="scenery",
        aria_hidden="true",
        focusable="false",
    )


class _ShapePen(Pen):
    """Draws shapes of SVG where its elder writes operators of PDF."""

    def __init__(self, page: int, height: float, fonts: dict[str, str]) -> None:
        super().__init__(page, height, fonts)
        self.shapes: list[str] = []
        self._tall = height

    def belong_to(self, owner: Element | None) -> None:
        """Do nothing: all of it is decoration."""

    def rectangle(self, x: float, y: float, width: float, height: float, value: str) -> None:
        """Fill a rectangle whose upper left corner is given."""
        self.shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{value}"/>'
        )

    def dot(self, x: float, y: float, radius: float, value: str) -> None:
        """Fill a circle around a point."""
        self.shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{value}"/>')

    def shape(self, path: str, value: str) -> None:
        """Fill a path given in PDF operators and coordinates."""
        self.shapes.append(
            f'<path d="{svg_path(path)}" fill="{value}" '
            f'transform="matrix(1 0 0 -1 0 {self._tall:.1f})"/>'
        )
