"""The look of questionnaires: calm, roomy, made to be written on and photocopied."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from ctg_desktop.pdf.style import (
    A4,
    A5,
    ACCENT,
    QUIET,
    Align,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)

_SMALLEST = 8.0
_QUARTER = 0.75
"""The grid of small measures, in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a form of the sheet looks like at one size.

    Attributes:
        page: The paper; for two copies on one sheet, that of one copy.
        box: Side of a box to tick.
        leading: From one writing line to the next.
        gap: Between two questions.
        wide: Letters of a choice from which choices stand one below another.
        ends_above: The words of a scale stand above its boxes, not beside.
    """

    page: PageSetup
    sheet: StyleSheet
    box: float
    leading: float
    gap: float
    wide: int
    ends_above: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the sheet.

    Attributes:
        sizes: Of the body text, from large to small, that may be tried to fit the paper.
        writing: From one writing line to the next.
        wide: As of :class:`Look`, at the first size.
        small: Size of the small texts, as a share of the body.
    """

    page: PageSetup
    sizes: tuple[float, ...]
    writing: float
    wide: int
    small: float = 0.82
    ends_above: bool = False

    def look(self, size: float) -> Look:
        """Return the look at a size of body text."""
        return Look(
            page=self.page,
            sheet=_sheet(size, max(size * self.small, _SMALLEST)),
            box=size * 1.2,
            leading=self.writing * (0.5 + 0.5 * size / self.sizes[0]),
            gap=_even(size * (1.1 if self.ends_above else 1.3)),
            wide=int(self.wide * self.sizes[0] / size),
            ends_above=self.ends_above,
        )


def _page(size: tuple[float, float], side: float, top: float, bottom: float) -> PageSetup:
    width, height = size
    return PageSetup(width, height, side, side, top, bottom, mirrored=False, foot=27.0)


def _even(measure: float) -> float:
    return _QUARTER * round(measure / _QUARTER)


def _sheet(body: float, small: float) -> StyleSheet:
    leading, close = _even(body * 1.36), _even(small * 1.35)
    styles = {
        "kicker": TextStyle(body, leading, Weight.SEMIBOLD, ACCENT),
        "heading-1": TextStyle(
            body * 1.8,
            _even(body * 2),
            Weight.BOLD,
            before=1.5,
            after=body * 0.5,
            keep_with_next=True,
            balanced=True,
            smallest=body * 1.1,
        ),
        "heading-2": TextStyle(
            body, leading, Weight.BOLD, after=body * 0.25, keep_with_next=True, smallest=body * 0.8
        ),
        "body": TextStyle(body, leading),
        "introduction": TextStyle(body, leading, after=body * 0.5),
        "choice": TextStyle(body, _even(body * 1.65)),
        "digit": TextStyle(body, _even(body * 1.8), Weight.SEMIBOLD),
        "low": TextStyle(small, _even(body * 1.8), align=Align.RIGHT),
        "high": TextStyle(small, _even(body * 1.8)),
        "label": TextStyle(small, close, Weight.SEMIBOLD, ACCENT),
        "note": TextStyle(small, close, colour=QUIET),
        "back": TextStyle(body, leading, Weight.SEMIBOLD),
        "foot": TextStyle(small, close, colour=QUIET),
        "folio": TextStyle(small, close, Weight.BOLD, ACCENT),
    }
    return StyleSheet(
        MappingProxyType(styles), marker_width=_even(body * 1.85), rule_colour="#8a8a8a"
    )


A4_FORM = Form(_page(A4, 48.0, 45.0, 48.0), (12.0, 11.25, 10.5, 9.75, 9.0), 25.5, 36)
A5_FORM = Form(_page(A5, 30.0, 27.0, 27.0), (10.5, 9.75, 9.0, 8.25), 21.0, 30)
LARGE_FORM = Form(_page(A4, 48.0, 45.0, 60.0), (18.0,), 36.0, 24, 0.9, ends_above=True)
"""Letters of 16 points and more; as many pages as it takes."""
