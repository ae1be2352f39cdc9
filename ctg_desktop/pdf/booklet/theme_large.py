"""The look of the booklet in large print: nothing under 16 points, one column, ragged right.

Sources: Clear Print guidelines of the RNIB (16 points or more for large print, left-aligned, no
italics, generous leading); WCAG 2.1, 1.4.6 (contrast of at least 7).
"""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import (
    A4,
    ACCENT,
    INK,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)

A4_WIDTH, A4_HEIGHT = A4

PAGE = PageSetup(
    width=A4_WIDTH, height=A4_HEIGHT, inner=63.0, outer=63.0, top=54.0, bottom=69.0, foot=36.0
)
COVER = PageSetup(width=A4_WIDTH, height=A4_HEIGHT, inner=63.0, outer=63.0, top=66.0, bottom=48.0)


def _heading(size: float, leading: float, before: float, colour: str = INK) -> TextStyle:
    return TextStyle(
        size, leading, Weight.BOLD, colour, before=before, after=6, keep_with_next=True
    )


_STYLES = {
    "heading-1": TextStyle(
        34,
        42,
        Weight.BOLD,
        ACCENT,
        after=24,
        keep_with_next=True,
        rule=3,
        rule_gap=9,
        balanced=True,
        smallest=22,
    ),
    "heading-2": _heading(23, 30, 18),
    "heading-3": _heading(23, 30, 24, ACCENT),
    "month": _heading(27, 36, 30, ACCENT),
    "day": _heading(19, 27, 18),
    "weekly": TextStyle(17, 24, after=12),
    "body": TextStyle(17, 22.5),
    "summary": TextStyle(17, 22.5, after=4.5),
    "lead": TextStyle(18, 27, after=15),
    "aside": TextStyle(17, 24, after=12),
    "signature": TextStyle(18, 27, Weight.BOLD, before=9),
    "label": TextStyle(16, 19.5, Weight.BOLD, ACCENT, before=4.5, keep_with_next=True),
    "person": TextStyle(17, 24, Weight.BOLD),
    "verified": TextStyle(16, 21, before=4.5),
    "caption": TextStyle(16, 21, Weight.BOLD, ACCENT),
    "step": TextStyle(18, 27, before=9, after=12),
    "contents": TextStyle(19, 24, Weight.SEMIBOLD, before=7.5),
    "index": TextStyle(17, 24, before=6, hanging=18),
    "index-letter": _heading(23, 30, 18, ACCENT),
    "foot": TextStyle(16, 21),
    "folio": TextStyle(21, 24, Weight.BOLD, ACCENT),
    "tab": TextStyle(16, 18, Weight.BOLD),
    "cover-kicker": TextStyle(23, 30, Weight.BOLD, after=6),
    "cover-title": TextStyle(48, 54, Weight.BOLD, ACCENT, after=12, balanced=True, smallest=26),
    "cover-title-long": TextStyle(
        36, 42, Weight.BOLD, ACCENT, after=12, balanced=True, smallest=24
    ),
    "cover-title-longest": TextStyle(
        26, 33, Weight.BOLD, ACCENT, after=9, balanced=True, smallest=20
    ),
    "cover-text": TextStyle(18, 24, balanced=True),
    "cover-edition": TextStyle(18, 24, Weight.BOLD, after=12),
    "cover-number": TextStyle(21, 24, Weight.BOLD, ACCENT),
    "cover-word": TextStyle(17, 24),
    "back-kicker": TextStyle(18, 24, Weight.BOLD, after=6),
    "back-title": TextStyle(
        30, 36, Weight.BOLD, ACCENT, after=24, keep_with_next=True, balanced=True, smallest=22
    ),
    "back-label": TextStyle(17, 24, Weight.BOLD, ACCENT),
    "back-text": TextStyle(18, 24),
    "back-note": TextStyle(18, 24, Weight.BOLD),
}

SHEET = StyleSheet(
    MappingProxyType(_STYLES),
    label_width=150.0,
    marker_width=33.0,
    folio_width=42.0,
    gutter=30.0,
    row_gap=9.0,
    hairline=1.0,
    rule_colour="#606060",
)
