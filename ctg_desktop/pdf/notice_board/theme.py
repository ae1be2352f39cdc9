"""The look of what hangs on a notice board: read from a distance, one colour, much white."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ctg_desktop.pdf.colours import WHITE, mixed
from ctg_desktop.pdf.style import (
    ACCENT,
    PAPER,
    QUIET,
    Align,
    StyleSheet,
    TextStyle,
    Weight,
)

MARGIN = 48.0
TINT = 0.9
"""How much white there is in a tinted ground."""
RULE = "#9a9a9a"

_FIXED = {
    "commune": TextStyle(16, 21, Weight.SEMIBOLD, PAPER),
    "month": TextStyle(72, 75, Weight.BOLD, PAPER, smallest=30),
    "commune-dense": TextStyle(13, 16.5, Weight.SEMIBOLD, PAPER),
    "month-dense": TextStyle(51, 51, Weight.BOLD, PAPER, smallest=30),
    "year": TextStyle(36, 36, colour=PAPER, align=Align.RIGHT),
    "year-dense": TextStyle(27, 27, colour=PAPER, align=Align.RIGHT),
    "holidays": TextStyle(12, 15, colour=PAPER, before=3),
    "foot-name": TextStyle(13, 18, Weight.BOLD),
    "foot": TextStyle(12, 18),
    "foot-note": TextStyle(9, 12, colour=QUIET),
}
_FLOWING = {
    "day-number": TextStyle(27, 27, Weight.BOLD, ACCENT),
    "weekday": TextStyle(11, 14, Weight.SEMIBOLD, ACCENT),
    "event": TextStyle(13.5, 16.5, Weight.BOLD, smallest=8.5),
    "details": TextStyle(11, 14, colour=QUIET, after=4.5),
    "strip-title": TextStyle(15, 18, Weight.BOLD, ACCENT, after=4.5),
    "strip-day": TextStyle(11, 14, Weight.SEMIBOLD, ACCENT),
    "strip": TextStyle(11, 14),
    "more": TextStyle(12, 16.5, Weight.SEMIBOLD, ACCENT),
}
_DENSE = {
    "day-number": TextStyle(18, 16.5, Weight.BOLD, ACCENT),
    "weekday": TextStyle(11, 11.5, Weight.SEMIBOLD, ACCENT),
    "event": TextStyle(11, 13, after=1.8, smallest=8.5),
    "strip-day": TextStyle(11, 13, Weight.SEMIBOLD, ACCENT),
    "strip": TextStyle(11, 13),
    "strip-title": TextStyle(13.5, 15, Weight.BOLD, ACCENT, after=3),
}


def poster_sheet(unit: float, scale: float, *, dense: bool) -> StyleSheet:
    """Return the styles of a poster.

    Args:
        unit: Width of the paper over that of A4.
        scale: Of the text in the middle, which is made to fill the page.
        dense: Title, hours and place in one paragraph.
    """
    flowing = {**_FLOWING, **_DENSE} if dense else _FLOWING
    styles = {name: style.scaled(unit) for name, style in _FIXED.items()}
    styles |= {
        name: replace(style.scaled(unit * scale), smallest=style.smallest * unit)
        for name, style in flowing.items()
    }
    return StyleSheet(
        MappingProxyType(styles),
        label_width=(57.0 if dense else 60.0) * unit * scale,
        gutter=24.0 * unit,
        row_gap=3.0 * unit * scale,
        rule_colour=RULE,
    )


def tint(colour: str) -> str:
    """Return the ground on which text in ink or in the colour itself stays legible."""
    return mixed(colour, WHITE, TINT)


_WEEK_FIXED = {
    "commune": TextStyle(14, 18, Weight.SEMIBOLD, PAPER),
    "week": TextStyle(48, 51, Weight.BOLD, PAPER),
    "week-low": TextStyle(36, 39, Weight.BOLD, PAPER),
    "dates": TextStyle(15, 21, colour=PAPER),
    "dates-low": TextStyle(15, 39, colour=PAPER, align=Align.RIGHT),
    "foot-name": TextStyle(11.5, 15, Weight.BOLD),
    "foot": TextStyle(10.5, 15),
    "foot-note": TextStyle(8.5, 12, colour=QUIET),
}
_WEEK_FLOWING = {
    "day-number": TextStyle(30, 30, Weight.BOLD, ACCENT),
    "weekday": TextStyle(12, 15, Weight.SEMIBOLD, ACCENT),
    "time": TextStyle(11, 15, Weight.SEMIBOLD, ACCENT),
    "event": TextStyle(11, 15),
    "label": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
    "hours": TextStyle(10.5, 15),
}
_TEAR_OFF_FIXED = {
    "commune": TextStyle(13, 18, Weight.SEMIBOLD, PAPER),
    "title": TextStyle(36, 39, Weight.BOLD, PAPER, balanced=True, smallest=18),
    "foot": TextStyle(9, 12, colour=QUIET),
    "strip-name": TextStyle(9.5, 12, Weight.SEMIBOLD),
    "strip-phone": TextStyle(13, 15, Weight.BOLD),
}
_TEAR_OFF_FLOWING = {
    "name": TextStyle(13.5, 16.5, Weight.BOLD, smallest=9, balanced=True),
    "summary": TextStyle(10.5, 14, before=1.5),
    "contact": TextStyle(13.5, 18, Weight.BOLD, ACCENT),
    "hours": TextStyle(10, 13.5, colour=QUIET),
    "alone": TextStyle(12, 16.5, before=6),
    "alone-phone": TextStyle(21, 27, Weight.BOLD, ACCENT, before=9),
}


def week_sheet(scale: float) -> StyleSheet:
    """Return the styles of a week sheet; ``scale`` is that of what takes place."""
    return _sheet(_WEEK_FIXED, _WEEK_FLOWING, scale)


def tear_off_sheet(scale: float) -> StyleSheet:
    """Return the styles of a tear-off list; ``scale`` is that of its entries."""
    return _sheet(_TEAR_OFF_FIXED, _TEAR_OFF_FLOWING, scale)


def _sheet(
    fixed: Mapping[str, TextStyle], flowing: Mapping[str, TextStyle], scale: float
) -> StyleSheet:
    scaled = {
        name: replace(style.scaled(scale), smallest=style.smallest)
        for name, style in flowing.items()
    }
    return StyleSheet(MappingProxyType({**fixed, **scaled}), rule_colour=RULE)
