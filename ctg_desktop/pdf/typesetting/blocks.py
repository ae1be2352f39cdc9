"""From blocks of the document model to slices of a column."""

from __future__ import annotations

from collections.abc import Callable
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
from ctg_desktop.pdf.typesetting.lists import set_definitions, set_list
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
            return frame.sheet[block.value_style].after
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
    width, height = picture_size(block.figure)
    atoms = set_blocks(block.blocks, frame.narrowed(0, frame.width - width - FIGURE_GAP))
    if not atoms:
        return _figure(block.figure, frame)
    left = frame.left + frame.width - width
    element = frame.parent.child("Figure", alt=block.figure.alt)
    atoms[0].marks.append(PictureMark(2.0, left, width, height, block.figure.image, element))
    reach = 0.0
    for index, atom in enumerate(atoms):
        reach += atom.height + (atom.before if index else 0.0)
        if reach >= height:
            break
        atom.tie = Tie.HARD
    else:
        atoms.append(Atom(height - reach))
    return atoms


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
