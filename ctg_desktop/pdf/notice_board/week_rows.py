"""The row of a day on a week sheet: what takes place in it, and how high it is."""

from __future__ import annotations

from collections.abc import Sequence

from ctg_desktop.pdf.blocks import Columns, Definition, Definitions, Part
from ctg_desktop.pdf.notice_board.measuring import Measure

_TIME_WIDTH = 102.0
_GAP = 12.0


def told(rows: tuple[Definition, ...], scale: float) -> Definitions:
    """Return what takes place one under another."""
    return Definitions(rows, "time", "event", label_width=_TIME_WIDTH * scale)


def halved(rows: tuple[Definition, ...], width: float, measure: Measure, scale: float) -> Columns:
    """Return what takes place in two columns, one after the other, as low as possible."""
    half = (width - _GAP) / 2
    heights = [measure.height((told((row,), scale),), half) for row in rows]
    cut = min(range(1, len(rows) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    rest = (told(rows[cut:], scale),) if rows[cut:] else ()
    return Columns((Part((told(rows[:cut], scale),)), Part(rest)), _GAP)


def levelled(heights: Sequence[float], room: float) -> list[float]:
    """Return heights that fill the room: the lowest rows are raised to one level first."""
    level, rest = 0.0, sorted(heights)
    for number in range(1, len(rest) + 1):
        level = (room - sum(rest[number:])) / number
        if number == len(rest) or level <= rest[number]:
            break
    return [max(height, level) for height in heights]
