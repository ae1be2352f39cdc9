"""The look of the A5 booklet: one grid of 3 points, two sizes of text, one colour a chapter."""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.pdf.style import (
    A5,
    ACCENT,
    PAPER,
    QUIET,
    Align,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)

A5_WIDTH, A5_HEIGHT = A5

PAGE = PageSetup(
    width=A5_WIDTH, height=A5_HEIGHT, inner=42.0, outer=45.0, top=42.0, bottom=54.0, foot=27.0
)
COVER = PageSetup(width=A5_WIDTH, height=A5_HEIGHT, inner=42.0, outer=42.0, top=54.0, bottom=33.0)

_STYLES = {
    "heading-1": TextStyle(
        24,
        27,
        Weight.BOLD,
        ACCENT,
        after=18,
        keep_with_next=True,
        rule=1.2,
        rule_gap=4.8,
        balanced=True,
        smallest=14,
    ),
    "heading-2": TextStyle(12, 15, Weight.BOLD, before=12, keep_with_next=True),
    "heading-3": TextStyle(12, 15, Weight.BOLD, ACCENT, before=15, after=3, keep_with_next=True),
    "body": TextStyle(9.5, 12),
    "summary": TextStyle(9.5, 12, after=3),
    "lead": TextStyle(10.5, 15, after=9),
    "aside": TextStyle(9.5, 12, colour=QUIET, after=9),
    "signature": TextStyle(10.5, 15, Weight.SEMIBOLD, align=Align.RIGHT, before=6),
    "label": TextStyle(8.5, 12, Weight.SEMIBOLD, ACCENT),
    "person": TextStyle(9.5, 12, Weight.SEMIBOLD),
    "verified": TextStyle(8, 12, colour=QUIET, before=1.5),
    "caption": TextStyle(8, 9, Weight.SEMIBOLD, ACCENT, Align.CENTRE),
    "step": TextStyle(10.5, 15, before=3, after=9),
    "weekly": TextStyle(9.5, 12, after=6),
    "month": TextStyle(13, 18, Weight.BOLD, ACCENT, before=15, after=3, keep_with_next=True),
    "day": TextStyle(9, 12, Weight.SEMIBOLD, ACCENT),
    "contents": TextStyle(11.5, 15, before=9),
    "index": TextStyle(9, 12, hanging=9),
    "index-letter": TextStyle(11, 15, Weight.BOLD, ACCENT, before=6, keep_with_next=True),
    "foot": TextStyle(8, 12, colour=QUIET),
    "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
    "tab": TextStyle(8, 9, Weight.BOLD, PAPER),
    "cover-kicker": TextStyle(14, 18, Weight.SEMIBOLD, PAPER, after=6),
    "cover-title": TextStyle(38, 41, Weight.BOLD, PAPER, after=12, balanced=True, smallest=20),
    "cover-title-long": TextStyle(27, 30, Weight.BOLD, PAPER, after=12, balanced=True, smallest=18),
    "cover-title-longest": TextStyle(
        20, 23, Weight.BOLD, PAPER, after=9, balanced=True, smallest=14
    ),
    "cover-text": TextStyle(11.5, 16, colour=PAPER, balanced=True),
    "cover-edition": TextStyle(11.5, 15, Weight.SEMIBOLD, PAPER, after=9),
    "cover-number": TextStyle(13, 15, Weight.BOLD, PAPER),
    "cover-word": TextStyle(9.5, 15, colour=PAPER),
    "back-kicker": TextStyle(11.5, 15, Weight.SEMIBOLD, PAPER, after=3),
    "back-title": TextStyle(
        21, 24, Weight.BOLD, PAPER, after=18, keep_with_next=True, balanced=True, smallest=14
    ),
    "back-label": TextStyle(9.5, 15, Weight.SEMIBOLD, PAPER),
    "back-text": TextStyle(10.5, 15, colour=PAPER),
    "back-note": TextStyle(10.5, 15, Weight.SEMIBOLD, PAPER),
}

SHEET = StyleSheet(
    MappingProxyType(_STYLES),
    label_width=64.0,
    marker_width=18.0,
    folio_width=21.0,
    gutter=18.0,
)
