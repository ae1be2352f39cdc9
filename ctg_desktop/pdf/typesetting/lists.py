"""Lists and rows of label and value."""

from __future__ import annotations

from ctg_desktop.pdf.blocks import Definition, Definitions, ItemList, Marker
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.style import ACCENT, TextStyle
from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark, DotMark, Mark, Tie, tied
from ctg_desktop.pdf.typesetting.frame import Frame, baseline, keep_lonely_lines, shifted_marks
from ctg_desktop.pdf.typesetting.structure import Element

BULLET_RADIUS = 0.15
BOX_SIZE = 0.88
_WORTH_SHARING = 0.35
"""A column of values narrower than this share goes below the labels instead."""

TICK_BOX = "case à cocher"
_NUMBERING = {
    Marker.BULLET: "/O /List /ListNumbering /Disc",
    Marker.TICK: "/O /List /ListNumbering /Square",
    Marker.NUMBER: "/O /List /ListNumbering /Decimal",
}


def set_list(block: ItemList, frame: Frame) -> list[Atom]:
    """Set a list: markers in their own column, items wrapped beside them."""
    if not block.items:
        return []
    style = frame.sheet[block.style]
    parent = frame.parent.child("L", attributes=_NUMBERING[block.marker])
    indent = min(frame.sheet.marker_width, frame.width / 2)
    column = frame.narrowed(indent, frame.width - indent)
    atoms: list[Atom] = []
    for number, runs in enumerate(block.items, start=1):
        item = parent.child("LI")
        label = item.child("Lbl")
        rows = [
            Atom(style.leading, [column.text_mark(line, style)])
            for line in column.lines(runs, style, item.child("LBody"))
        ]
        if not rows:
            rows = [Atom(style.leading)]
        rows[0].marks.insert(0, _marker(block, number, frame, style, label))
        keep_lonely_lines(rows)
        rows[0].before = frame.sheet.row_gap if atoms else style.before
        atoms.extend(rows)
    return atoms


def _marker(block: ItemList, number: int, frame: Frame, style: TextStyle, label: Element) -> Mark:
    marker, base = block.marker, baseline(style)
    colour = frame.colour(ACCENT)
    if marker is Marker.NUMBER:
        (line,) = frame.lines((Run(f"{number}.", strong=True),), style, label)
        return frame.text_mark(line, style)
    if marker is Marker.TICK:
        label.alt = TICK_BOX
        size = block.box or style.size * BOX_SIZE
        top = (style.leading - size) / 2 if block.box else base - size * 0.9
        return BoxMark(top, frame.left + 0.5, size, size, colour, 0.9, 1.2, label)
    label.alt = "•"
    radius = style.size * BULLET_RADIUS
    middle = base - style.size * 0.25
    return DotMark(middle, frame.left + radius + 1, radius, colour, label)


def set_definitions(block: Definitions, frame: Frame) -> list[Atom]:
    """Set rows of label and value, in one or more columns; a row is never cut if it fits."""
    if not block.rows:
        return []
    parent = (_list_before(frame) if block.continued else None) or definition_list(frame)
    if block.columns == 1:
        rows = [set_definition(row, block, frame, parent) for row in block.rows]
    else:
        rows = _grid(block, frame, parent)
    atoms: list[Atom] = []
    for row in rows:
        row[0].before = max(row[0].before, block.gap if atoms else 0.0)
        atoms.extend(row)
    atoms[0].before = max(atoms[0].before, frame.sheet[block.value_style].before)
    return atoms


def definition_list(frame: Frame) -> Element:
    """Return a new node for rows of label and value."""
    return frame.parent.child("L", attributes="/O /List /ListNumbering /None")


def _list_before(frame: Frame) -> Element | None:
    """Return the list that the column ends with so far."""
    last = frame.parent.kids[-1] if frame.parent.kids else None
    return last if isinstance(last, Element) and last.kind == "L" else None


def _grid(block: Definitions, frame: Frame, parent: Element) -> list[list[Atom]]:
    gutter = frame.sheet.gutter
    width = (frame.width - gutter * (block.columns - 1)) / block.columns
    columns = [frame.narrowed(number * (width + gutter), width) for number in range(block.columns)]
    depth = -(-len(block.rows) // block.columns)
    cells = [
        set_definition(row, block, columns[number // depth], parent)
        for number, row in enumerate(block.rows)
    ]
    return [side_by_side(cells[level::depth]) for level in range(depth)]


def set_definition(
    row: Definition, block: Definitions, frame: Frame, parent: Element
) -> list[Atom]:
    """Set one row of a list made by ``definition_list``."""
    label_style = frame.sheet[block.label_style]
    value_style = frame.sheet[block.value_style]
    label_width = block.label_width or frame.sheet.label_width
    item = parent.child("LI")
    label_column = frame.narrowed(0, label_width - 6)
    value_column = frame.narrowed(label_width, frame.width - label_width)
    is_narrow = value_column.width < frame.width * _WORTH_SHARING
    if is_narrow:
        label_column = value_column = frame
    labels = _atoms(label_column, row.label, label_style, item.child("Lbl")) if row.label else []
    body = item.child("LBody", language=row.language)
    values: list[Atom] = []
    for number, runs in enumerate(row.values):
        owner = body if len(row.values) == 1 else body.child("P")
        new = _atoms(value_column, runs, value_style, owner)
        if new and number:
            new[0].before = block.gap
        values.extend(new)
    if is_narrow:
        return tied(labels + values, Tie.GROUP)
    drop = baseline(value_style) - baseline(label_style)
    for atom in labels:
        atom.marks = shifted_marks(atom.marks, drop)
        atom.height = value_style.leading
    return tied(side_by_side([labels, values]), Tie.GROUP)


def _atoms(frame: Frame, runs: tuple[Run, ...], style: TextStyle, owner: Element) -> list[Atom]:
    return [
        Atom(style.leading, [frame.text_mark(line, style)])
        for line in frame.lines(runs, style, owner)
    ]


def side_by_side(columns: list[list[Atom]]) -> list[Atom]:
    """Join columns of slices line by line into slices that hold them all."""
    joined: list[Atom] = []
    for index in range(max(map(len, columns))):
        level = [column[index] for column in columns if index < len(column)]
        joined.append(
            Atom(
                max(atom.height for atom in level),
                [mark for atom in level for mark in atom.marks],
                before=max(atom.before for atom in level),
            )
        )
    keep_lonely_lines(joined)
    return joined
