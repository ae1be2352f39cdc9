"""What the commune lives by: reading, sport, gardens, care, sorting."""

from __future__ import annotations

from ctg_desktop.usecases.demo_pictures import palette as c
from ctg_desktop.usecases.demo_pictures.canvas import Canvas, Colour, around, smooth
from ctg_desktop.usecases.demo_pictures.nature import HEIGHT, WIDTH, bush, countryside, tree


def book() -> Canvas:
    """An open book on a table, its pages turning into leaves."""
    canvas = _plain(c.MINT, "#bddccb")
    canvas.rounded((0, 380, 640, 500), 0, c.WOOD)
    canvas.box(0, 380, 640, 390, "#8d6347")
    canvas.oval(320, 398, 240, 18, c.BARK)
    canvas.polygon([(78, 192), (320, 226), (562, 192), (574, 386), (320, 412), (66, 386)], c.TEAL)
    for shift in (0, 8, 16):
        colour = c.CLOUD if shift != 8 else c.CREAM
        left = [(92 + shift, 182 - shift / 2), (200, 164), (286, 186), (320, 214)]
        canvas.polygon(
            [*left, (320, 396 - shift), (210, 364 - shift), (84 + shift, 374 - shift)], colour
        )
        right = [(640 - x, y) for x, y in left]
        canvas.polygon(
            [*right, (320, 396 - shift), (430, 364 - shift), (556 - shift, 374 - shift)], colour
        )
    canvas.stroke([(320, 216), (320, 378)], 3, c.SHADE)
    for row in range(6):
        y = 212 + row * 24
        for x, slope in ((130, 4), (364, -4)):
            end = 276 if x == 130 else 510
            middle = (x + end) / 2
            canvas.stroke([(x, y + slope), (middle, y - 4), (end, y + 8 - slope)], 3.4, "#d7cdb6")
    canvas.polygon([(470, 176), (496, 178), (496, 262), (483, 250), (470, 262)], c.CLAY)
    for x, y, size, colour in (
        (300, 150, 1.0, c.MOSS),
        (354, 120, 1.2, c.HONEY),
        (268, 96, 1.3, c.LAGOON),
        (330, 62, 1.0, c.CLAY),
        (404, 78, 0.9, c.SAGE),
        (232, 142, 0.8, c.SAND),
    ):
        _leaf(canvas, x, y, size, colour)
    return canvas


def _leaf(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    upper = smooth([(-22.0, 18.0), (-16.0, -6.0), (4.0, -19.0), (26.0, -18.0)])
    lower = smooth([(26.0, -18.0), (24.0, 4.0), (10.0, 19.0), (-22.0, 18.0)])
    canvas.polygon([(x + dx * size, y + dy * size) for dx, dy in (*upper, *lower)], colour)
    canvas.stroke(
        [(x - 24 * size, y + 20 * size), (x + 14 * size, y - 8 * size)], 2.4 * size, c.CLOUD
    )


def sports() -> Canvas:
    """A pitch, a goal and a ball."""
    canvas = countryside(250)
    tree(canvas, 60, 306, 1.1, c.LAGOON)
    tree(canvas, 598, 304, 1.0)
    canvas.hill([(0, 296), (640, 296)], c.MOSS)
    for left in range(-160, 800, 160):
        stripe = [(320 + (left - 320) * 0.75, 296), (320 + (left - 240) * 0.75, 296)]
        canvas.polygon([*stripe, (left + 116, 480), (left - 4, 480)], "#619672")
    canvas.stroke([(0, 306), (640, 306)], 4, c.CLOUD)
    canvas.stroke([(150, 306), (90, 392), (550, 392), (490, 306)], 5, c.CLOUD)
    for x in range(196, 460, 22):
        canvas.stroke([(x, 172), (320 + (x - 320) * 0.92, 304)], 1.4, "#e2eee6")
    for y in range(188, 304, 20):
        canvas.stroke([(180, y), (460, y)], 1.4, "#e2eee6")
    canvas.stroke([(180, 306), (180, 166), (460, 166), (460, 306)], 9, c.WHITE)
    canvas.oval(322, 440, 58, 10, "#4a7a5f")
    canvas.disc(320, 396, 50, c.CLOUD)
    canvas.polygon(around(320, 396, 19, 5), c.NIGHT)
    for px, py in around(320, 396, 19, 5):
        dx, dy = px - 320, py - 396
        canvas.stroke([(px, py), (320 + dx * 1.8, 396 + dy * 1.8)], 3, c.NIGHT)
    for angle in range(0, 360, 72):
        _patch(canvas, angle)
    return canvas


def _patch(canvas: Canvas, angle: float) -> None:
    middle, left, right = (
        around(320, 396, radius, 1, angle + turn)[0]
        for radius, turn in ((35, 0), (49.5, -20), (49.5, 20))
    )
    canvas.polygon([middle, left, around(320, 396, 50, 1, angle)[0], right], c.NIGHT)


def garden() -> Canvas:
    """Vegetable rows, flowers, a shed and a watering can."""
    canvas = countryside(280)
    tree(canvas, 72, 336, 1.3)
    canvas.hill([(0, 328), (300, 320), (640, 330)], c.SAGE)
    canvas.box(424, 222, 566, 340, c.WOOD)
    for x in range(424, 566, 24):
        canvas.box(x, 222, x + 2, 340, c.BARK)
    canvas.polygon([(408, 226), (495, 162), (582, 226)], c.SLATE)
    canvas.box(470, 258, 518, 340, c.TEAL)
    canvas.disc(510, 302, 3, c.SAND)
    canvas.disc(495, 200, 10, c.CREAM)
    for row, (y, size) in enumerate(((348, 0.8), (388, 1.0), (434, 1.25))):
        canvas.rounded((20 - row * 30, y, 620 + row * 30, y + 26 * size), 12, c.WOOD)
        canvas.rounded((20 - row * 30, y, 620 + row * 30, y + 9 * size), 5, "#8d6347")
        for number in range(9):
            x = 62 - row * 24 + number * (64 + row * 6)
            (_cabbage, _tulip, _carrot)[(row + number // 3) % 3](canvas, x, y + 4, size)
    _watering_can(canvas, 332, 330)
    return canvas


def _cabbage(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.oval(x - 11 * size, y - 6 * size, 13 * size, 10 * size, c.MOSS)
    canvas.oval(x + 11 * size, y - 6 * size, 13 * size, 10 * size, c.MOSS)
    canvas.disc(x, y - 10 * size, 13 * size, c.MEADOW)
    canvas.oval(x - 2 * size, y - 12 * size, 6 * size, 8 * size, "#c4dcb8")


def _tulip(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.stroke([(x, y), (x, y - 28 * size)], 3.4 * size, c.MOSS)
    canvas.oval(x + 7 * size, y - 10 * size, 4 * size, 10 * size, c.MOSS)
    colour = c.CLAY if round(x) % 2 else c.SAND
    canvas.oval(x, y - 34 * size, 10 * size, 12 * size, colour)
    top = y - 50 * size
    canvas.polygon(
        [
            (x - 10 * size, top),
            (x, y - 38 * size),
            (x + 10 * size, top),
            (x + 9 * size, y - 34 * size),
            (x - 9 * size, y - 34 * size),
        ],
        colour,
    )


def _carrot(canvas: Canvas, x: float, y: float, size: float) -> None:
    for shift in (-9, 0, 9):
        canvas.stroke(
            [(x, y), (x + shift * size, y - (26 - abs(shift)) * size)], 4 * size, c.LAGOON
        )
    canvas.oval(x, y + 2 * size, 8 * size, 6 * size, c.CLAY)


def _watering_can(canvas: Canvas, x: float, y: float) -> None:
    ring = around(x + 6, y - 40, 24, 40)
    canvas.stroke([*ring, ring[0]], 6, c.NIGHT)
    canvas.polygon([(x - 36, y), (x - 30, y - 46), (x + 30, y - 46), (x + 36, y)], c.LAGOON)
    canvas.oval(x, y - 46, 30, 6, c.TEAL)
    canvas.stroke([(x - 30, y - 14), (x - 74, y - 54)], 10, c.LAGOON)
    canvas.stroke([(x - 86, y - 46), (x - 66, y - 66)], 10, c.TEAL)


def clinic() -> Canvas:
    """A green cross, a heart and a leaf."""
    canvas = _plain("#dcebe6", "#c3ddd5")
    canvas.disc(320, 240, 190, c.CLOUD)
    canvas.disc(320, 240, 172, "#eef6f1")
    for left, top, right, bottom in ((266, 104, 374, 376), (184, 186, 456, 294)):
        canvas.rounded((left, top, right, bottom), 22, c.MOSS)
    for left, top, right, bottom in ((280, 118, 360, 362), (198, 200, 442, 280)):
        canvas.rounded((left, top, right, bottom), 14, c.LAGOON)
    _heart(canvas, 320, 236, 36, c.CLOUD)
    canvas.stroke(
        [(248, 240), (284, 240), (300, 214), (322, 262), (338, 240), (392, 240)], 7, c.CLAY
    )
    for x, y, size, colour in (
        (132, 130, 1.4, c.SAGE),
        (512, 120, 1.2, c.MOSS),
        (536, 360, 1.5, c.SAGE),
        (112, 350, 1.2, c.MOSS),
    ):
        _leaf(canvas, x, y, size, colour)
    return canvas


def _heart(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    canvas.disc(x - size * 0.5, y - size * 0.25, size * 0.56, colour)
    canvas.disc(x + size * 0.5, y - size * 0.25, size * 0.56, colour)
    canvas.polygon(
        [
            (x - size * 0.98, y + size * 0.02),
            (x + size * 0.98, y + size * 0.02),
            (x, y + size * 1.15),
        ],
        colour,
    )


def recycling() -> Canvas:
    """Three bins in a row under a ring of arrows."""
    canvas = countryside(300)
    bush(canvas, 70, 380, 1.3)
    bush(canvas, 580, 378, 1.2, c.LAGOON)
    canvas.hill([(0, 376), (640, 376)], c.SAGE)
    canvas.hill([(0, 430), (640, 426)], c.CREAM)
    for left, colour, lid in (
        (118, c.MOSS, c.TEAL),
        (262, c.HONEY, "#c58f33"),
        (406, c.SLATE, "#38505d"),
    ):
        canvas.oval(left + 58, 446, 66, 9, "#dcc9a4")
        canvas.polygon(
            [(left, 256), (left + 116, 256), (left + 104, 444), (left + 12, 444)], colour
        )
        canvas.rounded((left - 10, 232, left + 126, 260), 10, lid)
        canvas.rounded((left + 40, 222, left + 76, 240), 6, lid)
        canvas.disc(left + 22, 444, 11, c.NIGHT)
        canvas.disc(left + 94, 444, 11, c.NIGHT)
        _arrows(canvas, left + 58, 346, 34)
    return canvas


def _arrows(canvas: Canvas, x: float, y: float, radius: float) -> None:
    for turn in (0, 120, 240):
        arc = [around(x, y, radius, 1, turn + angle)[0] for angle in range(0, 76, 5)]
        canvas.stroke(arc, radius * 0.26, c.CLOUD)
        tip = around(x, y, radius, 1, turn + 106)[0]
        inner = around(x, y, radius * 0.62, 1, turn + 76)[0]
        outer = around(x, y, radius * 1.38, 1, turn + 76)[0]
        canvas.polygon([tip, inner, outer], c.CLOUD)


def _plain(top: Colour, bottom: Colour) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, bottom)
    canvas.sky(top, bottom, HEIGHT)
    return canvas
