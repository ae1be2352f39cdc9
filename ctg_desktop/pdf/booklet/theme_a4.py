"""The look of the A4 booklet: two columns of entries, three of dates and names."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from ctg_desktop.pdf.booklet.theme import SHEET as A5_SHEET
from ctg_desktop.pdf.style import A4, ACCENT, PageSetup, StyleSheet, TextStyle, Weight

A4_WIDTH, A4_HEIGHT = A4

PAGE = PageSetup(
    width=A4_WIDTH, height=A4_HEIGHT, inner=57.0, outer=57.0, top=54.0, bottom=66.0, foot=33.0
)
PROSE = replace(PAGE, inner=105.0, outer=105.0, top=84.0)
"""Long texts: lines of about seventy letters, between wide margins."""
COVER = PageSetup(width=A4_WIDTH, height=A4_HEIGHT, inner=60.0, outer=60.0, top=78.0, bottom=48.0)

_COVERS = ("cover-", "back-")
_COVER_SCALE = 1.4

_STYLES = {
    **{
        name: style.scaled(_COVER_SCALE)
        for name, style in A5_SHEET.styles.items()
        if name.startswith(_COVERS)
    },
    "heading-1": replace(A5_SHEET["heading-1"].scaled(1.25), rule=1.5),
    "heading-2": TextStyle(12.5, 15, Weight.BOLD, before=12, keep_with_next=True),
    "heading-3": TextStyle(13, 15, Weight.BOLD, ACCENT, before=15, after=3, keep_with_next=True),
    "lead": TextStyle(11.5, 18, after=12),
    "signature": replace(A5_SHEET["signature"], size=11.5, leading=18),
    "label": replace(A5_SHEET["label"], before=3, keep_with_next=True),
    "contents": TextStyle(13, 18, before=12),
    "month": TextStyle(15, 18, Weight.BOLD, ACCENT, before=18, after=3, keep_with_next=True),
    "foot": replace(A5_SHEET["foot"], size=8.5),
    "folio": replace(A5_SHEET["folio"], size=11),
    "tab": replace(A5_SHEET["tab"], size=8.5),
}

SHEET = StyleSheet(
    MappingProxyType({**A5_SHEET.styles, **_STYLES}),
    label_width=62.0,
    marker_width=18.0,
    folio_width=21.0,
    gutter=24.0,
)
