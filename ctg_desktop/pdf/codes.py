"""QR codes (ISO/IEC 18004) as drawings: one path, sharp at any size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ctg_desktop.errors import UserError
from ctg_desktop.pdf.image import Drawing

QUIET_ZONE = 4
"""Modules left white on each side, which readers need."""

LARGEST_SIDE = 117
"""Modules a side (version 25): on 3 cm, the finest that office printers and telephones bear."""

_CORRECTION = "M"
_MASK = 3
"""Any mask may be read; weighing all eight takes four times as long as the rest."""

_DARK = re.compile(b"\x01+")
_REMEMBERED = 2048
"""A few kilobytes each: the codes of a large booklet are worked out once, not at each preview."""


def qr(text: str, colour: str = "#000000") -> Drawing:
    """Return a text as a QR code, its quiet zone included.

    Level M corrects 15 % of the code; a higher one is taken where it costs no module.

    Args:
        text: What a telephone reads: an address of the web, a contact card.
        colour: Of the modules, ``#rrggbb``; dark, on a light ground.

    Raises:
        UserError: ``code-text-too-long``, for a code too fine to be printed.
    """
    size, path = _code(text)
    return Drawing(size, size, path, colour)


@lru_cache(maxsize=_REMEMBERED)
def _code(text: str) -> tuple[int, str]:
    import segno

    data = text.encode("utf-8", "replace")
    try:
        code = segno.make(data, error=_CORRECTION, mode="byte", mask=_MASK, micro=False)
    except segno.DataOverflowError as overflow:
        raise UserError("code-text-too-long") from overflow
    rows: Sequence[bytearray] = code.matrix
    if len(rows) > LARGEST_SIDE:
        raise UserError("code-text-too-long")
    size = len(rows) + 2 * QUIET_ZONE
    return size, " ".join(_runs(rows, size - QUIET_ZONE - 1))


def _runs(rows: Sequence[bytearray], top: int) -> Iterator[str]:
    """Yield a rectangle for each run of dark modules; ``top`` is the floor of the first row."""
    for number, row in enumerate(rows):
        floor = top - number
        for run in _DARK.finditer(row):
            start, end = run.span()
            yield f"{start + QUIET_ZONE} {floor} {end - start} 1 re"
