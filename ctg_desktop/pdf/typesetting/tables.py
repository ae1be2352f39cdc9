"""Tables with header cells, repeated on each page they run over."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.style import TextStyle
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark, RuleMark, Tie, tied
from ctg_desktop.pdf.typesetting.frame import Frame, baseline, shifted_marks
from ctg_desktop.pdf.typesetting.lists import side_by_side
from ctg_desktop.pdf.typesetting.structure import Element

CELL_GAP = 8.0
ROW_PADDING = 2.5
COLUMN_HEADER = "/O /Table /Scope /Column"
_ROW_HEADER = "/O /Table /Scope /Row"


def set_table(block: Table, frame: Frame) -> list[Atom]:
    """Set a table; a row is cut only when it is longer than a page."""
    grid = Grid(block, frame)
    parent = frame.parent.child("Table", title=block.caption, alt="")
    top = parent.child("THead").child("TR")
    atoms = grid.header([top.child("TH", attributes=COLUMN_HEADER) for _ in block.header])
    again = tuple(grid.header(None))
    body = parent.child("TBody") if block.rows else parent
    for row in block.rows:
        atoms.extend(grid.row(row, body.child("TR"), again))
    atoms[0].before = frame.sheet[block.style].before
    return atoms


class Grid:
    """The columns of a table.

    Attributes:
        columns: Where the cells of a row are set.
    """

    def __init__(self, block: Table, frame: Frame) -> None:
        self._block = block
        self._frame = frame
        self._gap = min(CELL_GAP, frame.width / (2 * len(block.widths)))
        self.columns = list(self._divided())

    def header(self, cells: list[Element] | None) -> list[Atom]:
        """Set the header, as an artifact without cells to belong to."""
        block, frame = self._block, self._frame
        owners: list[Element] | list[None] = cells or [None] * len(block.header)
        atoms = self._cells(block.header, frame.sheet[block.header_style], owners, sunk=True)
        last = atoms[-1]
        last.height += ROW_PADDING
        last.marks.append(RuleMark(last.height, frame.left, frame.width, 0.8, frame.accent))
        if block.ruled:
            self._close_above(atoms[0])
        for atom in atoms:
            atom.tie = Tie.HARD
        return self._ruled(atoms)

    def _close_above(self, atom: Atom) -> None:
        """Draw the upper edge of a ruled table, the first line of its header below it."""
        sheet, frame = self._frame.sheet, self._frame
        atom.marks = shifted_marks(atom.marks, ROW_PADDING)
        atom.marks.append(RuleMark(0.0, frame.left, frame.width, sheet.hairline, sheet.rule_colour))
        atom.height += ROW_PADDING

    def row(self, row: tuple[Runs, ...], parent: Element, again: tuple[Atom, ...]) -> list[Atom]:
        """Set a body row, below a header that may have to be repeated."""
        block, sheet, frame = self._block, self._frame.sheet, self._frame
        owners = [
            parent.child("TH", attributes=_ROW_HEADER)
            if block.row_headers and not number
            else parent.child("TD")
            for number in range(len(row))
        ]
        atoms = tied(self._cells(row, sheet[block.style], owners), Tie.GROUP)
        for atom in atoms:
            atom.repeated = again
        atoms[0].before = ROW_PADDING
        self._centre(atoms)
        last = atoms[-1]
        last.height += ROW_PADDING
        last.marks.append(
            RuleMark(last.height, frame.left, frame.width, sheet.hairline, sheet.rule_colour)
        )
        return self._ruled(atoms)

    def _centre(self, atoms: list[Atom]) -> None:
        """Raise a row to its least height, its text in the middle."""
        height = 2 * ROW_PADDING + sum(atom.height for atom in atoms)
        missing = self._block.row_height - height
        if missing > 0:
            atoms[0].marks = shifted_marks(atoms[0].marks, missing / 2)
            atoms[0].height += missing / 2
            atoms[-1].height += missing / 2

    def _divided(self) -> Iterator[Frame]:
        widths = self._block.widths
        inset = self._gap / 2 if self._block.ruled else 0.0
        room = self._frame.width - self._gap * (len(widths) - 1) - 2 * inset
        total = sum(widths)
        left = inset
        for share in widths:
            width = room * share / total
            yield self._frame.narrowed(left, width)
            left += width + self._gap

    def _ruled(self, atoms: list[Atom]) -> list[Atom]:
        """Draw the rules between and around the columns, where the table has any."""
        sheet = self._frame.sheet
        if not self._block.ruled:
            return atoms
        ends = [column.left + column.width for column in self.columns]
        for middle in (self._frame.left, *(end + self._gap / 2 for end in ends)):
            x = middle - sheet.hairline / 2
            for atom in atoms:
                height = atom.before + atom.height
                atom.marks.append(
                    BoxMark(-atom.before, x, sheet.hairline, height, sheet.rule_colour)
                )
        return atoms

    def _cells(
        self,
        row: tuple[Runs, ...],
        style: TextStyle,
        owners: list[Element] | list[None],
        *,
        sunk: bool = False,
    ) -> list[Atom]:
        """Set the cells of a row side by side; those of a header stand on its last line."""
        cells = [
            [
                Atom(style.leading, [column.text_mark(line, style)])
                for line in column.lines(runs, style, owner)
            ]
            or [Atom(baseline(style))]
            for runs, column, owner in zip(row, self.columns, owners, strict=True)
        ]
        if sunk:
            deepest = max(map(len, cells))
            cells = [[Atom(0.0)] * (deepest - len(cell)) + cell for cell in cells]
        return side_by_side(cells)
