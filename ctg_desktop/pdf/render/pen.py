"""Draws on one page and marks each thing drawn as content or artifact (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ctg_desktop.pdf.furniture import Area, DashedLine
from ctg_desktop.pdf.render.text import colour, number
from ctg_desktop.pdf.typesetting.atoms import Span
from ctg_desktop.pdf.typesetting.structure import Element

_CURVE = 0.5523


class LinkArea(NamedTuple):
    """A rectangle of a page that leads somewhere."""

    left: float
    bottom: float
    right: float
    top: float
    target: str
    hint: str
    owner: Element


class Pen:
    """Collects the operators of a page.

    Args:
        page: Index of the page, from 0.
        height: Height of the page: callers measure from its upper edge.
        fonts: Name of a face → name of its font resource.
    """

    def __init__(self, page: int, height: float, fonts: dict[str, str]) -> None:
        self.operators: list[str] = []
        self.owners: list[Element] = []
        self.links: list[LinkArea] = []
        self.page = page
        self._height = height
        self._fonts = fonts
        self._open: Element | None = None
        self._in_sequence = False
        self._font: tuple[str, float] = ("", 0.0)
        self._fill = ""

    def write(self, x: float, baseline: float, spans: tuple[Span, ...]) -> None:
        """Write a line of text; spans keep their own place on it."""
        for span in spans:
            self.belong_to(span.owner)
            self._write(x + span.x, self._height - baseline, span)
            if span.target and span.owner is not None:
                self._link(x + span.x, baseline, span, span.owner)

    def belong_to(self, owner: Element | None) -> None:
        """Say what the next things drawn are part of; ``None`` for an artifact."""
        if self._in_sequence and owner is self._open:
            return
        self.close()
        if owner is None:
            self.operators.append("/Artifact BMC")
        else:
            mark = len(self.owners)
            self.owners.append(owner)
            owner.mark(self.page, mark)
            self.operators.append(f"/{owner.kind} <</MCID {mark}>> BDC")
        self._open, self._in_sequence = owner, True

    def close(self) -> None:
        """End the sequence under way."""
        if self._in_sequence:
            self.operators.append("EMC")
            self._in_sequence = False

    def fill(self, value: str) -> None:
        """Choose the colour of the next things filled."""
        if value != self._fill:
            self._fill = value
            operands = colour(value)
            self.operators.append(f"{operands} {'rg' if ' ' in operands else 'g'}")

    def rule(self, x: float, y: float, width: float, thickness: float, value: str) -> None:
        """Draw a horizontal rule, its upper edge at ``y``."""
        self.rectangle(x, y, width, thickness, value)

    def rectangle(self, x: float, y: float, width: float, height: float, value: str) -> None:
        """Fill a rectangle whose upper left corner is given."""
        self.fill(value)
        bottom = self._height - y - height
        self.operators.append(f"{number(x)} {number(bottom)} {number(width)} {number(height)} re f")

    def rounded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        value: str,
        thickness: float = 0.0,
    ) -> None:
        """Fill a rectangle with round corners, or draw its outline with a thickness."""
        bottom = self._height - y - height
        path = _rounded_path(x, bottom, width, height, radius)
        if not thickness:
            self.fill(value)
            self.operators.append(f"{path} f")
            return
        operands = colour(value)
        operator = "RG" if " " in operands else "G"
        self.operators.append(f"{operands} {operator} {number(thickness)} w {path} S")

    def dashed(
        self, ends: tuple[tuple[float, float], tuple[float, float]], line: DashedLine
    ) -> None:
        """Draw a dashed line from one point to another, in the look of a line."""
        (x1, y1), (x2, y2) = ends
        operands = colour(line.colour)
        dash = " ".join(map(number, line.dash))
        self.operators.append(
            f"q {operands} {'RG' if ' ' in operands else 'G'} {number(line.thickness)} w "
            f"[{dash}] 0 d {number(x1)} {number(self._height - y1)} m "
            f"{number(x2)} {number(self._height - y2)} l S Q"
        )

    def dot(self, x: float, y: float, radius: float, value: str) -> None:
        """Fill a circle around a point."""
        self.rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius, value)

    def shape(self, path: str, value: str) -> None:
        """Fill a path given in PDF operators and coordinates."""
        self.fill(value)
        self.operators.append(f"{path} f")

    def picture(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture resource, its upper left corner given."""
        bottom = self._height - y - height
        if self._open is not None:
            box = " ".join(map(number, (x, bottom, x + width, bottom + height)))
            self._open.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        self.operators.append(
            f"q {number(width)} 0 0 {number(height)} {number(x)} {number(bottom)} cm /{name} Do Q"
        )

    def lead(
        self, place: tuple[float, float, float, float], target: str, hint: str, owner: Element
    ) -> None:
        """Make a rectangle lead somewhere: its upper left corner, width and height."""
        x, y, width, height = place
        top = self._height - y
        self.links.append(LinkArea(x, top - height, x + width, top, target, hint, owner))

    @contextmanager
    def window(self, area: Area) -> Iterator[None]:
        """Draw inside a rectangle only, as if it were the page."""
        left, bottom = number(area.x), number(self._height - area.y - area.height)
        self.operators.append(
            f"q 1 0 0 1 {left} {bottom} cm 0 0 {number(area.width)} {number(area.height)} re W n"
        )
        height, self._height, self._fill = self._height, area.height, ""
        yield
        self.operators.append("Q")
        self._height, self._fill = height, ""

    def raw(self, operators: str) -> None:
        """Add operators that leave the graphics state as it was."""
        self.operators.append(operators)

    def turned(self, x: float, y: float, spans: tuple[Span, ...]) -> None:
        """Write an artifact line upwards, its baseline starting at a point."""
        self.belong_to(None)
        bottom = self._height - y
        for span in spans:
            self._look(span)
            self.operators.append(
                f"BT 0 1 -1 0 {number(x)} {number(bottom + span.x)} Tm [{span.codes}] TJ ET"
            )

    def _write(self, x: float, y: float, span: Span) -> None:
        self._look(span)
        self.operators.append(f"BT {number(x)} {number(y + span.rise)} Td [{span.codes}] TJ ET")

    def _look(self, span: Span) -> None:
        self.fill(span.colour)
        if (span.face, span.size) != self._font:
            self._font = (span.face, span.size)
            self.operators.append(f"/{self._fonts[span.face]} {number(span.size)} Tf")

    def _link(self, x: float, baseline: float, span: Span, owner: Element) -> None:
        base = self._height - baseline
        self.links.append(
            LinkArea(
                x,
                base - span.size * 0.3,
                x + span.width,
                base + span.size * 0.9,
                span.target,
                span.hint,
                owner,
            )
        )


def _rounded_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    pull = radius * (1 - _CURVE)
    right, top = x + width, y + height
    points = (
        ("m", x + radius, y),
        ("l", right - radius, y),
        ("c", right - pull, y, right, y + pull, right, y + radius),
        ("l", right, top - radius),
        ("c", right, top - pull, right - pull, top, right - radius, top),
        ("l", x + radius, top),
        ("c", x + pull, top, x, top - pull, x, top - radius),
        ("l", x, y + radius),
        ("c", x, y + pull, x + pull, y, x + radius, y),
    )
    return (
        " ".join(f"{' '.join(map(number, values))} {letter}" for letter, *values in points) + " h"
    )
