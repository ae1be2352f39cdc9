"""The look of leaflets: the styles of their texts, in the colour of the leaflet and of chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ctg_desktop.domain.leaflet import LeafletContent
from ctg_desktop.pdf.colours import BLACK, WHITE, mixed
from ctg_desktop.pdf.style import (
    ACCENT,
    MILLIMETRE,
    PAPER,
    QUIET,
    StyleSheet,
    TextStyle,
    Weight,
)

MARGIN = 10 * MILLIMETRE
"""What office printers leave white, with room to spare."""

BODY = 9.5
SMALLEST_BODY = 8.0
FLOOR = 8.0
"""Nothing on a leaflet is smaller, in points."""

GROUP = "group-"
"""Beginning of the style of a chapter's heading; its code follows."""

_TEXTS: Mapping[str, TextStyle] = MappingProxyType(
    {
        "body": TextStyle(BODY, 12),
        "lead": TextStyle(11, 15, after=9),
        "entry-name": TextStyle(10.5, 13, Weight.BOLD, before=9, keep_with_next=True),
        "summary": TextStyle(BODY, 12),
        "reach": TextStyle(BODY, 12.5),
        "reach-right": TextStyle(BODY, 12.5),
        "hours": TextStyle(9, 12, colour=QUIET),
        "detail": TextStyle(BODY, 12, before=3),
        "more": TextStyle(9, 12, Weight.SEMIBOLD, QUIET, before=7.5),
        "number": TextStyle(BODY, 13, Weight.BOLD),
        "number-word": TextStyle(BODY, 13),
    }
)
"""Texts that grow and shrink to fit the paper."""

_GROUP = TextStyle(
    12.5, 15, Weight.BOLD, before=15, after=0, keep_with_next=True, rule=1.2, rule_gap=2.4
)

_FIXED: Mapping[str, TextStyle] = MappingProxyType(
    {
        "heading-1": TextStyle(
            29, 32, Weight.BOLD, PAPER, before=6, after=9, balanced=True, smallest=14
        ),
        "heading-2": TextStyle(
            14,
            18,
            Weight.BOLD,
            ACCENT,
            before=18,
            after=6,
            keep_with_next=True,
            rule=1.2,
            rule_gap=3.0,
        ),
        "heading-3": TextStyle(10.5, 13.5, Weight.BOLD, keep_with_next=True),
        "kicker": TextStyle(11.5, 15, Weight.SEMIBOLD, PAPER),
        "cover-edition": TextStyle(10, 13, Weight.SEMIBOLD, PAPER),
        "statement": TextStyle(17, 21, Weight.BOLD, ACCENT, after=12, balanced=True, smallest=12),
        "statement-text": TextStyle(13, 19.5, after=12),
        "useful-title": TextStyle(12.5, 15, Weight.BOLD, ACCENT, after=4.5, keep_with_next=True),
        "hours-fixed": TextStyle(9, 12, colour=QUIET, before=3),
        "aside-title": TextStyle(12.5, 16.5, Weight.BOLD, ACCENT, after=4.5, keep_with_next=True),
        "contact": TextStyle(10, 13.5),
        "contact-strong": TextStyle(15, 19.5, Weight.BOLD, ACCENT),
        "emergency": TextStyle(10.5, 14, Weight.BOLD),
        "emergency-word": TextStyle(9, 14),
        "further": TextStyle(12, 18),
        "caption": TextStyle(8.5, 11, Weight.SEMIBOLD, QUIET),
        "note": TextStyle(8, 10.5, colour=QUIET, before=6),
        "label": TextStyle(9, 12, Weight.SEMIBOLD, ACCENT),
        "foot": TextStyle(8, 12, colour=QUIET),
        "folio": TextStyle(9, 12, Weight.BOLD, ACCENT),
        "tab": TextStyle(8, 9, Weight.BOLD, PAPER),
    }
)
"""Texts whose place is fixed."""


def sheet(content: LeafletContent, scale: float = 1.0, indent: float = 0.0) -> StyleSheet:
    """Return the styles of a leaflet.

    Args:
        content: Whose chapters bring their colours.
        scale: Of the texts of entries; nothing goes below 8 points.
        indent: Of the texts of the cover, from the edge of its ground.
    """
    texts = {name: _scaled(style, scale) for name, style in _TEXTS.items()}
    groups = {
        f"{GROUP}{group.category.code}": _scaled(
            replace(_GROUP, colour=group.category.colour), scale
        )
        for group in content.groups
        if group.category is not None
    }
    fixed = dict(_FIXED)
    for name in ("heading-1", "kicker", "cover-edition"):
        fixed[name] = replace(fixed[name], indent=indent)
    return StyleSheet(
        MappingProxyType(texts | groups | fixed),
        label_width=48.0 * scale,
        marker_width=12.0,
        row_gap=1.5,
    )


def tint(colour: str) -> str:
    """Return a light ground on which black text stands out, also photocopied."""
    return mixed(colour, WHITE, 0.9)


def ground(colour: str) -> str:
    """Return the dark ground of the drawn landscape."""
    return mixed(colour, BLACK, 0.22)


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return style.scaled(max(scale, FLOOR / style.size))
