"""The drawn cover: hills, a village and a river, in shades of the commune's colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctg_desktop.pdf.colours import BLACK, WHITE, mixed
from ctg_desktop.pdf.render.pen import Pen
from ctg_desktop.pdf.render.text import number

GOLD = "#e9c46a"
CREAM = "#f6efdf"
TERRACOTTA = "#c96a4a"

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
"""Two handles and an end, in shares of the width and height from the lower left corner."""

Line = tuple[Point, Sequence[Curve]]

_FAR: Line = (
    (0, 0.47),
    (((0.12, 0.53), (0.24, 0.53), (0.36, 0.485)), ((0.5, 0.43), (0.74, 0.60), (1, 0.50))),
)
_MIDDLE: Line = (
    (0, 0.40),
    (((0.16, 0.36), (0.30, 0.46), (0.50, 0.455)), ((0.70, 0.45), (0.84, 0.36), (1, 0.42))),
)
_NEAR: Line = (
    (0, 0.345),
    (((0.14, 0.39), (0.28, 0.385), (0.46, 0.335)), ((0.64, 0.285), (0.82, 0.30), (1, 0.375))),
)
_SKY: Line = (
    (0, 0.605),
    (((0.20, 0.565), (0.36, 0.570), (0.54, 0.592)), ((0.72, 0.614), (0.86, 0.618), (1, 0.580))),
)
_RIVER_TOP: Line = (
    (0, 0.292),
    (((0.20, 0.345), (0.34, 0.30), (0.52, 0.262)), ((0.70, 0.225), (0.86, 0.245), (1, 0.305))),
)
_FRONT: Line = (
    (0, 0.262),
    (((0.20, 0.318), (0.34, 0.268), (0.52, 0.230)), ((0.70, 0.193), (0.86, 0.212), (1, 0.272))),
)
_BASE = 0.452
_MIDST = 0.435
_BROAD = 80.0
_TREES = (
    (7.5, 2.6, 4),
    (12, 3.4, 5.5),
    (16.8, 2.4, 4),
    (81, 3.2, 5),
    (86, 2.4, 3.6),
    (92, 3.6, 5.5),
)
"""Place across, radius and height of the trunk, in hundredths of the width."""


class _Yard(NamedTuple):
    """Where the village stands: its left edge, its floor, the size of its unit in points."""

    left: float
    floor: float
    unit: float


def draw_landscape(pen: Pen, width: float, height: float, colour: str) -> None:
    """Fill a page, or a window of it, with the landscape: an artifact."""
    pen.belong_to(None)
    pen.rectangle(0, 0, width, height, colour)
    pen.dot(width * 0.775, height * (1 - 0.535), 8.5 * _unit(width, height), GOLD)
    pen.shape(hill(_FAR, width, height), mixed(colour, WHITE, 0.16))
    _village(pen, width, height, colour)
    pen.shape(hill(_MIDDLE, width, height), mixed(colour, WHITE, 0.30))
    _trees(pen, width, height, colour)
    pen.shape(hill(_NEAR, width, height), mixed(colour, WHITE, 0.12))
    pen.shape(hill(_RIVER_TOP, width, height), GOLD)
    pen.shape(hill(_FRONT, width, height), mixed(colour, BLACK, 0.22))


def draw_front(pen: Pen, width: float, height: float, colour: str) -> None:
    """Draw the sky, the ground and the river alone, over the edges of a picture."""
    pen.belong_to(None)
    pen.shape(_above(_SKY, width, height), colour)
    pen.shape(hill(_RIVER_TOP, width, height), GOLD)
    pen.shape(hill(_FRONT, width, height), mixed(colour, BLACK, 0.22))


def _unit(width: float, height: float) -> float:
    """Return a hundredth of the width; less in a broad picture, whose houses would be too tall."""
    return min(width / 100, height / _BROAD)


def _above(line: Line, width: float, height: float) -> str:
    (x, y), curves = line
    top = number(height)
    start = f"0 {top} m {number(x * width)} {number(y * height)} l"
    return f"{start} {_curves(curves, width, height)} {number(width)} {top} l h"


def hill(line: Line, width: float, height: float) -> str:
    """Return the path of everything under a line, down to the lower edge."""
    (x, y), curves = line
    start = f"0 0 m {number(x * width)} {number(y * height)} l"
    return f"{start} {_curves(curves, width, height)} {number(width)} 0 l h"


def _curves(curves: Sequence[Curve], width: float, height: float) -> str:
    points = (
        " ".join(f"{number(x * width)} {number(y * height)}" for x, y in curve) for curve in curves
    )
    return " ".join(f"{point} c" for point in points)


def _village(pen: Pen, width: float, height: float, colour: str) -> None:
    """A church and houses, standing on the middle hill."""
    unit = _unit(width, height)
    yard = _Yard((width - 100 * unit) * _MIDST, height * _BASE - 1.5 * unit, unit)
    wall, shade = CREAM, mixed(CREAM, colour, 0.28)
    roof, dark = TERRACOTTA, mixed(colour, BLACK, 0.30)
    houses = ((27.5, 5.5, 5.0), (34.0, 4.6, 6.2), (50.5, 6.0, 5.4), (57.5, 4.8, 4.4))
    for left, wide, tall in houses:
        _house(pen, yard, (left, wide, tall), (wall, roof))
    _polygon(pen, yard, ((39.5, -3), (49.5, -3), (49.5, 7), (39.5, 7)), wall)
    _polygon(pen, yard, ((38.9, 7), (50.1, 7), (48.6, 10.6), (40.4, 10.6)), roof)
    _polygon(pen, yard, ((39.5, -3), (43.7, -3), (43.7, 13), (39.5, 13)), shade)
    _polygon(pen, yard, ((38.9, 13), (44.3, 13), (41.6, 24)), roof)
    for left in (45.4, 47.4):
        box = ((left, 1.5), (left + 0.8, 1.5), (left + 0.8, 4.6), (left, 4.6))
        _polygon(pen, yard, box, dark)
    _polygon(pen, yard, ((41.1, 9), (42.1, 9), (42.1, 11.2), (41.1, 11.2)), dark)


def _house(
    pen: Pen,
    yard: _Yard,
    size: tuple[float, float, float],
    colours: tuple[str, str],
) -> None:
    left, wide, tall = size
    wall, roof = colours
    right = left + wide
    box = ((left, -3), (right, -3), (right, tall), (left, tall))
    _polygon(pen, yard, box, wall)
    gable = ((left - 0.5, tall), (right + 0.5, tall), (left + wide / 2, tall + 3))
    _polygon(pen, yard, gable, roof)
    middle = left + wide / 2
    window = ((middle - 0.5, 1.6), (middle + 0.5, 1.6), (middle + 0.5, 3), (middle - 0.5, 3))
    _polygon(pen, yard, window, roof)


def _trees(pen: Pen, width: float, height: float, colour: str) -> None:
    """Two groves whose feet the near hill hides."""
    unit = _unit(width, height)
    leaf = mixed(colour, BLACK, 0.12)
    for x, radius, tall in _TREES:
        foot = height * (1 - _level(_NEAR, x / 100)) + unit
        middle = width * x / 100
        pen.rectangle(middle - 0.35 * unit, foot - tall * unit, 0.7 * unit, tall * unit, leaf)
        pen.dot(middle, foot - (tall + radius * 0.6) * unit, radius * unit, leaf)


def _level(line: Line, x: float) -> float:
    """Return the height of a line at ``x``, found by halving along its curve."""
    start, curves = line
    for first, second, end in curves:
        if x <= end[0]:
            low, high = 0.0, 1.0
            for _ in range(20):
                middle = (low + high) / 2
                reached = _on_curve((start[0], first[0], second[0], end[0]), middle)
                low, high = (middle, high) if reached < x else (low, middle)
            return _on_curve((start[1], first[1], second[1], end[1]), low)
        start = end
    return start[1]


def _on_curve(points: tuple[float, float, float, float], t: float) -> float:
    a, b, c, d = points
    u = 1 - t
    return a * u**3 + 3 * b * u * u * t + 3 * c * u * t * t + d * t**3


def _polygon(pen: Pen, yard: _Yard, points: Sequence[Point], colour: str) -> None:
    first, *others = (
        f"{number(yard.left + x * yard.unit)} {number(yard.floor + y * yard.unit)}"
        for x, y in points
    )
    path = f"{first} m " + " ".join(f"{point} l" for point in others) + " h"
    pen.shape(path, colour)
