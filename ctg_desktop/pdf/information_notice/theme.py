"""The look of notices: a page that is read standing at a desk, then signed."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import A4, ACCENT, QUIET, PageSetup, StyleSheet, TextStyle, Weight

PAGE = PageSetup(*A4, inner=48.0, outer=48.0, top=42.0, bottom=45.0, mirrored=False, foot=27.0)

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""Of the body text, from large to small, so that a notice fits one page."""

WRITING = 21.0
"""From one writing line to the next."""

BOX = 12.0
"""Side of a box to tick."""

EDGE = "#404040"
"""Of frames."""


def sheet(body: float) -> StyleSheet:
    """Return the styles around a size of body text."""
    leading, small = round(body * 1.36 * 4) / 4, max(body * 0.85, 8.0)
    close = round(small * 1.36 * 4) / 4
    return StyleSheet(
        MappingProxyType(
            {
                "kicker": TextStyle(body, leading, Weight.SEMIBOLD, ACCENT),
                "heading-1": TextStyle(
                    21, 24, Weight.BOLD, after=3, keep_with_next=True, balanced=True, smallest=14
                ),
                "law": TextStyle(small, close, colour=QUIET, after=6),
                "heading-2": TextStyle(body * 1.25, body * 1.6, Weight.BOLD, keep_with_next=True),
                "heading-3": TextStyle(body, leading, Weight.SEMIBOLD, ACCENT, keep_with_next=True),
                "body": TextStyle(body, leading),
                "strong": TextStyle(body, leading, Weight.SEMIBOLD),
                "label": TextStyle(small, close, Weight.SEMIBOLD, ACCENT),
                "note": TextStyle(small, close, colour=QUIET),
                "tick": TextStyle(body, leading),
                "foot": TextStyle(small, close, colour=QUIET),
                "folio": TextStyle(small, close, Weight.BOLD, ACCENT),
            }
        ),
        marker_width=body * 1.75,
        rule_colour="#8a8a8a",
    )
