"""From blocks of the document model to slices of a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from ctg_desktop.domain.import_plan import Progress, silent
from ctg_desktop.pdf.document import (
    Beside,
    Block,
    Contents,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Paragraph,
    Rule,
    Space,
    Table,
)
from ctg_desktop.pdf.typesetting.atoms import Atom, PictureMark, RuleMark, Tie, tied
from ctg_desktop.pdf.typesetting.frame import Frame, heading_style
from ctg_desktop.pdf.typesetting.lists import (
    definition_list,
    set_definition,
    set_definitions,
    set_list,
)
from ctg_desktop.pdf.typesetting.references import set_contents, set_index
from ctg_desktop.pdf.typesetting.tables import set_table

FIGURE_GAP = 12.0
_REPORT_EVERY = 50

Typesetter = Callable[[Any, Frame], list[Atom]]


def set_block(block: Block, frame: Frame) -> list[Atom]:
    """Set one block."""
    return _TYPESETTERS[type(block)](block, frame)


def set_blocks(blocks: tuple[Block, ...], frame: Frame, progress: Progress = silent) -> list[Atom]:
    """Set blocks one under another; the larger of two neighbouring spaces counts.

    Raises:
        Cancelled: By ``progress``.
    """
    atoms: list[Atom] = []
    after = 0.0
    for number, block in enumerate(blocks):
        if number % _REPORT_EVERY == 0:
            progress(0, 0)
        new = set_block(block, frame)
        if new:
            new[0].before = max(new[0].before, after)
            after = space_after(block, frame)
            atoms.extend(new)
    return atoms


def space_after(block: Block, frame: Frame) -> float:
    """Return the space that a block asks for below itself."""
    match block:
        case Heading():
            return frame.sheet[heading_style(block)].after
        case Paragraph() | ItemList() | Table():
            return frame.sheet[block.style].after
        case Definitions():
            return max(frame.sheet[block.value_style].after, block.gap)
        case Group(blocks=(*_, last)) | Beside(blocks=(*_, last)):
            return space_after(last, frame)
        case Rule():
            return block.after
    return 0.0


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
    width, height = picture_size(block.figures[0])
    narrow = frame.narrowed(0, frame.width - width - FIGURE_GAP)
    atoms: list[Atom] = []
    after = 0.0
    for piece in block.blocks:
        for new in _pieces(piece, narrow, frame, height - _height(atoms)):
            new[0].before = max(new[0].before, after)
            after = 0.0
            atoms.extend(new)
        after = space_after(piece, frame)
    if not atoms:
        return _figure(block.figures[0], frame)
    element = frame.parent.child("Figure", alt=block.figures[0].alt)
    left = frame.left + frame.width - width
    atoms[0].marks.append(PictureMark(2.0, left, width, height, block.figures[0].image, element))
    return _hold_figure(atoms, height + 2.0)


def _pieces(block: Block, narrow: Frame, wide: Frame, room: float) -> Iterator[list[Atom]]:
    """Set a block row by row: narrow as long as it stands beside the figure, then wide."""
    if not isinstance(block, Definitions) or block.columns > 1:
        atoms = set_block(block, narrow if room > 0 else wide)
        if atoms:
            yield atoms
        return
    parent = definition_list(wide)
    for row in block.rows:
        atoms = set_definition(row, block, narrow if room > 0 else wide, parent)
        room -= _height(atoms)
        yield atoms


def _hold_figure(atoms: list[Atom], height: float) -> list[Atom]:
    """Keep the slices beside a figure with it, and make room for its foot."""
    reach = -atoms[0].before
    for atom in atoms:
        reach += atom.before + atom.height
        if reach >= height:
            return atoms
        atom.tie = Tie.HARD
    return [*atoms, Atom(height - reach)]


def _height(atoms: list[Atom]) -> float:
    return sum(atom.before + atom.height for atom in atoms)


def picture_size(figure: Figure) -> tuple[float, float]:
    """Return the width and height of a picture inside its limits, in points."""
    image = figure.image
    scale = min(figure.max_width / image.width, figure.max_height / image.height)
    return image.width * scale, image.height * scale


def _figure(block: Figure, frame: Frame) -> list[Atom]:
    width, height = picture_size(block)
    element = frame.parent.child("Figure", alt=block.alt)
    return [Atom(height, [PictureMark(0, frame.left, width, height, block.image, element)])]


def _rule(block: Rule, frame: Frame) -> list[Atom]:
    sheet = frame.sheet
    mark = RuleMark(0, frame.left, frame.width, sheet.hairline, sheet.rule_colour)
    return [Atom(sheet.hairline, [mark], before=block.before)]


def _space(block: Space, _frame: Frame) -> list[Atom]:
    return [Atom(block.height, fill=block.fill)]


_TYPESETTERS: MappingProxyType[type, Typesetter] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ItemList: set_list,
        Definitions: set_definitions,
        Table: set_table,
        Figure: _figure,
        Group: _group,
        Beside: _beside,
        Rule: _rule,
        Space: _space,
        Contents: set_contents,
        Index: set_index,
    }
)
