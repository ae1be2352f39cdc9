"""How many cells a sheet would take in memory, found before a library lays it out.

A sheet of two cells, in the first and the last corner, spans seventeen thousand million cells; an
OpenDocument cell may say that it repeats a million times. Only cells that hold something count.
"""

from __future__ import annotations

import re
from typing import Protocol

_XLSX_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_XLSX_REFERENCE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_ODS_TAG = re.compile(
    rb"<(/?)(?:\w+:)?(covered-table-cell|table-cell|table-row|table)(?=[\s/>])([^<>]*)>"
)
_ODS_REPEATED = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["']([0-9]{1,9})["']""")


class Extent(Protocol):
    """Measures a sheet from pieces of its XML, each ending at the end of a tag."""

    @property
    def cells(self) -> int:
        """Cells of the rectangle that holds what was read so far."""

    def read(self, piece: bytes) -> None:
        """Measure one more piece."""


class XlsxExtent:
    """Measures a worksheet of Office Open XML."""

    def __init__(self) -> None:
        self._row = 0
        self._column = 0
        self._widest = 0
        self._tallest = 0

    @property
    def cells(self) -> int:
        """Cells of the rectangle that holds what was read so far."""
        return self._widest * self._tallest

    def read(self, piece: bytes) -> None:
        """Measure one more piece."""
        for tag, attributes in _XLSX_TAG.findall(piece):
            found = _XLSX_REFERENCE.search(attributes)
            if tag == b"row":
                self._row = int(found.group(2)) if found else self._row + 1
                self._column = 0
                continue
            self._column += 1
            if found:
                self._column, self._row = _column(found.group(1)), int(found.group(2))
            if not attributes.endswith(b"/"):
                self._widest = max(self._widest, self._column)
                self._tallest = max(self._tallest, self._row)


class OdsExtent:
    """Measures the largest table of an OpenDocument spreadsheet."""

    def __init__(self) -> None:
        self._largest = 0
        self._rows = 0
        self._tallest = 0
        self._widest = 0
        self._repeated_rows = 1
        self._columns = 0
        self._width = 0

    @property
    def cells(self) -> int:
        """Cells of the rectangle that holds what was read so far of the largest table."""
        return max(self._largest, self._widest * (self._rows + self._repeated_rows))

    def read(self, piece: bytes) -> None:
        """Measure one more piece."""
        for closing, tag, attributes in _ODS_TAG.findall(piece):
            if tag == b"table":
                self._largest = max(self._largest, self._widest * self._tallest)
                self._rows = self._tallest = self._widest = 0
                self._repeated_rows = 1
            elif tag == b"table-row":
                self._row(closing, attributes)
            elif not closing:
                self._cell(attributes)

    def _row(self, closing: bytes, attributes: bytes) -> None:
        if not closing:
            self._repeated_rows, self._columns, self._width = _repeated(attributes), 0, 0
        if closing or attributes.endswith(b"/"):
            self._rows += self._repeated_rows
            self._repeated_rows = 0
            if self._width:
                self._tallest = self._rows
                self._widest = max(self._widest, self._width)

    def _cell(self, attributes: bytes) -> None:
        self._columns += _repeated(attributes)
        if not attributes.endswith(b"/"):
            self._width = self._columns
            self._widest = max(self._widest, self._width)


def _repeated(attributes: bytes) -> int:
    found = _ODS_REPEATED.search(attributes)
    return int(found.group(1)) if found else 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
