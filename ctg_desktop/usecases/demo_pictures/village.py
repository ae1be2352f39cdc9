"""Buildings and places of the village."""

from __future__ import annotations

from ctg_desktop.usecases.demo_pictures import palette as c
from ctg_desktop.usecases.demo_pictures.canvas import Canvas, around
from ctg_desktop.usecases.demo_pictures.nature import (
    bush,
    countryside,
    house,
    poplar,
    tree,
    window,
)


def watermill() -> Canvas:
    """A stone mill, its wheel in the river."""
    canvas = countryside(290)
    poplar(canvas, 70, 330, 1.5)
    poplar(canvas, 112, 336, 1.2, c.LAGOON)
    tree(canvas, 560, 338, 1.3)
    canvas.hill([(0, 330), (200, 322), (420, 334), (640, 326)], c.SAGE)
    canvas.hill([(0, 396), (180, 390), (400, 396), (640, 388)], c.WATER)
    canvas.box(210, 196, 430, 396, c.STONE)
    canvas.box(210, 340, 430, 396, c.SHADE)
    for x, y in (
        (224, 216),
        (392, 232),
        (236, 312),
        (396, 318),
        (330, 214),
        (300, 356),
        (404, 372),
    ):
        canvas.rounded((x, y, x + 24, y + 10), 4, c.SHADE if y < 340 else "#b9a37f")
    canvas.polygon([(192, 200), (320, 106), (448, 200)], c.BRICK)
    canvas.polygon([(320, 106), (448, 200), (428, 200), (320, 122)], c.ROOF)
    canvas.box(372, 118, 394, 168, c.ROOF)
    window(canvas, 320, 172, 26, 26)
    window(canvas, 262, 256, 34, 42)
    window(canvas, 366, 256, 34, 42)
    canvas.rounded((296, 300, 336, 380), 18, c.WOOD)
    canvas.box(296, 330, 336, 384, c.WOOD)
    canvas.disc(328, 350, 2.5, c.SAND)
    canvas.rounded((118, 382, 456, 404), 4, c.SHADE)
    for x in range(130, 440, 52):
        canvas.rounded((x, 389, x + 34, 393), 2, "#b9a37f")
    bush(canvas, 166, 386, 0.9, c.MOSS)
    _wheel(canvas, 470, 344, 92)
    canvas.hill([(0, 412), (160, 404), (330, 414), (500, 406), (640, 412)], c.WATER)
    for x, y, length in (
        (40, 434, 90),
        (200, 452, 120),
        (420, 436, 80),
        (520, 460, 90),
        (330, 428, 50),
    ):
        canvas.rounded((x, y, x + length, y + 5), 2.5, c.RIPPLE)
    return canvas


def _wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    rim, inner = around(x, y, radius, 60), around(x, y, radius * 0.8, 60)
    for px, py in around(x, y, radius, 12, 8):
        canvas.stroke(
            [
                (x + (px - x) * 0.84, y + (py - y) * 0.84),
                (x + (px - x) * 1.14, y + (py - y) * 1.14),
            ],
            9,
            c.BARK,
        )
    canvas.stroke([*rim, rim[0], rim[1]], 9, c.WOOD)
    canvas.stroke([*inner, inner[0], inner[1]], 7, c.WOOD)
    for px, py in around(x, y, radius * 0.95, 8, 10):
        canvas.stroke([(x, y), (px, py)], 7, c.WOOD)
    canvas.disc(x, y, 15, c.BARK)
    canvas.disc(x, y, 6, c.SAND)


def school() -> Canvas:
    """A village school with its clock and its two wings."""
    canvas = countryside(300)
    tree(canvas, 66, 386, 1.5)
    tree(canvas, 590, 384, 1.25, c.LAGOON)
    for left, right in ((96, 260), (380, 544)):
        canvas.box(left, 268, right, 388, c.CREAM)
        canvas.polygon(
            [(left - 14, 270), (left + 20, 218), (right - 20, 218), (right + 14, 270)], c.SLATE
        )
        for step in range(3):
            window(canvas, left + 36 + step * 46, 324, 26, 54)
    canvas.box(250, 204, 390, 388, c.CLOUD)
    canvas.polygon([(234, 208), (320, 136), (406, 208)], c.CLAY)
    canvas.box(306, 100, 334, 150, c.CREAM)
    canvas.polygon([(298, 104), (320, 76), (342, 104)], c.BRICK)
    canvas.disc(320, 126, 9, c.HONEY)
    canvas.disc(320, 190, 21, c.TEAL)
    canvas.disc(320, 190, 17, c.CLOUD)
    canvas.stroke([(320, 190), (320, 179)], 3, c.NIGHT)
    canvas.stroke([(320, 190), (328, 194)], 3, c.NIGHT)
    window(canvas, 282, 254, 26, 44)
    window(canvas, 358, 254, 26, 44)
    canvas.rounded((262, 222, 378, 226), 2, c.SHADE)
    canvas.box(292, 308, 348, 388, c.TEAL)
    canvas.box(318, 308, 322, 388, c.NIGHT)
    canvas.disc(313, 352, 3, c.SAND)
    canvas.disc(327, 352, 3, c.SAND)
    canvas.box(280, 380, 360, 388, c.SHADE)
    canvas.hill([(0, 386), (320, 384), (640, 388)], c.SAGE)
    canvas.polygon([(290, 388), (350, 388), (430, 480), (210, 480)], c.CREAM)
    for x, y in ((130, 430), (150, 446), (486, 424), (520, 452), (96, 456), (552, 430)):
        canvas.disc(x, y, 6, c.CLAY if x % 4 else c.SAND)
        canvas.disc(x, y, 2.4, c.CLOUD)
    return canvas


def market_hall() -> Canvas:
    """A covered market on wooden pillars, with its stalls."""
    canvas = countryside(300)
    house(canvas, 20, 372, 110, c.CREAM, c.ROOF)
    house(canvas, 508, 372, 118, c.STONE, c.SLATE)
    canvas.hill([(0, 372), (640, 372)], "#e6d9bd")
    canvas.hill([(0, 420), (320, 414), (640, 420)], "#dccba8")
    canvas.box(116, 232, 524, 392, "#8d6e55")
    canvas.box(116, 232, 524, 262, "#6f5540")
    for left, awning in ((140, c.CLAY), (268, c.LAGOON), (396, c.HONEY)):
        _stall(canvas, left, awning)
    for x in (122, 252, 380, 508):
        canvas.box(x, 232, x + 12, 400, c.WOOD)
        canvas.polygon([(x - 26, 250), (x + 38, 250), (x + 12, 282), (x, 282)], c.WOOD)
        canvas.box(x - 5, 394, x + 17, 406, c.SHADE)
    canvas.polygon([(76, 240), (176, 128), (464, 128), (564, 240)], c.BRICK)
    for row in range(1, 4):
        y = 128 + row * 28
        spread = 100 * row / 4
        canvas.box(176 - spread, y, 464 + spread, y + 3, c.ROOF)
    canvas.polygon([(284, 128), (320, 84), (356, 128)], c.ROOF)
    canvas.box(304, 108, 336, 132, c.CREAM)
    canvas.disc(320, 119, 8, c.SLATE)
    canvas.box(318, 60, 322, 88, c.NIGHT)
    canvas.polygon([(322, 60), (346, 67), (322, 74)], c.SAND)
    canvas.box(76, 236, 564, 244, c.ROOF)
    return canvas


def _stall(canvas: Canvas, left: float, awning: str) -> None:
    width = 104.0
    canvas.box(left, 344, left + width, 396, c.CREAM)
    canvas.box(left, 344, left + width, 351, c.SHADE)
    for x in (left + 26, left + 52, left + 78):
        canvas.box(x - 1, 351, x + 1, 396, c.SHADE)
    for number in range(6):
        colour = (c.CLAY, c.SAND, c.MEADOW)[(number + round(left) // 128) % 3]
        canvas.disc(left + 14 + number * 15, 339, 9, colour)
    for number in range(6):
        strip = width / 6
        x = left + number * strip
        colour = awning if number % 2 == 0 else c.CLOUD
        canvas.box(x, 284, x + strip, 306, colour)
        canvas.disc(x + strip / 2, 306, strip / 2, colour)


def church() -> Canvas:
    """A small Romanesque church with its bell tower."""
    canvas = countryside(306)
    poplar(canvas, 96, 376, 1.5, c.LAGOON)
    poplar(canvas, 560, 372, 1.7)
    canvas.hill([(0, 372), (200, 364), (440, 370), (640, 362)], c.SAGE)
    canvas.box(282, 270, 500, 384, c.STONE)
    canvas.polygon([(270, 274), (310, 212), (482, 212), (514, 274)], c.ROOF)
    canvas.oval(500, 330, 44, 54, c.STONE)
    canvas.box(500, 300, 544, 384, c.STONE)
    canvas.polygon([(494, 304), (506, 268), (556, 304)], c.BRICK)
    for x in (342, 400, 458):
        canvas.rounded((x - 11, 302, x + 11, 352), 11, c.SLATE)
    canvas.box(176, 156, 290, 384, "#ecdfc6")
    canvas.box(268, 156, 290, 384, c.SHADE)
    canvas.polygon([(164, 160), (233, 52), (302, 160)], c.SLATE)
    canvas.polygon([(233, 52), (302, 160), (280, 160)], "#3f5967")
    canvas.box(230, 24, 236, 60, c.NIGHT)
    canvas.box(221, 33, 245, 38, c.NIGHT)
    for x in (206, 248):
        canvas.rounded((x - 13, 182, x + 13, 232), 13, c.NIGHT)
        canvas.oval(x, 216, 7, 9, c.HONEY)
    canvas.box(176, 244, 290, 250, c.SHADE)
    canvas.rounded((204, 308, 258, 380), 27, c.SHADE)
    canvas.rounded((210, 314, 252, 380), 21, c.WOOD)
    canvas.box(210, 350, 252, 384, c.WOOD)
    canvas.box(230, 316, 232, 384, c.BARK)
    canvas.polygon([(206, 384), (256, 384), (330, 480), (150, 480)], c.CREAM)
    for x, ground, size in ((336, 388, 0.8), (424, 388, 1), (140, 390, 1), (512, 388, 0.8)):
        bush(canvas, x, ground, size)
    return canvas


def bus_stop() -> Canvas:
    """A shelter, a bench, and the bus that comes in."""
    canvas = countryside(296)
    tree(canvas, 560, 366, 1.4)
    canvas.hill([(0, 362), (640, 362)], c.SAGE)
    canvas.hill([(0, 392), (640, 392)], "#d8cdb8")
    canvas.hill([(0, 416), (640, 416)], c.SLATE)
    for x in range(20, 640, 120):
        canvas.rounded((x, 446, x + 64, 452), 3, c.CLOUD)
    canvas.box(404, 246, 412, 398, c.NIGHT)
    canvas.box(536, 246, 544, 398, c.NIGHT)
    canvas.box(412, 262, 536, 370, "#cfe3e2")
    canvas.polygon([(412, 340), (490, 262), (524, 262), (412, 374)], "#e4f0ee")
    canvas.rounded((388, 232, 560, 250), 9, c.BRICK)
    canvas.rounded((426, 352, 524, 362), 4, c.WOOD)
    canvas.box(438, 362, 444, 396, c.BARK)
    canvas.box(506, 362, 512, 396, c.BARK)
    canvas.box(590, 236, 596, 400, c.NIGHT)
    canvas.disc(593, 224, 27, c.SAND)
    canvas.rounded((579, 212, 607, 236), 6, c.NIGHT)
    canvas.box(583, 216, 603, 227, c.SAND)
    _bus(canvas)
    return canvas


def _bus(canvas: Canvas) -> None:
    canvas.rounded((44, 232, 366, 424), 26, c.TEAL)
    canvas.rounded((44, 346, 366, 372), 2, c.SAND)
    for left in (66, 134, 202):
        canvas.rounded((left, 258, left + 56, 326), 8, "#d9ecea")
        canvas.polygon(
            [(left + 6, 318), (left + 42, 266), (left + 52, 266), (left + 16, 318)], c.WHITE
        )
    canvas.rounded((272, 258, 312, 410), 8, "#d9ecea")
    canvas.box(290, 258, 294, 410, c.TEAL)
    canvas.rounded((322, 258, 358, 334), 8, "#d9ecea")
    canvas.rounded((90, 238, 250, 251), 6, c.NIGHT)
    canvas.rounded((350, 382, 366, 398), 6, c.SAND)
    for x in (118, 246):
        canvas.disc(x, 424, 31, c.NIGHT)
        canvas.disc(x, 424, 14, c.SHADE)
        canvas.disc(x, 424, 5, c.NIGHT)
