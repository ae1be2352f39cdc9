"""The look of the recovery sheet: groups that can be read across a desk, in black."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import (
    A4,
    ACCENT,
    QUIET,
    Align,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)

_WIDTH, _HEIGHT = A4

PAGE = PageSetup(
    width=_WIDTH,
    height=_HEIGHT,
    inner=48.0,
    outer=48.0,
    top=48.0,
    bottom=54.0,
    mirrored=False,
    foot=30.0,
)

_STYLES = {
    "kicker": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
    "heading-1": TextStyle(
        27, 30, Weight.BOLD, after=6, keep_with_next=True, balanced=True, smallest=12
    ),
    "heading-2": TextStyle(
        13.5, 18, Weight.BOLD, ACCENT, before=18, after=6, keep_with_next=True, smallest=10
    ),
    "lead": TextStyle(12, 18),
    "body": TextStyle(10.5, 15, after=3),
    "label": TextStyle(10.5, 15, Weight.SEMIBOLD, ACCENT),
    "number": TextStyle(8.5, 12, Weight.SEMIBOLD, QUIET, Align.CENTRE),
    "group": TextStyle(25, 30, Weight.BOLD, align=Align.CENTRE, smallest=18),
    "warning": TextStyle(10.5, 15, Weight.SEMIBOLD),
    "note": TextStyle(8.5, 12, colour=QUIET),
    "foot": TextStyle(8, 12, colour=QUIET),
    "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
}

SHEET = StyleSheet(MappingProxyType(_STYLES), label_width=114.0, marker_width=18.0, row_gap=3.0)
