"""The typeface of the papers inside the page: the letters that low vision tells apart.

Two weights as WOFF 1.0 (W3C Recommendation, 2012), which is the TrueType file with each table
deflated: no other program is needed to write it, and every browser reads it. It takes about
80 kB of a page; letters it lacks come from the reader's machine.
"""

from __future__ import annotations

import base64
import struct
import zlib
from functools import cache

from ctg_desktop.paths import asset

_FACES = (("Regular", 400), ("Bold", 700))
_HEAD = ">4s4sIHHIHHIIIII"
_ENTRY = ">4sIIII"
_HEAD_SIZE, _ENTRY_SIZE = 44, 20


@cache
def faces() -> str:
    """Return the ``@font-face`` rules."""
    return "".join(
        '@font-face{font-family:"Atkinson Hyperlegible Next";font-display:swap;'
        f"font-weight:{weight};src:url(data:font/woff;base64,{_encoded(name)})"
        'format("woff")}'
        for name, weight in _FACES
    )


def _encoded(name: str) -> str:
    content = asset(f"fonts/AtkinsonHyperlegibleNext-{name}.ttf").read_bytes()
    return base64.b64encode(woff(content)).decode("ascii")


def woff(font: bytes) -> bytes:
    """Return a TrueType file as WOFF.

    Args:
        font: ``sfnt`` tables, sound: it is one of ours.
    """
    flavour, count = struct.unpack_from(">4sH", font)
    entries, data = [], b""
    start = _HEAD_SIZE + count * _ENTRY_SIZE
    size = 12 + count * 16
    for number in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", font, 12 + number * 16)
        table = font[offset : offset + length]
        packed = min(zlib.compress(table, 9), table, key=len)
        place = start + len(data)
        entries.append(struct.pack(_ENTRY, tag, place, len(packed), length, checksum))
        data += packed + b"\0" * (-len(packed) % 4)
        size += length + -length % 4
    head = struct.pack(
        _HEAD, b"wOFF", flavour, start + len(data), count, 0, size, 1, 0, 0, 0, 0, 0, 0
    )
    return head + b"".join(entries) + data
