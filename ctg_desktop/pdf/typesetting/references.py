"""Contents and index: rows that lead to pages whose numbers are not known yet.

The room for a number is kept, the number itself is drawn once every page is placed: nothing
is set twice.
"""

from __future__ import annotations

from ctg_desktop.pdf.blocks import Contents, Index, Reference
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.style import TextStyle
from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark, FolioMark, Tie, tied
from ctg_desktop.pdf.typesetting.frame import Bookmark, Frame, baseline
from ctg_desktop.pdf.typesetting.structure import Element

CHIP = 7.0
CHIP_GAP = 9.0


def set_contents(block: Contents, frame: Frame) -> list[Atom]:
    """Set the table of contents, each chapter with a chip of its colour."""
    marks = [mark for mark in frame.bookmarks if mark.level <= block.depth]
    if not marks:
        return []
    parent = frame.parent.child("TOC")
    style = frame.sheet[block.style]
    atoms: list[Atom] = []
    for mark in marks:
        owner = parent.child("TOCI").child("Reference").child("Link")
        rows = _contents_row(mark, style, frame, owner)
        rows[0].before = style.before
        atoms.extend(rows)
    return atoms


def _contents_row(mark: Bookmark, style: TextStyle, frame: Frame, owner: Element) -> list[Atom]:
    indent = (CHIP + CHIP_GAP) * mark.level
    column = frame.narrowed(indent, frame.width - indent)
    runs = (Run(mark.title, target=f"#{mark.anchor}"),)
    rows = _reference(runs, mark.anchor, style, column, owner)
    if mark.level == 1:
        top = baseline(style) - style.size * 0.33 - CHIP / 2
        chip = BoxMark(top, frame.left, CHIP, CHIP, mark.colour, radius=1.5)
        rows[0].marks.insert(0, chip)
    return rows


def set_index(block: Index, frame: Frame) -> list[Atom]:
    """Set rows of an index."""
    if not block.rows:
        return []
    parent = frame.parent.child("L", attributes="/O /List /ListNumbering /None")
    style = frame.sheet[block.style]
    atoms: list[Atom] = []
    for row in block.rows:
        owner = parent.child("LI").child("LBody").child("Reference").child("Link")
        rows = _reference(_led(row), row.anchor, style, frame, owner)
        rows[0].before = style.before
        atoms.extend(rows)
    return atoms


def _led(row: Reference) -> Runs:
    return tuple(Run(run.text, strong=run.strong, target=f"#{row.anchor}") for run in row.runs)


def _reference(
    runs: Runs, anchor: str, style: TextStyle, frame: Frame, owner: Element
) -> list[Atom]:
    hanging = style.hanging
    room = frame.narrowed(0, frame.width - frame.sheet.folio_width - hanging)
    set_in = frame.narrowed(hanging, room.width)
    looks = tuple((run.text, room.reference_look(run, style, owner)) for run in runs)
    rows = [
        Atom(style.leading, [(set_in if index else room).text_mark(line, style)])
        for index, line in enumerate(room.set(looks, style, open_ended=True))
    ] or [Atom(style.leading)]
    right = frame.left + frame.width
    rows[-1].marks.append(
        FolioMark(baseline(style), right, style.size, frame.colour(style.colour), owner, anchor)
    )
    return tied(rows, Tie.HARD)
