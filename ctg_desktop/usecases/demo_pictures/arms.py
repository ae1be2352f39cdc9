"""The coat of arms of the invented commune: azure, a mill wheel or, a wavy fess argent."""

from __future__ import annotations

from ctg_desktop.usecases.demo_pictures import palette as c
from ctg_desktop.usecases.demo_pictures.canvas import Canvas, Point, around, smooth

WIDTH, HEIGHT = 480, 560
_AZURE = "#245d78"


def coat_of_arms() -> Canvas:
    """A shield with a mill wheel above three waves and two ears of wheat."""
    canvas = Canvas(WIDTH, HEIGHT, None)
    canvas.polygon(_shield(0), c.NIGHT)
    canvas.polygon(_shield(9), c.SAND)
    canvas.polygon(_shield(18), _AZURE)
    _waves(canvas)
    _wheel(canvas, 240, 196, 104)
    for x, lean in ((92, -1), (388, 1)):
        _ear(canvas, x, lean)
    return canvas


def _shield(inset: float) -> list[Point]:
    left, right, top, bottom = 24 + inset, 456 - inset, 20 + inset, 540 - inset * 1.3
    side = [(right, 300.0), (right - 22, 390.0), (right - 88, 468.0), (240.0, bottom)]
    curve = smooth(side)
    mirrored = [(480 - x, y) for x, y in reversed(curve)]
    return [(left, top), (right, top), *curve, *mirrored]


def _waves(canvas: Canvas) -> None:
    for y, colour in ((344, c.WHITE), (396, c.RIPPLE), (448, c.WHITE)):
        crests = [(float(x), y + (9.0 if x // 40 % 2 else -9.0)) for x in range(0, 481, 40)]
        upper = smooth(crests)
        lower = [(x, py + 24) for x, py in reversed(upper)]
        canvas.polygon([_inside(point) for point in (*upper, *lower)], colour)
    canvas.polygon([*_shield(9), *reversed(_shield(18))], c.SAND)


def _inside(point: Point) -> Point:
    """Move a point that lies beside the shield to its edge."""
    x, y = point
    edge = max((px for px, py in _shield(12) if px >= 240 and py >= y), default=240.0)
    return min(max(x, 480 - edge), edge), y


def _wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    for px, py in around(x, y, radius * 1.16, 12):
        canvas.stroke([(x + (px - x) * 0.84, y + (py - y) * 0.84), (px, py)], 16, c.SAND)
    for size, colour in ((1.0, c.SAND), (0.78, _AZURE), (0.7, c.HONEY), (0.62, _AZURE)):
        canvas.disc(x, y, radius * size, colour)
    for px, py in around(x, y, radius * 0.86, 8):
        canvas.stroke([(x, y), (px, py)], 11, c.SAND)
    canvas.disc(x, y, 26, c.SAND)
    canvas.disc(x, y, 13, _AZURE)


def _ear(canvas: Canvas, x: float, lean: int) -> None:
    canvas.stroke([(x, 318), (x - lean * 4, 240), (x, 150)], 5, c.SAND)
    for row in range(5):
        y = 232 - row * 24
        canvas.oval(x - 11, y, 8, 13, c.SAND)
        canvas.oval(x + 11, y, 8, 13, c.HONEY)
    canvas.oval(x, 116, 8, 15, c.SAND)
