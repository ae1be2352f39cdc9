"""The look of letters on A4: places of the French letter, one grid of 3 points.

The recipient's block is made for the window of a French DL envelope and a sheet folded in three.
Source: NF Z 10-011, *Adresse postale* (six lines of 38 letters at most below one another).
"""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import (
    A4,
    ACCENT,
    MILLIMETRE,
    QUIET,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)

WIDTH, HEIGHT = A4

PAGE = PageSetup(
    width=WIDTH,
    height=HEIGHT,
    inner=57.0,
    outer=57.0,
    top=42.0,
    bottom=60.0,
    mirrored=False,
    foot=30.0,
)

WINDOW_LEFT = 108 * MILLIMETRE
"""Left edge of the recipient's block, from the edge of the sheet."""
WINDOW_TOP = 48 * MILLIMETRE
WINDOW_LINES = 7
"""Lines of the ordinary size that the window shows."""
WINDOW_LETTERS = 38
"""Letters of a line of the window, more or less."""
DATE_TOP = 93 * MILLIMETRE
FOLDS = (HEIGHT / 3, 2 * HEIGHT / 3)
"""Where the sheet is folded in three: 99 mm and 198 mm from the top."""
GAP = 12.0
SIGNATURE_ROOM = 45.0
"""For a signature by hand."""
ARMS_SIZE = 48.0

_STYLES = {
    "heading-1": TextStyle(11, 15, Weight.SEMIBOLD, before=12, after=12, keep_with_next=True),
    "heading-2": TextStyle(12, 15, Weight.BOLD, keep_with_next=True),
    "heading-3": TextStyle(11, 15, Weight.BOLD, ACCENT, after=3, keep_with_next=True),
    "body": TextStyle(10, 13),
    "text": TextStyle(11, 15, after=9),
    "item": TextStyle(11, 15),
    "sender": TextStyle(12, 15, Weight.BOLD, ACCENT, after=3, balanced=True, smallest=9),
    "sender-line": TextStyle(9, 12, colour=QUIET),
    "address": TextStyle(11, 14, smallest=8),
    "address-name": TextStyle(11, 14, Weight.SEMIBOLD, smallest=8),
    "address-small": TextStyle(9, 11, smallest=8),
    "address-name-small": TextStyle(9, 11, Weight.SEMIBOLD, smallest=8),
    "reference": TextStyle(9, 15, colour=QUIET),
    "date": TextStyle(11, 15),
    "signature": TextStyle(11, 15, Weight.SEMIBOLD, indent=WINDOW_LEFT - PAGE.inner),
    "enclosures": TextStyle(9, 12, colour=QUIET, before=12),
    "slip": TextStyle(9, 12, after=3),
    "slip-title": TextStyle(12, 15, Weight.BOLD, ACCENT, after=6, keep_with_next=True, smallest=9),
    "slip-label": TextStyle(9, 12, Weight.SEMIBOLD, before=6, after=3),
    "slip-item": TextStyle(10, 15),
    "slip-note": TextStyle(8.5, 12, colour=QUIET),
    "summary": TextStyle(10, 13, after=3),
    "label": TextStyle(9, 13, Weight.SEMIBOLD, ACCENT),
    "verified": TextStyle(8.5, 12, colour=QUIET, before=1.5),
    "foot": TextStyle(8, 12, colour=QUIET),
    "folio": TextStyle(9, 12, Weight.SEMIBOLD, QUIET),
}

SHEET = StyleSheet(
    MappingProxyType(_STYLES),
    label_width=66.0,
    marker_width=15.0,
    gutter=18.0,
    row_gap=1.5,
)

TIGHT = StyleSheet(
    MappingProxyType(
        {
            **_STYLES,
            "heading-1": TextStyle(
                10.5, 14, Weight.SEMIBOLD, before=6, after=6, keep_with_next=True
            ),
            "text": TextStyle(10, 13, after=6),
            "item": TextStyle(10, 13),
        }
    ),
    label_width=66.0,
    marker_width=15.0,
    gutter=18.0,
)
"""For a confirmation, which has a slip to cut off below its text."""
