"""The space that blocks ask for below themselves."""

from __future__ import annotations

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Columns,
    CutLine,
    Definitions,
    Group,
    Heading,
    ItemList,
    Paragraph,
    Rule,
)
from ctg_desktop.pdf.style import StyleSheet
from ctg_desktop.pdf.tables import Bars, Table
from ctg_desktop.pdf.typesetting.frame import heading_style


def space_after(block: Block, sheet: StyleSheet) -> float:
    """Return the space that a block asks for below itself."""
    match block:
        case Heading():
            return sheet[heading_style(block)].after
        case Paragraph() | ItemList() | Table() | Bars():
            return sheet[block.style].after
        case Definitions():
            return max(sheet[block.value_style].after, block.gap)
        case Box() | Rule() | CutLine():
            return block.after
    return max((space_after(last, sheet) for last in _last_blocks(block)), default=0.0)


def _last_blocks(block: Block) -> list[Block]:
    match block:
        case Group(blocks=(*_, last)) | Beside(blocks=(*_, last)):
            return [last]
        case Columns():
            return [part.blocks[-1] for part in block.parts if part.blocks]
    return []
