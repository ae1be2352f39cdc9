"""From blocks of the document model to slices of a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Any

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Break,
    Columns,
    Contents,
    CutLine,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Paragraph,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.furniture import DashedLine
from ctg_desktop.pdf.tables import Bars, Table
from ctg_desktop.pdf.typesetting.atoms import Atom, DashMark, Leap, Mark, RuleMark, Tie, tied
from ctg_desktop.pdf.typesetting.bars import set_bars
from ctg_desktop.pdf.typesetting.composites import BoxAtom, Ground, RowAtom, reach
from ctg_desktop.pdf.typesetting.figures import FIGURE_GAP, FOOT_GAP, Stack, set_figure
from ctg_desktop.pdf.typesetting.frame import Frame, heading_style
from ctg_desktop.pdf.typesetting.lists import (
    definition_list,
    set_definition,
    set_definitions,
    set_list,
)
from ctg_desktop.pdf.typesetting.references import set_contents, set_index
from ctg_desktop.pdf.typesetting.spacing import space_after
from ctg_desktop.pdf.typesetting.tables import set_table

BORDER = 0.75
"""Thickness of the frame of a box."""

_WORTH_SHARING = 0.4
"""A column narrower than this share leaves figures to a place of their own, below."""

_REPORT_EVERY = 50

Typesetter = Callable[[Any, Frame], list[Atom]]


def set_block(block: Block, frame: Frame) -> list[Atom]:
    """Set one block."""
    return _TYPESETTERS[type(block)](block, frame)


def set_blocks(blocks: Sequence[Block], frame: Frame, progress: Progress = silent) -> list[Atom]:
    """Set blocks one under another; the larger of two neighbouring spaces counts.

    Raises:
        Cancelled: By ``progress``.
    """
    return set_after(blocks, frame, 0.0, progress)[0]


def set_after(
    blocks: Sequence[Block], frame: Frame, after: float, progress: Progress = silent
) -> tuple[list[Atom], float]:
    """Set blocks below one that asks for space; return the space that the last one asks for.

    Raises:
        Cancelled: By ``progress``.
    """
    atoms: list[Atom] = []
    for number, block in enumerate(blocks):
        if number % _REPORT_EVERY == 0:
            progress(number, len(blocks))
        new = set_block(block, frame)
        if new:
            new[0].before = max(new[0].before, after)
            after = space_after(block, frame.sheet)
            atoms.extend(new)
    return atoms, after


def _heading(block: Heading, frame: Frame) -> list[Atom]:
    style = frame.sheet[heading_style(block)]
    atoms = frame.paragraph(block.runs, style, frame.parent.child(f"H{block.level}"))
    if atoms and block.anchor:
        atoms[0].anchors = (block.anchor,)
    return atoms


def _paragraph(block: Paragraph, frame: Frame) -> list[Atom]:
    if not any(run.text for run in block.runs):
        return []
    return frame.paragraph(block.runs, frame.sheet[block.style], frame.parent.child("P"))


def _group(block: Group, frame: Frame) -> list[Atom]:
    return tied(set_blocks(block.blocks, frame), Tie.GROUP)


def _beside(block: Beside, frame: Frame) -> list[Atom]:
    beside = Stack(block.figures, frame)
    narrow = frame.narrowed(0, frame.width - beside.width - FIGURE_GAP)
    if narrow.width < frame.width * _WORTH_SHARING:
        return set_blocks((*block.blocks, *block.figures), frame)
    atoms: list[Atom] = []
    after = 0.0
    for piece in block.blocks:
        for new in _pieces(piece, narrow, frame, beside.height + FOOT_GAP - reach(atoms)):
            new[0].before = max(new[0].before, after)
            after = 0.0
            atoms.extend(new)
        after = space_after(piece, frame.sheet)
    if not atoms:
        return set_blocks(block.figures, frame)
    atoms[0].marks[:0] = beside.marks(frame)
    return _hold_figures(atoms, beside.height)


def _pieces(block: Block, narrow: Frame, wide: Frame, room: float) -> Iterator[list[Atom]]:
    """Set a block row by row: narrow as long as it stands beside figures, then wide."""
    if not isinstance(block, Definitions) or block.columns > 1:
        atoms = set_block(block, narrow if room > 0 else wide)
        if atoms:
            yield atoms
        return
    parent = definition_list(wide)
    for row in block.rows:
        atoms = set_definition(row, block, narrow if room > 0 else wide, parent)
        room -= atoms[0].before + reach(atoms)
        yield atoms


def _hold_figures(atoms: list[Atom], height: float) -> list[Atom]:
    """Keep the slices beside figures with them, and make room for their foot."""
    foot = 0.0
    for atom in atoms:
        foot = reach((atom,), foot)
        if foot >= height:
            return atoms
        atom.tie = Tie.HARD
    return [*atoms, Atom(height - foot)]


def _columns(block: Columns, frame: Frame) -> list[Atom]:
    parts = block.parts
    gap = min(block.gap, frame.width / (2 * len(parts)))
    shares = sum(part.width for part in parts)
    room = frame.width - gap * (len(parts) - 1)
    left = 0.0
    rows: list[list[Atom]] = []
    for part in parts:
        width = room * part.width / shares
        rows.append(_inside(part.blocks, frame.narrowed(left, width)))
        left += width + gap
    return [RowAtom(rows)] if any(rows) else []


def _box(block: Box, frame: Frame) -> list[Atom]:
    padding = min(block.padding, frame.width / 4)
    ground = Ground(
        frame.left,
        frame.width,
        padding,
        block.radius,
        frame.colour(block.fill),
        frame.colour(block.border),
        BORDER,
    )
    inside = _inside(block.blocks, frame.narrowed(padding, frame.width - 2 * padding))
    return [BoxAtom(inside, ground, block.before, block.height)]


def _inside(blocks: tuple[Block, ...], frame: Frame) -> list[Atom]:
    """Set blocks that share one slice: nothing in it leaps to another column."""
    return [atom for atom in set_blocks(blocks, frame) if not atom.leap]


def _rule(block: Rule, frame: Frame) -> list[Atom]:
    sheet = frame.sheet
    mark = RuleMark(0, frame.left, frame.width, sheet.hairline, sheet.rule_colour)
    return [Atom(sheet.hairline, [mark], before=block.before)]


def _space(block: Space, _frame: Frame) -> list[Atom]:
    atoms = [Atom(block.height, fill=block.fill)]
    return [*atoms, Atom(0.0, down_to=block.down_to)] if block.down_to else atoms


def _break(block: Break, _frame: Frame) -> list[Atom]:
    return [Atom(0.0, leap=Leap.PAGE if block.page else Leap.ROOM)]


def _cut_line(block: CutLine, frame: Frame) -> list[Atom]:
    line = DashedLine(0.0, 0.0, 0.0, 0.0)
    mark = DashMark(0.0, frame.left, frame.width, line)
    return [Atom(line.thickness, [mark], before=block.before)]


def _writing_lines(block: WritingLines, frame: Frame) -> list[Atom]:
    sheet = frame.sheet

    def rule(bottom: float) -> Mark:
        dy = bottom - sheet.hairline
        return RuleMark(dy, frame.left, frame.width, sheet.hairline, sheet.rule_colour)

    def filling(height: float) -> list[Mark]:
        return [
            rule(number * block.leading) for number in range(1, int(height / block.leading) + 1)
        ]

    if block.fill:
        return [Atom(0.0, fill=True, filling=filling)]
    return [Atom(block.leading, [rule(block.leading)]) for _ in range(block.count)]


_TYPESETTERS: MappingProxyType[type, Typesetter] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ItemList: set_list,
        Definitions: set_definitions,
        Table: set_table,
        Bars: set_bars,
        Figure: set_figure,
        Group: _group,
        Beside: _beside,
        Columns: _columns,
        Box: _box,
        WritingLines: _writing_lines,
        CutLine: _cut_line,
        Break: _break,
        Rule: _rule,
        Space: _space,
        Contents: set_contents,
        Index: set_index,
    }
)
