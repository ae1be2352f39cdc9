"""A drawing surface for flat illustrations: drawn four times too large, then reduced."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

Point = tuple[float, float]
Colour = str

SCALE = 4
_STEPS = 14


class Canvas:
    """A picture of ``width`` × ``height`` points, the origin at the top left.

    Args:
        width: In points, which are pixels of the finished picture.
        height: In points.
        ground: Colour of the ground; ``None`` for a transparent one.
    """

    def __init__(self, width: int, height: int, ground: Colour | None) -> None:
        from PIL import Image as Images
        from PIL import ImageDraw

        size = (width * SCALE, height * SCALE)
        self.width, self.height = width, height
        self._image: Image.Image = (
            Images.new("RGBA", size, (0, 0, 0, 0))
            if ground is None
            else Images.new("RGB", size, ground)
        )
        self._pen = ImageDraw.Draw(self._image)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def rounded(
        self, corners: tuple[float, float, float, float], radius: float, colour: Colour
    ) -> None:
        """Fill a rectangle with round corners, given as left, top, right, bottom."""
        left, top, right, bottom = (one * SCALE for one in corners)
        self._pen.rounded_rectangle((left, top, right - 1, bottom - 1), radius * SCALE, fill=colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        """Fill an ellipse, given by its centre and its two radii."""
        box = ((x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE)
        self._pen.ellipse(box, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, colour)

    def stroke(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a line with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def sky(self, top: Colour, bottom: Colour, height: float) -> None:
        """Shade the ground from one colour to another, from the top down to ``height``."""
        from PIL import ImageColor

        upper, lower = ImageColor.getrgb(top), ImageColor.getrgb(bottom)
        for row in range(round(height * SCALE)):
            part = row / (height * SCALE)
            mixed = tuple(round(a + (b - a) * part) for a, b in zip(upper, lower, strict=True))
            self._pen.line((0, row, self.width * SCALE, row), fill=mixed)

    def hill(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill what lies under a smooth line, down to the bottom edge."""
        line = smooth(points)
        self.polygon([(line[0][0], self.height), *line, (line[-1][0], self.height)], colour)

    def ribbon(
        self, points: Sequence[Point], width: Callable[[float], float], colour: Colour
    ) -> None:
        """Fill a smooth band whose width changes along it, ``width`` being given 0 to 1."""
        line = smooth(points)
        last = len(line) - 1
        halves = [width(number / last) / 2 for number in range(last + 1)]
        upper = [(x, y - half) for (x, y), half in zip(line, halves, strict=True)]
        lower = [(x, y + half) for (x, y), half in zip(line, halves, strict=True)]
        self.polygon([*upper, *reversed(lower)], colour)

    def finished(self) -> Image.Image:
        """Return the picture at its real size."""
        return self._image.reduce(SCALE)

    def png(self) -> bytes:
        """Return the picture as PNG."""
        buffer = io.BytesIO()
        self.finished().save(buffer, "PNG", optimize=True)
        return buffer.getvalue()

    def jpeg(self) -> bytes:
        """Return the picture as JPEG, for shaded skies that PNG stores badly."""
        buffer = io.BytesIO()
        self.finished().save(buffer, "JPEG", quality=90, optimize=True, subsampling=0)
        return buffer.getvalue()


def smooth(points: Sequence[Point]) -> list[Point]:
    """Return a curve through points (Catmull-Rom spline)."""
    path = [points[0], *points, points[-1]]
    found = [
        (_spline(a[0], b[0], c[0], d[0], step), _spline(a[1], b[1], c[1], d[1], step))
        for a, b, c, d in zip(path, path[1:], path[2:], path[3:], strict=False)
        for step in range(_STEPS)
    ]
    return [*found, points[-1]]


def around(x: float, y: float, radius: float, count: int, start: float = 0) -> list[Point]:
    """Return points evenly spread on a circle, from an angle in degrees, clockwise from the top."""
    angles = [math.radians(start + 360 * number / count) for number in range(count)]
    return [(x + radius * math.sin(one), y - radius * math.cos(one)) for one in angles]


def _spline(a: float, b: float, c: float, d: float, step: int) -> float:
    t = step / _STEPS
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
