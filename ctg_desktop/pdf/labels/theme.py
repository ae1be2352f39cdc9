"""The look of labels: one typeface, a size for each half point."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import A4, PageSetup, StyleSheet, TextStyle

LINE = 1.2
"""From one line to the next, in sizes."""

LARGEST, SMALLEST = 16.0, 6.0
_COMFORT = 5.5
"""Lines for which there is room at ease: a name, a contact, three of address, some air."""

_WIDTH, _HEIGHT = A4

PAGE = PageSetup(
    width=_WIDTH, height=_HEIGHT, inner=0.0, outer=0.0, top=0.0, bottom=0.0, mirrored=False
)

SIZES = tuple(half / 2 for half in range(int(LARGEST * 2), int(SMALLEST * 2) - 1, -1))
"""From the largest down, in points."""


def style_name(size: float) -> str:
    """Return the name of the style of a size."""
    return f"label-{size:g}"


def largest_size(height: float) -> float:
    """Return the usual size on labels with so much height for text, in points."""
    fitting = (size for size in SIZES if size * LINE * _COMFORT <= height)
    return next(fitting, SMALLEST)


_STYLES = {style_name(size): TextStyle(size, size * LINE) for size in SIZES}
_STYLES["foot"] = _STYLES["folio"] = TextStyle(8, 12)

SHEET = StyleSheet(MappingProxyType(_STYLES), label_width=0.0)
