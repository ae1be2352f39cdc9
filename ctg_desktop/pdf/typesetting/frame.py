"""The column that blocks are set in, and what they need to know about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from ctg_desktop.pdf.blocks import Heading
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.style import ACCENT, StyleSheet, TextStyle, Weight
from ctg_desktop.pdf.typesetting.atoms import Atom, Mark, RuleMark, TextMark, Tie
from ctg_desktop.pdf.typesetting.lines import Line, set_lines
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element
from ctg_desktop.pdf.typesetting.words import Look, StyledText

CAP_HEIGHT = 0.668
RAISED_SIZE = 0.62
RAISED_RISE = 0.32
SPOKEN_LIMIT = 200
"""Letters of a link's description or a bookmark that anybody would listen to."""
_TIGHT = 0.999
_LEAST_WIDTH = 1.0
_OFFSETS = {"left": 0.0, "centre": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading that the contents and the reader's outline list."""

    level: int
    title: str
    anchor: str
    colour: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A column at typesetting time.

    Attributes:
        left: Left edge, from the left edge of the text.
        accent: What ``ACCENT`` means here.
        parent: Node of the structure tree that blocks become children of.
        bookmarks: All bookmarked headings of the document.
        height: Of the highest column of the section: no figure is higher.
    """

    shaper: Shaper
    sheet: StyleSheet
    left: float
    width: float
    accent: str
    parent: Element
    bookmarks: tuple[Bookmark, ...] = ()
    height: float = inf

    def narrowed(self, left: float, width: float) -> Frame:
        """Return a column inside this one."""
        return Frame(
            self.shaper,
            self.sheet,
            self.left + left,
            max(width, _LEAST_WIDTH),
            self.accent,
            self.parent,
            self.bookmarks,
            self.height,
        )

    def inside(self, parent: Element) -> Frame:
        """Return the same column, below another node of the tree."""
        return replace(self, parent=parent)

    def colour(self, name: str) -> str:
        """Return a colour as ``#rrggbb``."""
        return self.accent if name == ACCENT else name

    def lines(self, runs: Runs, style: TextStyle, owner: Element | None) -> list[Line]:
        """Break runs into lines; links and foreign words become nodes below ``owner``."""
        styled = tuple((run.text, self._look(run, style, owner)) for run in runs if run.text)
        return self.set(styled, style)

    def set(self, styled: StyledText, style: TextStyle, *, open_ended: bool = False) -> list[Line]:
        """Break styled text into the lines of this column."""
        return set_lines(
            self.shaper,
            styled,
            self.width - style.indent,
            balanced=style.balanced,
            open_ended=open_ended,
        )

    def _look(self, run: Run, style: TextStyle, owner: Element | None) -> Look:
        weight = Weight.BOLD if run.strong else style.weight
        if owner is not None and run.language:
            owner = owner.inline("Span", language=run.language)
        if owner is not None and run.target:
            owner = owner.inline("Link")
        size = style.size * RAISED_SIZE if run.raised else style.size
        rise = style.size * RAISED_RISE if run.raised else 0.0
        target = run.target if owner is not None else ""
        return Look(weight, size, rise, self.colour(style.colour), owner, target, _hint(run))

    def reference_look(self, run: Run, style: TextStyle, link: Element) -> Look:
        """Return the look of a run that is part of an existing link."""
        weight = Weight.BOLD if run.strong else style.weight
        colour = self.colour(style.colour)
        return Look(weight, style.size, 0.0, colour, link, run.target, _hint(run))

    def text_mark(self, line: Line, style: TextStyle) -> TextMark:
        """Return a line as it is drawn in this column."""
        shift = self.left + style.indent
        shift += _OFFSETS[style.align] * (self.width - style.indent - line.width)
        return TextMark(baseline(style), shift, line.spans)

    def paragraph(self, runs: Runs, style: TextStyle, owner: Element | None) -> list[Atom]:
        """Set a paragraph: one slice a line, without a lonely first or last line."""
        style = self._fitted(runs, style)
        lines = self.lines(runs, style, owner)
        atoms = [Atom(style.leading, [self.text_mark(line, style)]) for line in lines]
        if not atoms:
            return []
        atoms[0].before = style.before
        keep_lonely_lines(atoms)
        if style.rule:
            self._underline(atoms[-1], style)
        if style.keep_with_next:
            for atom in atoms:
                atom.tie = Tie.HARD
        return atoms

    def _fitted(self, runs: Runs, style: TextStyle) -> TextStyle:
        """Return the style in the largest size at which no word is wider than the column."""
        if not style.smallest:
            return style
        words = (word for run in runs for word in run.text.split())
        widest = max((self.shaper.width(word, style.weight) for word in words), default=0.0)
        room = (self.width - style.indent) * 1000 / max(widest, 1.0)
        size = max(style.smallest, min(style.size, room * _TIGHT))
        return replace(style, size=size, leading=style.leading * size / style.size)

    def _underline(self, atom: Atom, style: TextStyle) -> None:
        atom.marks.append(
            RuleMark(
                atom.height + style.rule_gap,
                self.left,
                self.width,
                style.rule,
                self.colour(style.colour),
            )
        )
        atom.height += style.rule_gap + style.rule


def _hint(run: Run) -> str:
    return (run.hint or run.text)[:SPOKEN_LIMIT]


def keep_lonely_lines(atoms: list[Atom]) -> None:
    """Tie the first two and the last two lines of a paragraph."""
    if len(atoms) > 1:
        atoms[0].tie = Tie.HARD
        atoms[-2].tie = Tie.HARD


def baseline(style: TextStyle) -> float:
    """Return the baseline below the top of a line, capitals centred in the leading."""
    return (style.leading + CAP_HEIGHT * style.size) / 2


def shifted_marks(marks: list[Mark], dy: float) -> list[Mark]:
    """Return marks moved down."""
    if not dy:
        return list(marks)
    return [mark._replace(dy=mark.dy + dy) for mark in marks]


def heading_style(heading: Heading) -> str:
    """Return the name of the style of a heading."""
    return heading.style or f"heading-{heading.level}"
