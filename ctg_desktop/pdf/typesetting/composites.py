"""Slices made of slices: a box around blocks, a row of parts. Cut only when no page holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark, Mark, Tie
from ctg_desktop.pdf.typesetting.frame import shifted_marks

_EPSILON = 0.01


class Stack(NamedTuple):
    """Slices one under another, from the top of the first."""

    height: float
    marks: list[Mark]
    anchors: tuple[str, ...]


def stacked(atoms: Sequence[Atom], least: float = 0.0) -> Stack:
    """Put slices one under another; springs share what they leave of the least height."""
    springs = sum(atom.fill for atom in atoms)
    share = max(0.0, least - reach(atoms)) / springs if springs else 0.0
    marks: list[Mark] = []
    y = 0.0
    for atom in atoms:
        y = top_of(atom, y)
        marks.extend(shifted_marks(atom.marks, y))
        y += atom.height
        if atom.fill:
            marks.extend(shifted_marks(atom.filling(share) if atom.filling else [], y))
            y += share
    anchors = tuple(name for atom in atoms for name in atom.anchors)
    return Stack(max(y, least), marks, anchors)


def top_of(atom: Atom, y: float) -> float:
    """Return where a slice begins that comes after ``y`` points of its column."""
    if y > 0:
        y += atom.before
    return max(y, atom.down_to)


def reach(atoms: Sequence[Atom], y: float = 0.0) -> float:
    """Return how far down slices reach that begin after ``y`` points of their column."""
    for atom in atoms:
        y = top_of(atom, y) + atom.height
    return y


def split(atoms: list[Atom], room: float) -> tuple[list[Atom], list[Atom]]:
    """Return the slices that fit a height, at least one, and the others."""
    count, y = 0, 0.0
    for atom in atoms:
        y = reach((atom,), y)
        if y > room + _EPSILON:
            break
        count += 1
    if count == len(atoms):
        return atoms, []
    at = count
    while at and atoms[at - 1].tie is Tie.HARD:
        at -= 1
    at = at or count
    if at:
        return atoms[:at], atoms[at:]
    head, rest = atoms[0].cut(room)
    return [head], ([rest] if rest is not None else []) + atoms[1:]


class Ground(NamedTuple):
    """What a box stands on: an empty colour is not drawn."""

    x: float
    width: float
    padding: float
    radius: float
    fill: str
    border: str
    thickness: float

    def marks(self, height: float) -> list[Mark]:
        """Return the ground and the frame inside its edge."""
        marks: list[Mark] = []
        if self.fill:
            marks.append(BoxMark(0, self.x, self.width, height, self.fill, radius=self.radius))
        if self.border:
            half, line = self.thickness / 2, self.thickness
            inner = (self.x + half, self.width - line, height - line)
            marks.append(BoxMark(half, *inner, self.border, line, max(self.radius - half, 0.0)))
        return marks


class BoxAtom(Atom):
    """Slices on a ground."""

    __slots__ = ("_ground", "_inside")

    def __init__(self, inside: list[Atom], ground: Ground, before: float, least: float) -> None:
        stack = stacked(inside, least - 2 * ground.padding)
        height = stack.height + 2 * ground.padding
        marks = ground.marks(height) + shifted_marks(stack.marks, ground.padding)
        super().__init__(height, marks, before=before, anchors=stack.anchors)
        self._inside = inside
        self._ground = ground

    def grown(self, height: float) -> BoxAtom:
        """Return the same box, at least this high."""
        return BoxAtom(self._inside, self._ground, self.before, height)

    def cut(self, room: float) -> tuple[Atom, Atom | None]:
        """Return two boxes: what fits a height, and the rest."""
        head, rest = split(self._inside, room - 2 * self._ground.padding)
        if not rest:
            return self, None
        first = BoxAtom(head, self._ground, self.before, 0.0)
        return first, BoxAtom(rest, self._ground, self.before, 0.0)


class RowAtom(Atom):
    """Parts side by side; a box that is all there is of its part is as high as the row."""

    __slots__ = ("_parts",)

    def __init__(self, parts: list[list[Atom]]) -> None:
        height = max((reach(part) for part in parts), default=0.0)
        stacks = [stacked(_levelled(part, height), height) for part in parts]
        super().__init__(
            height,
            [mark for stack in stacks for mark in stack.marks],
            before=max((part[0].before for part in parts if part), default=0.0),
            anchors=tuple(name for stack in stacks for name in stack.anchors),
        )
        self._parts = parts

    def cut(self, room: float) -> tuple[Atom, Atom | None]:
        """Return two rows: what fits a height of each part, and the rest of each."""
        halves = [split(part, room) for part in self._parts]
        if not any(rest for _, rest in halves):
            return self, None
        return RowAtom([head for head, _ in halves]), RowAtom([rest for _, rest in halves])


def _levelled(part: list[Atom], height: float) -> list[Atom]:
    alone = part[0] if len(part) == 1 else None
    return [alone.grown(height)] if isinstance(alone, BoxAtom) else part
