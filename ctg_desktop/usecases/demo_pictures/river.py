"""The river: for a listing, and as the landscape of the cover."""

from __future__ import annotations

from ctg_desktop.usecases.demo_pictures import palette as c
from ctg_desktop.usecases.demo_pictures.canvas import Canvas, around, smooth
from ctg_desktop.usecases.demo_pictures.nature import bush, cloud, countryside, house, poplar, tree

COVER = (1200, 800)


def river() -> Canvas:
    """A bend of the river, a rowing boat, reeds."""
    canvas = countryside(236)
    poplar(canvas, 96, 272, 1.1)
    poplar(canvas, 124, 276, 0.9, c.LAGOON)
    tree(canvas, 548, 276, 1.0)
    canvas.hill([(0, 268), (220, 258), (430, 272), (640, 262)], c.SAGE)
    left = smooth([(430, 266), (352, 298), (404, 336), (300, 384), (130, 480)])
    right = smooth([(454, 266), (430, 296), (540, 334), (570, 392), (640, 452)])
    canvas.polygon([*left, (640, 480), *reversed(right)], c.WATER)
    for x, y, length in (
        (300, 418, 60),
        (236, 452, 90),
        (540, 462, 70),
        (430, 358, 50),
        (398, 300, 20),
        (470, 340, 30),
    ):
        canvas.rounded((x, y, x + length, y + 5), 2.5, c.RIPPLE)
    canvas.oval(440, 434, 92, 8, c.DEEP)
    canvas.polygon([(350, 398), (530, 398), (504, 434), (376, 434)], c.BRICK)
    canvas.rounded((342, 392, 538, 402), 5, c.CREAM)
    canvas.box(420, 384, 456, 394, c.WOOD)
    canvas.stroke([(452, 390), (548, 438)], 5, c.WOOD)
    canvas.oval(554, 441, 13, 6, c.WOOD)
    for x in range(20, 190, 17):
        height = 60 + (x * 37) % 50
        canvas.stroke([(x, 480), (x + 8, 470 - height)], 4, c.MOSS)
        if x % 3:
            canvas.rounded((x + 3, 446 - height, x + 13, 476 - height), 5, c.BARK)
    return canvas


def landscape() -> Canvas:
    """The village seen from the meadows: hills, church, mill, bridge and river."""
    width, height = COVER
    canvas = Canvas(width, height, c.SKY_LOW)
    canvas.sky("#a9d3d6", c.SKY_LOW, 480)
    canvas.disc(900, 210, 74, "#fbe3ab")
    canvas.disc(900, 210, 58, "#fdedc6")
    for x, y, size in ((210, 150, 1.6), (520, 96, 1.1), (1080, 130, 1.3), (720, 190, 0.8)):
        cloud(canvas, x, y, size)
    for x, y in ((420, 210), (452, 196), (480, 216)):
        canvas.stroke([(x - 12, y - 6), (x, y), (x + 12, y - 6)], 3, c.SLATE)
    canvas.hill(
        [(0, 400), (180, 330), (380, 392), (620, 318), (860, 388), (1060, 330), (1200, 372)],
        "#c6dfd0",
    )
    canvas.hill([(0, 452), (240, 398), (520, 452), (800, 392), (1010, 440), (1200, 404)], "#a9cdb5")
    _fields(canvas)
    _village(canvas)
    _water(canvas)
    _bridge(canvas)
    _meadow(canvas)
    return canvas


def _fields(canvas: Canvas) -> None:
    canvas.hill([(0, 500), (300, 462), (640, 506), (900, 470), (1200, 496)], c.MEADOW)
    canvas.polygon([(40, 494), (250, 470), (330, 478), (180, 520), (60, 530)], c.SAND)
    canvas.polygon([(920, 480), (1090, 476), (1180, 494), (1020, 520), (900, 506)], "#c9b98a")
    for step in range(7):
        canvas.stroke([(936 + step * 30, 482 - step), (920 + step * 32, 508 + step)], 2.6, c.MOSS)
    for x, ground, size in ((30, 500, 0.7), (74, 496, 0.6), (1150, 486, 0.8), (1100, 480, 0.6)):
        tree(canvas, x, ground, size)
    for x, size in ((352, 0.8), (374, 0.95), (398, 0.75)):
        poplar(canvas, x, 498, size, c.LAGOON)


def _village(canvas: Canvas) -> None:
    canvas.box(586, 330, 632, 520, "#ecdfc6")
    canvas.box(618, 330, 632, 520, c.SHADE)
    canvas.polygon([(578, 334), (609, 250), (640, 334)], c.SLATE)
    canvas.box(607, 234, 611, 256, c.NIGHT)
    canvas.box(602, 239, 616, 243, c.NIGHT)
    for x in (598, 614):
        canvas.rounded((x - 5, 348, x + 5, 374), 5, c.NIGHT)
    canvas.box(632, 424, 742, 520, c.STONE)
    canvas.polygon([(626, 428), (646, 388), (730, 388), (748, 428)], c.ROOF)
    for x in (660, 690, 720):
        canvas.rounded((x - 5, 444, x + 5, 474), 5, c.SLATE)
    for left, ground, width, wall, roof in (
        (436, 520, 84, c.CREAM, c.BRICK),
        (520, 530, 74, c.STONE, c.ROOF),
        (742, 526, 92, c.CREAM, c.ROOF),
        (836, 530, 78, c.STONE, c.BRICK),
        (640, 538, 88, c.CLOUD, c.CLAY),
        (908, 536, 70, c.CREAM, c.SLATE),
    ):
        house(canvas, left, ground, width, wall, roof)
    for x, ground, size, leaf in (
        (428, 532, 0.8, c.MOSS),
        (618, 540, 0.6, c.LAGOON),
        (736, 540, 0.7, c.MOSS),
        (990, 538, 0.9, c.LAGOON),
        (824, 540, 0.55, c.MOSS),
    ):
        tree(canvas, x, ground, size, leaf)


def _water(canvas: Canvas) -> None:
    canvas.hill([(0, 560), (260, 536), (600, 540), (900, 534), (1200, 548)], c.SAGE)
    canvas.ribbon(
        [(1200, 578), (960, 570), (700, 580), (470, 600), (220, 660), (-60, 742)],
        lambda part: 72 + 90 * part**1.4,
        c.WATER,
    )
    for x, y, length in (
        (980, 570, 90),
        (780, 574, 60),
        (560, 596, 80),
        (400, 616, 70),
        (260, 640, 110),
        (120, 690, 130),
        (300, 664, 60),
        (860, 584, 50),
    ):
        canvas.rounded((x, y, x + length, y + 4), 2, c.RIPPLE)
    bank = [(150, 560), (420, 540), (404, 572), (330, 594), (240, 604), (160, 612)]
    canvas.polygon(bank, c.SAGE)
    _mill(canvas, 236, 596)


def _mill(canvas: Canvas, left: float, ground: float) -> None:
    canvas.box(left, ground - 108, left + 104, ground, c.STONE)
    canvas.box(left, ground - 26, left + 104, ground, c.SHADE)
    canvas.polygon(
        [(left - 10, ground - 104), (left + 52, ground - 156), (left + 114, ground - 104)], c.BRICK
    )
    for x in (left + 30, left + 74):
        canvas.box(x - 9, ground - 88, x + 9, ground - 64, c.SLATE)
    canvas.rounded((left + 42, ground - 46, left + 62, ground), 9, c.WOOD)
    x, y, radius = left + 122, ground - 20, 40
    rim = around(x, y, radius, 40)
    canvas.stroke([*rim, rim[0], rim[1]], 6, c.WOOD)
    for px, py in around(x, y, radius + 5, 10):
        canvas.stroke([(x, y), (px, py)], 5, c.BARK)
    canvas.disc(x, y, 8, c.SAND)


def _bridge(canvas: Canvas) -> None:
    canvas.polygon(
        [(690, 556), (760, 528), (830, 522), (900, 528), (970, 556), (970, 596), (690, 600)],
        c.STONE,
    )
    canvas.stroke([(686, 556), (760, 528), (830, 521), (900, 528), (974, 556)], 9, c.SHADE)
    for x, across, top in ((756, 26, 562), (830, 33, 552), (904, 26, 562)):
        arch = [around(x, top + across, across, 1, turn)[0] for turn in range(-90, 91, 6)]
        canvas.polygon([*arch, (x + across, 600), (x - across, 600)], c.DEEP)
    for x, y, length in ((720, 604, 60), (820, 608, 70), (916, 602, 40)):
        canvas.rounded((x, y, x + length, y + 4), 2, c.RIPPLE)


def _meadow(canvas: Canvas) -> None:
    canvas.hill([(-20, 800), (140, 762), (420, 690), (760, 640), (1200, 622)], c.MOSS)
    canvas.hill([(200, 800), (520, 730), (860, 690), (1200, 684)], "#4b7b61")
    tree(canvas, 1080, 690, 2.3, c.LAGOON)
    tree(canvas, 1170, 704, 1.7)
    bush(canvas, 930, 706, 1.5, c.SAGE)
    bush(canvas, 560, 742, 1.0, c.SAGE)
    for number in range(46):
        x = 330 + (number * 173) % 840
        y = 716 + (number * 97) % 74
        if y > 700 + (1200 - x) * 0.075:
            colour = (c.SAND, c.CLAY, c.CLOUD)[number % 3]
            canvas.disc(x, y, 4.6, colour)
            canvas.disc(x, y, 1.8, c.NIGHT if colour == c.SAND else c.SAND)
