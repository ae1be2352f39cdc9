"""The look of these papers: read by the family they are about, kept by whoever must prove."""

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
                14, 18, Weight.BOLD, ACCENT, before=18, after=4.5, keep_with_next=True, smallest=10
            ),
            "heading-3": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT, keep_with_next=True),
            "lead": TextStyle(10.5, 15, after=3),
            "body": TextStyle(10.5, 15),
            "row": TextStyle(9.5, 13),
            "strong": TextStyle(10.5, 15, Weight.SEMIBOLD),
            "label": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
            "column": TextStyle(8.5, 12, Weight.SEMIBOLD),
            "note": TextStyle(8.5, 12, colour=QUIET, before=3),
            "foot": TextStyle(8, 12, colour=QUIET),
            "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
        }
    ),
    label_width=132.0,
    marker_width=18.0,
    row_gap=3.0,
    rule_colour="#b9b9b9",
)
