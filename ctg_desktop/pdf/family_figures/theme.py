"""The look of figures: two columns of small tables on one page."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import A4, ACCENT, QUIET, PageSetup, StyleSheet, TextStyle, Weight

PAGE = PageSetup(*A4, inner=48.0, outer=48.0, top=45.0, bottom=54.0, mirrored=False, foot=30.0)

SHEET = StyleSheet(
    MappingProxyType(
        {
            "kicker": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
            "heading-1": TextStyle(
                24, 27, Weight.BOLD, after=3, keep_with_next=True, balanced=True, smallest=14
            ),
            "heading-2": TextStyle(
                12, 15, Weight.BOLD, ACCENT, before=12, after=3, keep_with_next=True
            ),
            "as-of": TextStyle(10.5, 15, colour=QUIET, after=6),
            "strong": TextStyle(10.5, 15, Weight.SEMIBOLD),
            "body": TextStyle(10.5, 14),
            "row": TextStyle(9, 12),
            "column": TextStyle(8.5, 12, Weight.SEMIBOLD),
            "note": TextStyle(8.5, 12, colour=QUIET, before=3),
            "foot": TextStyle(8, 12, colour=QUIET),
            "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
        }
    ),
    marker_width=18.0,
    row_gap=1.5,
    rule_colour="#b9b9b9",
)
