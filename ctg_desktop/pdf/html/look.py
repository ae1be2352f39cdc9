"""What a page looks like: classes from the styles of the paper, colours legible day and night."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ctg_desktop.domain.palette import contrast
from ctg_desktop.pdf.colours import BLACK, WHITE, mixed
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.html.typeface import faces
from ctg_desktop.pdf.style import ACCENT, QUIET, Align, StyleSheet, Weight

LEGIBLE = 4.5
"""Least contrast of text (WCAG 2.1, 1.4.3)."""

BRIGHT = 6.0
"""By night: colours on a dark ground tire the eye sooner."""

DAY = "#ffffff"
NIGHT = "#14181a"
TINT = 0.92
"""Share of the ground in the ground of boxes and headers of tables."""

_STEP = 0.04
_BODY = 10.0
_SMALL, _LARGE, _HUGE = 0.93, 1.1, 1.5
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE | re.ASCII)


def look(sheet: StyleSheet, name: str) -> Iterator[str]:
    """Yield the classes that say on screen what a style of the paper says in print."""
    style = sheet.styles.get(name)
    if style is None:
        return
    body = sheet.styles.get("body")
    size = style.size / (body.size if body else _BODY)
    if size < _SMALL:
        yield "small"
    elif size > _HUGE:
        yield "huge"
    elif size > _LARGE:
        yield "large"
    if style.weight is not Weight.REGULAR:
        yield "strong"
    if style.colour in {ACCENT, QUIET}:
        yield "accent" if style.colour == ACCENT else "quiet"
    if style.align is not Align.LEFT:
        yield style.align.value


def style_sheet(document: Document) -> str:
    """Return the style sheet of a page: its typeface, its look, the colours of its sections."""
    colours = [sound(section.colour) for section in document.sections]
    day = "".join(_variables(number, one, DAY) for number, one in enumerate(colours))
    night = "".join(_variables(number, one, NIGHT) for number, one in enumerate(colours))
    fixed = (files(__package__) / "page.css").read_text("utf-8")
    return f"{faces()}{_shortened(fixed)}{day}@media (prefers-color-scheme:dark){{{night}}}"


def sound(colour: str) -> str:
    """Return a colour, black for what is none: nothing else ever enters the style sheet."""
    return colour.lower() if _COLOUR.fullmatch(colour) else BLACK


@cache
def legible(colour: str, least: float, *grounds: str) -> str:
    """Return the nearest shade of a colour that can be read on all grounds.

    Args:
        colour: ``#rrggbb``.
        least: Contrast, from 1 to 21.
        grounds: All light, or all dark.
    """
    other = BLACK if contrast(grounds[0], BLACK) > contrast(grounds[0], WHITE) else WHITE
    share = 0.0
    while share < 1:
        shade = mixed(colour, other, share)
        if min(contrast(shade, ground) for ground in grounds) >= least:
            return shade
        share += _STEP
    return other


def _variables(number: int, colour: str, ground: str) -> str:
    """Return the colours of a section: of its accents, its boxes, a band with white text."""
    tint = mixed(colour, ground, TINT)
    accent = legible(colour, LEGIBLE if ground == DAY else BRIGHT, ground, tint)
    band = legible(colour, LEGIBLE, WHITE)
    return f".c{number}{{--accent:{accent};--tint:{tint};--band:{band}}}"


@cache
def _shortened(css: str) -> str:
    """Return a style sheet without comments and line ends."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s+", " ", css).strip()
