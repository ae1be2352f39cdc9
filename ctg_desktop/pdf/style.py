"""What a paper looks like: page geometry and text styles. All measures in points (1/72 inch)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

MILLIMETRE = 72 / 25.4
ACCENT = "accent"
"""Stands for the colour of the section in which a style is used."""

INK = "#000000"
"""Body text: plain black, so that laser printers do not screen it."""


A3 = (297 * MILLIMETRE, 420 * MILLIMETRE)
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
A5 = (148 * MILLIMETRE, 210 * MILLIMETRE)
"""Width and height of upright sheets (ISO 216)."""

QUIET = "#404040"
"""Notes and dates: dark enough to survive a photocopier."""

PAPER = "#ffffff"


class Weight(StrEnum):
    """The weights of the typeface that papers use."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Align(StrEnum):
    """How the lines of a paragraph stand in their column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A page and the frame in which text flows.

    Attributes:
        inner: Margin on the side of the fold.
        outer: Margin on the side of the fore edge.
        mirrored: Odd pages are right-hand pages, even ones left-hand; otherwise ``inner`` is
            always on the left.
        foot: Height of the baseline of the running foot above the lower edge.
    """

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    mirrored: bool = True
    foot: float = 26.0

    def is_recto(self, number: int) -> bool:
        """Return whether the page with this number (from 1) is a right-hand page."""
        return not self.mirrored or number % 2 == 1

    def left(self, number: int) -> float:
        """Return the left edge of the text on the page with this number (from 1)."""
        return self.inner if self.is_recto(number) else self.outer

    @property
    def text_width(self) -> float:
        """Width of the frame."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Height of the frame."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of paragraph is set.

    Attributes:
        colour: ``#rrggbb``, or ``ACCENT``.
        before: Space above, left out at the top of a page; the larger of two neighbours counts.
        after: Space below.
        keep_with_next: Never the last thing on a page.
        rule: Thickness of a rule under the paragraph, in its colour; 0 for none.
        rule_gap: From the bottom of the last line to the rule.
        balanced: Lines of about the same length, for titles.
        hanging: How far lines after the first are set in, in contents and index.
        smallest: Shrink down to this size rather than cut a word; 0 for never.
    """

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: str = INK
    align: Align = Align.LEFT
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep_with_next: bool = False
    rule: float = 0.0
    rule_gap: float = 0.0
    balanced: bool = False
    smallest: float = 0.0
    hanging: float = 0.0

    def scaled(self, factor: float) -> TextStyle:
        """Return the same style with every length multiplied; rules keep their thickness."""
        return replace(
            self,
            size=self.size * factor,
            leading=self.leading * factor,
            before=self.before * factor,
            after=self.after * factor,
            indent=self.indent * factor,
            rule_gap=self.rule_gap * factor,
            smallest=self.smallest * factor,
            hanging=self.hanging * factor,
        )


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles of one paper, by name.

    Attributes:
        label_width: Width of the label column of definition rows.
        marker_width: Width of the marker column of lists.
        folio_width: Width kept for page numbers in contents and index.
        gutter: Space between two columns.
        row_gap: Space between two definition rows or list items.
        hairline: Thickness of thin rules.
        rule_colour: Colour of thin rules.
    """

    styles: Mapping[str, TextStyle]
    label_width: float = 60.0
    marker_width: float = 14.0
    folio_width: float = 22.0
    gutter: float = 18.0
    row_gap: float = 0.0
    hairline: float = 0.5
    rule_colour: str = "#b9b9b9"

    def __getitem__(self, name: str) -> TextStyle:
        """Return the style of this name."""
        return self.styles[name]

    def scaled(self, factor: float) -> StyleSheet:
        """Return the same sheet with every length multiplied, to make a text fit its page."""
        return replace(
            self,
            styles=MappingProxyType(
                {name: style.scaled(factor) for name, style in self.styles.items()}
            ),
            label_width=self.label_width * factor,
            marker_width=self.marker_width * factor,
            folio_width=self.folio_width * factor,
            gutter=self.gutter * factor,
            row_gap=self.row_gap * factor,
        )
