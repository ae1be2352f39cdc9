"""In which order the chapters and the other parts of a booklet stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ctg_desktop.domain.booklet import BACK_COVER, PARTS, BookletPart
from ctg_desktop.domain.category import Category

Piece: TypeAlias = Category | BookletPart


def arranged(categories: Sequence[Category], parts: Sequence[BookletPart]) -> tuple[Piece, ...]:
    """Return chapters and parts in the order they are printed, hidden ones in their place too.

    Parts behind nothing come first, then each chapter with the parts behind it; what stands behind
    a chapter that does not exist comes at the end. The back cover is always the last page.

    Args:
        categories: Chapters in their order.
        parts: As stored; standard parts that are missing are added.
    """
    whole = completed(parts)
    inside = [part for part in whole if part.code != BACK_COVER]
    known = {category.code for category in categories}
    pieces: list[Piece] = [part for part in inside if not part.after]
    for category in categories:
        pieces.append(category)
        pieces += [part for part in inside if part.after == category.code]
    pieces += [part for part in inside if part.after and part.after not in known]
    pieces += [part for part in whole if part.code == BACK_COVER]
    return tuple(pieces)


def completed(parts: Sequence[BookletPart]) -> tuple[BookletPart, ...]:
    """Return the parts with the standard ones that an older booklet did not know.

    Each is added at its usual place: behind the standard part that usually precedes it.
    """
    whole = list(parts)
    for number, part in enumerate(PARTS):
        codes = [one.code for one in whole]
        if part.code in codes:
            continue
        before = [codes.index(one.code) for one in PARTS[:number] if one.code in codes]
        whole.insert(max(before, default=-1) + 1, part)
    return tuple(whole)


def is_shown(piece: Piece) -> bool:
    """Tell whether a chapter or part is printed, when it has something to say."""
    return piece.shown if isinstance(piece, BookletPart) else not piece.hidden
