"""Where the headers of a table are: not always in the first row, sometimes nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctg_desktop.imports.spreadsheet.headers import target_of

_DATA = re.compile(
    r"[^\s@]+@[^\s@]+\.\w{2,}"  # an e-mail
    r"|(?:\+33|0)[1-9](?:[\s.\-]?\d{2}){4}"  # a phone
    r"|https?://\S+"
    r"|.*\b\d{5}\s+[^\W\d_]{2,}.*"  # an address
)
_LOOKED_AT = 12


def header_row(top: Sequence[Sequence[str]]) -> int:
    """Return the index of the row of headers, or -1 when the first row is data already.

    It is the row with the most known headers; without any, the first row as wide as the others,
    unless it looks like data.
    """
    known = [sum(target_of(cell) is not None for cell in row) for row in top[:_LOOKED_AT]]
    best = max(known, default=0)
    if best >= 2 or (best == 1 and _first_wide(top) == known.index(1)):
        return known.index(best)
    first = _first_wide(top)
    return first - 1 if any(_DATA.fullmatch(cell.strip()) for cell in top[first]) else first


def _first_wide(top: Sequence[Sequence[str]]) -> int:
    """Return the first row that fills at least half of the columns: titles stand alone above."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in top]
    widest = max(filled, default=0)
    return next((index for index, count in enumerate(filled) if count * 2 > widest), 0)
