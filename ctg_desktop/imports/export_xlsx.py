"""The directory as a workbook. Every cell is text: no formula, and phones keep their zero."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctg_desktop.domain.listing import Listing
from ctg_desktop.files import atomic_write
from ctg_desktop.imports.own_columns import COLUMNS, Column, Names

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SHEET = "Annuaire"
TEXT_FORMAT = "@"
# Excel's limit for one cell; longer text could not be opened.
CELL_LIMIT = 32_767


def write_xlsx(path: Path, listings: Iterable[Listing], names: Names | None = None) -> int:
    """Write listings as a workbook of one sheet, whole or not at all; return how many.

    Args:
        path: The file to write or replace.
        listings: What may leave the program: published, consent applied.
        names: Labels of chapters and leaflets; those the program begins with by default.

    Raises:
        EnvironmentFault: As ``files.atomic_write``.
    """
    from openpyxl import Workbook

    with atomic_write(path) as stream:
        workbook = Workbook(write_only=True)
        sheet: WriteOnlyWorksheet = workbook.create_sheet(SHEET)
        _lay_out(sheet)
        with contextlib.closing(sheet):
            count = _fill(sheet, listings, names or Names())
        workbook.save(stream)
    return count


def _fill(sheet: WriteOnlyWorksheet, listings: Iterable[Listing], names: Names) -> int:
    count = 0
    sheet.append([bold_cell(sheet, column.header) for column in COLUMNS])
    # A row is written as soon as it is appended: the same styled cells serve for each of them.
    cells = [_cell(sheet, column) for column in COLUMNS]
    for listing in listings:
        count += 1
        for cell, column in zip(cells, COLUMNS, strict=True):
            put_text(cell, column.write(listing, names))
        sheet.append(cells)
    return count


def _lay_out(sheet: Any) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "B2"
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width


def bold_cell(sheet: Any, said: str) -> Any:
    """Return the cell of a header."""
    from openpyxl.styles import Font

    cell = text_cell(sheet, wrapped=False)
    put_text(cell, said)
    cell.font = Font(bold=True)
    return cell


def text_cell(sheet: Any, *, wrapped: bool) -> Any:
    """Return a cell that is text whatever it begins with, today and after it is edited."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(sheet, value=None)
    cell.quotePrefix = True
    cell.number_format = TEXT_FORMAT
    cell.alignment = Alignment(vertical="top", wrap_text=wrapped)
    return cell


def put_text(cell: Any, text: str) -> None:
    """Let a cell say a text."""
    from openpyxl.utils.escape import escape

    cell.value = escape(text)[:CELL_LIMIT] or None
    if text:
        cell.data_type = "s"


def _cell(sheet: Any, column: Column) -> Any:
    return text_cell(sheet, wrapped=column.wrapped)
