"""Pours the blocks of a section into its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ctg_desktop.domain.progress import Progress
from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.typesetting.atoms import Atom, Tie
from ctg_desktop.pdf.typesetting.blocks import set_after
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.pagination import Paginator


def pour(blocks: Sequence[Block], frame: Frame, paginator: Paginator, progress: Progress) -> None:
    """Set blocks in the width of the rooms they come to stand in, and place them.

    Raises:
        Cancelled: By ``progress``.
    """
    rooms = paginator.rooms
    frame = replace(frame, height=rooms.highest)
    if rooms.is_even:
        column = frame.narrowed(0, rooms.narrowest)
        paginator.place(set_after(blocks, column, 0.0, progress)[0])
        return
    start, after = 0, 0.0
    while start < len(blocks):
        progress(start, len(blocks))
        atoms, start, after = _next_run(blocks, start, after, frame, paginator)
        paginator.place(atoms)


def _next_run(
    blocks: Sequence[Block], start: int, after: float, frame: Frame, paginator: Paginator
) -> tuple[list[Atom], int, float]:
    """Set the next blocks that hold together, for the first room that has place for them.

    What has to be cut takes the width of the narrowest room.

    Returns:
        Their slices, the number of the block after them, the space below them.
    """
    kids = frame.parent.kids
    already = len(kids)

    def run(width: float) -> tuple[list[Atom], int, float]:
        del kids[already:]
        return _run(blocks, start, after, frame.narrowed(0, width))

    found = run(paginator.room.width)
    if not any(atom.leap for atom in found[0]):
        paginator.settle()
    for _ in paginator.rooms.round:
        found = run(paginator.room.width)
        atoms = found[0]
        if paginator.fits(atoms):
            return found
        if not paginator.leads_on(atoms):
            break
        paginator.next_room()
    return run(paginator.rooms.narrowest)


def _run(
    blocks: Sequence[Block], start: int, after: float, frame: Frame
) -> tuple[list[Atom], int, float]:
    kids = frame.parent.kids
    already = len(kids)
    for end in range(start + 1, len(blocks) + 1):
        del kids[already:]
        atoms, below = set_after(blocks[start:end], frame, after)
        if not atoms or atoms[-1].tie is Tie.FREE:
            break
    return atoms, end, below
