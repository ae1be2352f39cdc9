"""The rows of a spreadsheet, wherever they come from, under their headers."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports import encoding
from ctg_desktop.imports.encoding import TextFormat
from ctg_desktop.imports.spreadsheet import cells
from ctg_desktop.imports.spreadsheet.header_row import header_row

TOP_ROWS = 30

Row = list[str]


class Table(Protocol):
    """Rows of cells that can be read again and again."""

    @property
    def name(self) -> str:
        """Name of the file, to tell a person."""

    def rows(self, progress: Progress) -> Iterator[Row | None]:
        """Read all rows from the first, headers included; ``None`` for one that cannot be read."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A delimited text file."""

    path: Path
    form: TextFormat

    @property
    def name(self) -> str:
        """Name of the file."""
        return self.path.name

    def rows(self, progress: Progress) -> Iterator[Row | None]:
        """Read the file as a stream."""
        for row in encoding.rows(self.path, self.form, progress):
            yield None if row is None else [cells.unguarded(one) for one in row]


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Cells copied from a spreadsheet: tabs between cells, a line a row."""

    text: str

    @property
    def name(self) -> str:
        """Nothing: there is no file."""
        return ""

    def rows(self, progress: Progress) -> Iterator[Row | None]:
        """Read the pasted text."""
        separator = "\t" if "\t" in self.text else encoding.separator_of(self.text)
        lines = io.StringIO(self.text, newline="")
        for number, row in enumerate(encoding.parsed(lines, separator), 1):
            progress(number, 0)
            yield row


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook, already unpacked."""

    name: str
    content: tuple[tuple[object, ...], ...]

    def rows(self, progress: Progress) -> Iterator[Row | None]:
        """Give the rows that hold something."""
        total = len(self.content)
        for number, row in enumerate(self.content, 1):
            progress(number, total)
            texts = [cells.text_of(one) for one in row]
            if any(one.strip() for one in texts):
                yield texts


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose headers were found.

    Attributes:
        headers: One for each column of the widest of the first rows; empty where there is none.
        before: How many rows come before the first row of data.
    """

    table: Table
    headers: tuple[str, ...]
    before: int

    def data(self, progress: Progress) -> Iterator[Row | None]:
        """Read the rows of data."""
        return islice(self.table.rows(progress), self.before, None)

    def samples(self, count: int) -> tuple[tuple[str, ...], ...]:
        """Return the first rows of data, as wide as the headers."""
        rows = islice((row for row in self.data(silent) if row), count)
        width = len(self.headers)
        return tuple(tuple((row + [""] * width)[:width]) for row in rows)


def headed(table: Table) -> Headed:
    """Find the headers of a table.

    Raises:
        UserError: ``file-empty`` when no cell holds anything.
    """
    top = [row or [] for row in islice(table.rows(silent), TOP_ROWS)]
    if not any(one.strip() for row in top for one in row):
        raise UserError("file-empty", name=table.name)
    index = header_row(top)
    width = max(len(row) for row in top[max(index, 0) :])
    names: Sequence[str] = top[index] if index >= 0 else ()
    headers = [cells.cleaned(one).replace("\n", " ") for one in names]
    return Headed(table, tuple(headers + [""] * (width - len(headers))), index + 1)
