"""Lengths and letter sizes, so that every page looks made by one hand."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

UNIT = 8
MARGIN = 2 * UNIT
CONTROL = 4 * UNIT
ROW = 4 * UNIT
CELL = UNIT + 3  # where the words of a cell begin: its padding, and the margin of the style
BAND = 52
RAIL = 200
RAIL_NARROW = 56
NARROW_WINDOW = 1100
DETAIL_MIN = 420
DETAIL_MAX = 560
WINDOW_MIN = (1024, 700)
WINDOW_FIRST = (1366, 740)
ICON = 18
RADIUS = 6
CARD_WIDEST, CARD_LETTERS = 760, 104

TITLE_POINTS = 20.0
SECTION_POINTS = 13.0


def title_font(body: QFont) -> QFont:
    """Return the letters of a page's title: 20 points, more for a person who reads large."""
    return _sized(body, max(TITLE_POINTS, body.pointSizeF() * 1.6), QFont.Weight.DemiBold)


def section_font(body: QFont) -> QFont:
    """Return the letters of a section's title: 13 points bold, always above the body."""
    return _sized(body, max(SECTION_POINTS, body.pointSizeF() * 1.15), QFont.Weight.Bold)


def label_font(body: QFont) -> QFont:
    """Return the letters of a field's label: the body's size, semi-bold."""
    font = QFont(body)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def card_width(letters: QFontMetrics) -> int:
    """Return how wide a card may be: a line that is read easily, wider where letters are large."""
    return max(CARD_WIDEST, CARD_LETTERS * letters.averageCharWidth())


def _sized(body: QFont, points: float, weight: QFont.Weight) -> QFont:
    font = QFont(body)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
