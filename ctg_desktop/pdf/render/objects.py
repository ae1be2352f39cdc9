"""A PDF file: numbered objects, written small.

Source: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams). A structure tree
is thousands of small objects: packed, they cost a tenth of their size.
"""

from __future__ import annotations

import hashlib
import zlib
from struct import pack
from typing import NamedTuple

from ctg_desktop.domain.progress import Progress, silent

_PACK = 200
_LEVEL = 5
"""Of compression: half the time of level 6, in a file 1.5 % larger."""


class Stream(NamedTuple):
    """A stream: the PDF source of its dictionary, and its bytes as they are stored."""

    head: bytes
    content: bytes

    @property
    def source(self) -> bytes:
        """The PDF source of the stream."""
        return b"%b\nstream\n%b\nendstream" % (self.head, self.content)


def _stream(dictionary: str, content: bytes, *, compress: bool) -> Stream:
    if compress:
        content = zlib.compress(content, _LEVEL)
        dictionary += " /Filter /FlateDecode"
    return Stream(f"<< {dictionary} /Length {len(content)} >>".encode("latin-1"), content)


class PdfFile:
    """Numbers objects and writes them to bytes; nothing in it depends on the clock."""

    def __init__(self) -> None:
        self._objects: list[str | Stream] = []

    def reserve(self) -> int:
        """Return a number for an object that comes later, through ``fill``."""
        self._objects.append("null")
        return len(self._objects)

    def fill(self, number: int, source: str) -> None:
        """Give the object of a reserved number its source."""
        self._objects[number - 1] = source

    def add(self, source: str) -> int:
        """Add an object and return its number."""
        self._objects.append(source)
        return len(self._objects)

    def add_stream(self, dictionary: str, content: bytes, *, compress: bool = True) -> int:
        """Add a stream; ``dictionary`` is the source of its entries but length and filter."""
        self._objects.append(_stream(dictionary, content, compress=compress))
        return len(self._objects)

    def write(self, catalog: int, info: int, progress: Progress = silent) -> bytes:
        """Return the bytes of the file.

        Raises:
            Cancelled: By ``progress``, which is told objects.
        """
        return _Writer(self._objects).write(catalog, info, progress)


class _Writer:
    def __init__(self, objects: list[str | Stream]) -> None:
        self._objects = objects
        self._parts: list[bytes] = []
        self._offset = 0
        self._entries: dict[int, bytes] = {}

    def write(self, catalog: int, info: int, progress: Progress) -> bytes:
        self._emit(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        packed: list[tuple[int, bytes]] = []
        for number, thing in enumerate(self._objects, start=1):
            if isinstance(thing, Stream):
                self._emit_object(number, thing.source)
            else:
                packed.append((number, thing.encode("latin-1")))
        number = len(self._objects) + 1
        for start in range(0, len(packed), _PACK):
            progress(start, len(packed))
            self._emit_pack(number, packed[start : start + _PACK])
            number += 1
        self._emit_references(number, catalog, info)
        return b"".join(self._parts)

    def _emit(self, data: bytes) -> None:
        self._parts.append(data)
        self._offset += len(data)

    def _emit_object(self, number: int, source: bytes) -> None:
        self._entries[number] = pack(">BIH", 1, self._offset, 0)
        self._emit(b"%d 0 obj\n%b\nendobj\n" % (number, source))

    def _emit_pack(self, number: int, packed: list[tuple[int, bytes]]) -> None:
        head: list[str] = []
        offset = 0
        for index, (inside, source) in enumerate(packed):
            head.append(f"{inside} {offset}")
            offset += len(source) + 1
            self._entries[inside] = pack(">BIH", 2, number, index)
        start = " ".join(head).encode("ascii") + b"\n"
        content = start + b"\n".join(source for _, source in packed)
        entries = f"/Type /ObjStm /N {len(packed)} /First {len(start)}"
        self._emit_object(number, _stream(entries, content, compress=True).source)

    def _emit_references(self, number: int, catalog: int, info: int) -> None:
        offset = self._offset
        self._entries[number] = pack(">BIH", 1, offset, 0)
        free = pack(">BIH", 0, 0, 0xFFFF)
        table = free + b"".join(self._entries[index] for index in range(1, number + 1))
        digest = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32]
        entries = (
            f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {catalog} 0 R /Info {info} 0 R "
            f"/ID [<{digest}> <{digest}>]"
        )
        stream = _stream(entries, table, compress=True).source
        self._emit(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream, offset))
