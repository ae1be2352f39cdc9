"""A PDF file on ReportLab's object model, written small.

Source: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams). A structure tree
is thousands of small objects: packed, they cost a tenth of their size.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from struct import pack

from reportlab.pdfbase import pdfdoc

PDF_VERSION = (1, 7)
_PACK = 200
_LEVEL = 6


class Raw(pdfdoc.PDFObject):
    """An object whose PDF source is written by us."""

    def __init__(self) -> None:
        self.source = b"null"

    def format(self, _document: object) -> bytes:
        """Return the source."""
        return self.source


class PdfFile:
    """Numbers objects and writes them to bytes; nothing in it depends on the clock."""

    def __init__(self, language: str) -> None:
        self._document = pdfdoc.PDFDocument(
            invariant=1, lang=language, pdfVersion=PDF_VERSION, compression=1
        )
        self._waiting: dict[int, Raw] = {}

    def reserve(self) -> int:
        """Return a number for an object that comes later, through ``fill``."""
        late = Raw()
        number = self._register(late)
        self._waiting[number] = late
        return number

    def fill(self, number: int, source: str) -> None:
        """Give the object of a reserved number its source."""
        self._waiting.pop(number).source = source.encode("latin-1")

    def add(self, source: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.fill(number, source)
        return number

    def add_stream(self, dictionary: str, content: bytes, *, compress: bool = True) -> int:
        """Add a stream; ``dictionary`` is the source of its entries but length and filter."""
        return self._register(Stream(dictionary, content, compress=compress))

    def write(self, catalog: int, info: int) -> bytes:
        """Return the bytes of the file."""
        return _Writer(self._document).write(catalog, info)

    def _register(self, thing: Raw | Stream) -> int:
        register: Callable[[pdfdoc.PDFObject], object] = self._document.Reference
        register(thing)
        number: int = self._document.objectcounter
        return number


class Stream(pdfdoc.PDFObject):
    """A stream with its dictionary."""

    __RefOnly__ = 1

    def __init__(self, dictionary: str, content: bytes, *, compress: bool) -> None:
        if compress:
            content = zlib.compress(content, _LEVEL)
            dictionary += " /Filter /FlateDecode"
        self.head = f"<< {dictionary} /Length {len(content)} >>\nstream\n".encode("latin-1")
        self.content = content

    def format(self, _document: object) -> bytes:
        """Return the PDF source of the stream."""
        return self.head + self.content + b"\nendstream"


class _Writer:
    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._parts: list[bytes] = []
        self._offset = 0
        self._entries: dict[int, bytes] = {}

    def write(self, catalog: int, info: int) -> bytes:
        self._emit(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        packed: list[tuple[int, bytes]] = []
        number = 1
        document = self._document
        while number in document.numberToId:
            target = document.idToObject[document.numberToId[number]]
            source = pdfdoc.format(target, document, toplevel=1)
            if isinstance(target, Stream | pdfdoc.PDFStream):
                self._emit_object(number, source)
            else:
                packed.append((number, source))
            number += 1
        for start in range(0, len(packed), _PACK):
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
        stream = Stream(entries, content, compress=True)
        self._emit_object(number, stream.format(None))

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
        stream = Stream(entries, table, compress=True).format(None)
        self._emit(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream, offset))
