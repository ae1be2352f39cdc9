"""Tables with header cells, repeated on each page they run over."""

from __future__ import annotations

from ctg_desktop.pdf.document import Runs, Table
from ctg_desktop.pdf.style import TextStyle
from ctg_desktop.pdf.typesetting.atoms import Atom, RuleMark, Tie, tied
from ctg_desktop.pdf.typesetting.frame import Frame, baseline
from ctg_desktop.pdf.typesetting.lists import side_by_side
from ctg_desktop.pdf.typesetting.structure import Element

CELL_GAP = 8.0
ROW_PADDING = 2.5
_COLUMN_HEADER = "/O /Table /Scope /Column"
_ROW_HEADER = "/O /Table /Scope /Row"


def set_table(block: Table, frame: Frame) -> list[Atom]:
    """Set a table; a row is cut only when it is longer than a page."""
    parent = frame.parent.child("Table", title=block.caption, alt="")
    columns = _columns(block, frame)
    header_style, style = frame.sheet[block.header_style], frame.sheet[block.style]
    top = parent.child("THead").child("TR")
    cells = [top.child("TH", attributes=_COLUMN_HEADER) for _ in block.header]
    header = _header(block.header, columns, header_style, cells, frame)
    again = tuple(_header(block.header, columns, header_style, None, frame))
    atoms = header
    body = parent.child("TBody") if block.rows else parent
    for row in block.rows:
        atoms.extend(_row(block, row, columns, style, body.child("TR"), frame, again))
    atoms[0].before = style.before
    return atoms


def _columns(block: Table, frame: Frame) -> list[Frame]:
    room = frame.width - CELL_GAP * (len(block.widths) - 1)
    total = sum(block.widths)
    columns: list[Frame] = []
    left = 0.0
    for share in block.widths:
        width = room * share / total
        columns.append(frame.narrowed(left, width))
        left += width + CELL_GAP
    return columns


def _header(
    header: tuple[Runs, ...],
    columns: list[Frame],
    style: TextStyle,
    cells: list[Element] | None,
    frame: Frame,
) -> list[Atom]:
    owners: list[Element] | list[None] = cells or [None] * len(header)
    atoms = _cells(header, columns, style, owners)
    last = atoms[-1]
    last.height += ROW_PADDING
    last.marks.append(RuleMark(last.height, frame.left, frame.width, 0.8, frame.accent))
    for atom in atoms:
        atom.tie = Tie.HARD
    return atoms


def _row(
    block: Table,
    row: tuple[Runs, ...],
    columns: list[Frame],
    style: TextStyle,
    parent: Element,
    frame: Frame,
    again: tuple[Atom, ...],
) -> list[Atom]:
    owners = [
        parent.child("TH", attributes=_ROW_HEADER)
        if block.row_headers and not number
        else parent.child("TD")
        for number in range(len(row))
    ]
    atoms = tied(_cells(row, columns, style, owners), Tie.GROUP)
    for atom in atoms:
        atom.repeated = again
    atoms[0].before = ROW_PADDING
    last = atoms[-1]
    last.height += ROW_PADDING
    sheet = frame.sheet
    last.marks.append(
        RuleMark(last.height, frame.left, frame.width, sheet.hairline, sheet.rule_colour)
    )
    return atoms


def _cells(
    row: tuple[Runs, ...],
    columns: list[Frame],
    style: TextStyle,
    owners: list[Element] | list[None],
) -> list[Atom]:
    cells = [
        [
            Atom(style.leading, [column.text_mark(line, style)])
            for line in column.lines(runs, style, owner)
        ]
        or [Atom(baseline(style))]
        for runs, column, owner in zip(row, columns, owners, strict=True)
    ]
    return side_by_side(cells)
