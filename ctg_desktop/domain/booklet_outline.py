"""Chapters and parts of a booklet, moved, added and taken away in the one list people see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ctg_desktop.domain.booklet import BACK_COVER, END, OWN_TEXT, BookletPart
from ctg_desktop.domain.booklet_order import Piece
from ctg_desktop.domain.category import Category


@dataclass(frozen=True, slots=True)
class Outline:
    """A booklet's list as it is kept: chapters in their order, and what stands between them."""

    categories: tuple[Category, ...]
    parts: tuple[BookletPart, ...]


def taken_apart(pieces: Sequence[Piece]) -> Outline:
    """Return what is kept of a list; the inverse of ``booklet_order.arranged``.

    What stands behind the last chapter stays at the end when chapters are added later. The back
    cover goes to the end wherever it stands.

    Args:
        pieces: Chapters and parts in the order shown.
    """
    last = max((at for at, one in enumerate(pieces) if isinstance(one, Category)), default=-1)
    categories: list[Category] = []
    parts: list[BookletPart] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Category):
            categories.append(replace(piece, position=len(categories)))
        elif piece.code != BACK_COVER:
            before = categories[-1].code if categories else ""
            parts.append(replace(piece, after=END if categories and at > last else before))
    covers = (one for one in pieces if isinstance(one, BookletPart) and one.code == BACK_COVER)
    parts += [replace(cover, after=END) for cover in covers]
    return Outline(tuple(categories), tuple(parts))


def can_move(pieces: Sequence[Piece], row: int, step: int) -> bool:
    """Tell whether a piece may go up (-1) or down (1): the back cover stays the last page."""
    there = row + step
    if not (0 <= row < len(pieces) and 0 <= there < len(pieces)):
        return False
    return not any(_is_back_cover(pieces[one]) for one in (row, there))


def moved(pieces: Sequence[Piece], row: int, step: int) -> tuple[Piece, ...]:
    """Return the list with a piece one place up (-1) or down (1); unchanged where it may not go."""
    ready = list(pieces)
    if can_move(pieces, row, step):
        ready[row], ready[row + step] = ready[row + step], ready[row]
    return tuple(ready)


def with_shown(piece: Piece, shown: bool) -> Piece:  # noqa: FBT001 - the state itself
    """Return a piece that is printed or left out."""
    if isinstance(piece, BookletPart):
        return replace(piece, shown=shown)
    return replace(piece, hidden=not shown)


def is_own_text(piece: Piece) -> bool:
    """Tell whether a piece is a text of the commune's own."""
    return isinstance(piece, BookletPart) and piece.code.startswith(OWN_TEXT)


def fresh_text_code(pieces: Sequence[Piece]) -> str:
    """Return the code of another text of one's own; a number is never used twice in a list."""
    numbers = [
        int(one.code.removeprefix(OWN_TEXT))
        for one in pieces
        if is_own_text(one) and one.code.removeprefix(OWN_TEXT).isdecimal()
    ]
    return f"{OWN_TEXT}{max(numbers, default=0) + 1}"


def _is_back_cover(piece: Piece) -> bool:
    return isinstance(piece, BookletPart) and piece.code == BACK_COVER
