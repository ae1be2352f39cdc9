"""The look of forms and tables of the register: large, for hands and eyes that tire."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import A4, ACCENT, QUIET, PageSetup, StyleSheet, TextStyle, Weight

_WIDTH, _HEIGHT = A4

FORM_PAGE = PageSetup(
    _WIDTH, _HEIGHT, inner=48.0, outer=48.0, top=42.0, bottom=48.0, mirrored=False, foot=27.0
)
TABLE_PAGE = PageSetup(
    _HEIGHT, _WIDTH, inner=33.0, outer=33.0, top=33.0, bottom=42.0, mirrored=False, foot=24.0
)
EDGE = "#404040"

_STYLES = {
    "kicker": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
    "heading-1": TextStyle(
        22, 25.5, Weight.BOLD, after=3, keep_with_next=True, balanced=True, smallest=14
    ),
    "heading-2": TextStyle(
        14, 18, Weight.BOLD, ACCENT, before=12, after=4.5, keep_with_next=True, smallest=11
    ),
    "lead": TextStyle(11, 15, after=6),
    "body": TextStyle(11, 15),
    "tick": TextStyle(12, 18),
    "label": TextStyle(10, 13.5, Weight.SEMIBOLD),
    "person": TextStyle(13, 16.5),
    "cell": TextStyle(9.5, 12.75),
    "column": TextStyle(9.5, 12.75, Weight.SEMIBOLD),
    "note": TextStyle(9, 12.75, colour=QUIET),
    "foot": TextStyle(8.5, 12, colour=QUIET),
    "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
}

SHEET = StyleSheet(MappingProxyType(_STYLES), marker_width=21.0, rule_colour="#8a8a8a")
