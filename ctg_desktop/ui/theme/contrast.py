"""Contrast between two colours, as the accessibility guidelines define it."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ctg_desktop.domain import palette

READABLE = 4.5
VISIBLE = 3.0

_STEPS = 50


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    return palette.contrast(first.name(), second.name())


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return ``first`` with a share (0 to 1) of ``second`` mixed in."""
    kept = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * kept + second.redF() * share,
        first.greenF() * kept + second.greenF() * share,
        first.blueF() * kept + second.blueF() * share,
    )


def ink_on(background: QColor) -> QColor:
    """Return black or white, whichever is read best on a background."""
    white, black = QColor(255, 255, 255), QColor(0, 0, 0)
    return white if contrast(white, background) >= contrast(black, background) else black


def readable(colour: QColor, *backgrounds: QColor, minimum: float = READABLE) -> QColor:
    """Return the colour, made lighter or darker just enough to be read on backgrounds.

    Hue and saturation are kept, so that a dark green becomes a light green and not a grey.

    Args:
        colour: The colour wished for.
        backgrounds: What it will be drawn on; at least one.
        minimum: Contrast ratio to reach on each, where black or white can reach it.
    """
    goal = ink_on(backgrounds[0])
    hue, saturation = max(colour.hslHueF(), 0.0), colour.hslSaturationF()
    start, end = colour.lightnessF(), goal.lightnessF()
    for step in range(_STEPS + 1):
        lightness = start + (end - start) * step / _STEPS
        candidate = QColor.fromHslF(hue, saturation, lightness)
        if all(contrast(candidate, background) >= minimum for background in backgrounds):
            return candidate
    return goal
