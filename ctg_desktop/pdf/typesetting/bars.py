"""Charts of bars: a real table, each bar an artifact before the figure that it draws."""

from __future__ import annotations

from ctg_desktop.pdf.style import ACCENT
from ctg_desktop.pdf.tables import Bar, Bars
from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.structure import Element
from ctg_desktop.pdf.typesetting.tables import COLUMN_HEADER, Grid

_GAP = 6.0
"""From the end of a bar to its figure."""
_THICKNESS = 0.8
"""Of a bar, in heights of the line."""
_LEAST_SHARE = 0.3
"""Of its column that bars get, however long the figures are in words."""


def set_bars(block: Bars, frame: Frame) -> list[Atom]:
    """Set a chart, its header repeated on each page it runs over."""
    chart = _Chart(block, frame)
    parent = frame.parent.child("Table", title=block.caption, alt="")
    top = parent.child("THead").child("TR")
    atoms = chart.grid.header([top.child("TH", attributes=COLUMN_HEADER) for _ in block.header])
    again = tuple(chart.grid.header(None))
    body = parent.child("TBody") if block.rows else parent
    for bar in block.rows:
        atoms.extend(chart.row(bar, body.child("TR"), again))
    atoms[0].before = frame.sheet[block.style].before
    return atoms


class _Chart:
    """The columns of a chart: labels, then bars with their figures."""

    def __init__(self, block: Bars, frame: Frame) -> None:
        self.grid = Grid(block.table, frame)
        self._frame = frame
        self._style = frame.sheet[block.style]
        self._full = block.full
        self._column = self.grid.columns[1]
        self._room = self._longest(block)

    def row(self, bar: Bar, parent: Element, again: tuple[Atom, ...]) -> list[Atom]:
        """Set a row: its figure stands where its bar ends."""
        column, length = self._column, self._length(bar)
        left = length + _GAP
        self.grid.columns[1] = column.narrowed(left, column.width - left)
        atoms = self.grid.row((bar.label, bar.said), parent, again)
        self._draw_axis(atoms)
        if length:
            leading = self._style.leading
            top, height = leading * (1 - _THICKNESS) / 2, leading * _THICKNESS
            colour = self._frame.colour(ACCENT)
            atoms[0].marks.append(BoxMark(top, column.left, length, height, colour))
        return atoms

    def _draw_axis(self, atoms: list[Atom]) -> None:
        """Draw where all bars begin, so that none at all is seen to be none."""
        sheet = self._frame.sheet
        for atom in atoms:
            height = atom.before + atom.height
            x = self._column.left - sheet.hairline
            mark = BoxMark(-atom.before, x, sheet.hairline, height, sheet.rule_colour)
            atom.marks.append(mark)

    def _length(self, bar: Bar) -> float:
        if bar.value is None or not self._full:
            return 0.0
        return self._room * bar.value / self._full

    def _longest(self, block: Bars) -> float:
        style, shaper = self._style, self._frame.shaper
        said = ("".join(run.text for run in bar.said) for bar in block.rows)
        widest = max((shaper.width(one, style.weight) for one in said), default=0.0)
        room = self._column.width - _GAP - widest * style.size / 1000 - 1.0
        return max(room, self._column.width * _LEAST_SHARE)
