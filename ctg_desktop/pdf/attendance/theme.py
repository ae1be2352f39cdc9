"""The look of attendance sheets: calm above, room to write below; good when photocopied."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from ctg_desktop.pdf.style import A4, ACCENT, QUIET, PageSetup, StyleSheet, TextStyle, Weight

_WIDTH, _HEIGHT = A4
_UPRIGHT, _LYING = 48.0, 36.0

PORTRAIT = PageSetup(
    width=_WIDTH,
    height=_HEIGHT,
    inner=_UPRIGHT,
    outer=_UPRIGHT,
    top=45.0,
    bottom=48.0,
    mirrored=False,
    foot=27.0,
)
LANDSCAPE = replace(PORTRAIT, width=_HEIGHT, height=_WIDTH, inner=_LYING, outer=_LYING)

ROW_HEIGHT = 30.0
"""10.6 millimetres."""

_STYLES = {
    "kicker": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
    "heading-1": TextStyle(
        22, 24, Weight.BOLD, after=12, keep_with_next=True, balanced=True, smallest=14
    ),
    "again": TextStyle(10.5, 15, Weight.SEMIBOLD, after=9),
    "label": TextStyle(8.5, 12, Weight.SEMIBOLD, ACCENT),
    "value": TextStyle(10.5, 15),
    "body": TextStyle(9.5, 12),
    "column": TextStyle(8.5, 12, Weight.SEMIBOLD),
    "total": TextStyle(9, 12, Weight.SEMIBOLD),
    "note": TextStyle(8, 10.5, colour=QUIET),
    "foot": TextStyle(8, 12, colour=QUIET),
    "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
}

SHEET = StyleSheet(MappingProxyType(_STYLES), rule_colour="#8a8a8a")
