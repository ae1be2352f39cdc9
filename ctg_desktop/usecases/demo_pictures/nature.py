"""What several illustrations share: clouds, trees, hills, houses."""

from __future__ import annotations

from ctg_desktop.usecases.demo_pictures import palette as c
from ctg_desktop.usecases.demo_pictures.canvas import Canvas, Colour

WIDTH, HEIGHT = 640, 480


def countryside(horizon: float = 300) -> Canvas:
    """Return a canvas with a pale sky, a sun, clouds and two rows of hills."""
    canvas = Canvas(WIDTH, HEIGHT, c.SKY_LOW)
    canvas.sky(c.SKY_TOP, c.SKY_LOW, horizon + 20)
    canvas.disc(520, 92, 40, "#fbe3ab")
    cloud(canvas, 120, 96, 1.0)
    cloud(canvas, 398, 62, 0.7)
    far = [(0, horizon - 26), (140, horizon - 66), (300, horizon - 30), (470, horizon - 74)]
    canvas.hill([*far, (640, horizon - 36)], "#bcd8c4")
    near = [(0, horizon + 14), (170, horizon - 18), (350, horizon + 12), (520, horizon - 14)]
    canvas.hill([*near, (640, horizon + 8)], c.MEADOW)
    return canvas


def cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a cloud by its middle."""
    for shift, lift, radius in ((-34, 4, 18), (-10, -8, 26), (20, -2, 22), (42, 6, 15)):
        canvas.disc(x + shift * size, y + lift * size, radius * size, c.CLOUD)
    canvas.rounded((x - 52 * size, y + 2 * size, x + 57 * size, y + 22 * size), 10 * size, c.CLOUD)


def tree(canvas: Canvas, x: float, ground: float, size: float, leaf: Colour = c.MOSS) -> None:
    """Draw a round tree standing on ``ground``."""
    canvas.box(x - 4 * size, ground - 46 * size, x + 4 * size, ground, c.BARK)
    canvas.oval(x, ground - 74 * size, 34 * size, 42 * size, leaf)
    canvas.oval(x - 10 * size, ground - 86 * size, 16 * size, 20 * size, _lighter(leaf))


def poplar(canvas: Canvas, x: float, ground: float, size: float, leaf: Colour = c.MOSS) -> None:
    """Draw a tall, narrow tree standing on ``ground``."""
    canvas.box(x - 3 * size, ground - 20 * size, x + 3 * size, ground, c.BARK)
    canvas.oval(x, ground - 78 * size, 15 * size, 66 * size, leaf)
    canvas.oval(x - 5 * size, ground - 92 * size, 6 * size, 40 * size, _lighter(leaf))


def bush(canvas: Canvas, x: float, ground: float, size: float, leaf: Colour = c.MOSS) -> None:
    """Draw a low bush standing on ``ground``."""
    for shift, radius in ((-20, 16), (0, 22), (22, 15)):
        canvas.disc(x + shift * size, ground - (radius - 6) * size, radius * size, leaf)
    canvas.box(x - 35 * size, ground - 8 * size, x + 36 * size, ground, leaf)


def window(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a window with its cross, by its middle."""
    left, top = x - width / 2, y - height / 2
    canvas.box(left - 3, top - 3, left + width + 3, top + height + 3, c.CLOUD)
    canvas.box(left, top, left + width, top + height, c.SLATE)
    canvas.polygon([(left, top), (left + width * 0.7, top), (left, top + height * 0.7)], "#66869a")
    canvas.box(x - 1.5, top, x + 1.5, top + height, c.CLOUD)
    canvas.box(left, y - 1.5, left + width, y + 1.5, c.CLOUD)


def house(
    canvas: Canvas, left: float, ground: float, width: float, wall: Colour, roof: Colour
) -> None:
    """Draw a small house with a pitched roof; it is 0.8 times as high as wide."""
    top = ground - width * 0.5
    middle = left + width / 2
    canvas.box(left, top, left + width, ground, wall)
    canvas.box(left + width * 0.7, top - width * 0.36, left + width * 0.8, top, roof)
    canvas.polygon(
        [(left - width * 0.08, top), (middle, top - width * 0.36), (left + width * 1.08, top)], roof
    )
    canvas.box(middle - width * 0.08, ground - width * 0.26, middle + width * 0.08, ground, c.WOOD)
    for x in (left + width * 0.22, left + width * 0.78):
        canvas.box(
            x - width * 0.07, top + width * 0.1, x + width * 0.07, top + width * 0.26, c.SLATE
        )


def _lighter(leaf: Colour) -> Colour:
    return {c.MOSS: "#6b9c7d", c.LAGOON: "#3f8c85", c.SAGE: "#97c0a7"}.get(leaf, c.SAGE)
