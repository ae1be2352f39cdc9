"""Directories kept in spreadsheets: xlsx, ods, xls, csv, pasted cells."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.domain.column_mapping import SheetPreview
from ctg_desktop.errors import UserError
from ctg_desktop.imports import encoding, source
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.spreadsheet import workbook
from ctg_desktop.imports.spreadsheet.proposal import has_names, is_certain, propose_mapping
from ctg_desktop.imports.spreadsheet.reader import FORMAT, SpreadsheetFile
from ctg_desktop.imports.spreadsheet.tables import Headed, PastedTable, TextTable, headed

SAMPLE_ROWS = 20

__all__ = [
    "FORMAT",
    "headers_of",
    "is_workbook",
    "open_spreadsheet",
    "paste",
    "preview",
    "preview_pasted",
]


def is_workbook(path: Path) -> bool:
    """Tell whether a file begins like a workbook rather than like text."""
    return source.head_of(path, 8).startswith((workbook.ZIP_MARK, workbook.COMPOUND_MARK))


def headers_of(path: Path) -> tuple[str, ...]:
    """Return the headers of the sheet that would be read, or nothing for a file that is none.

    What is wrong with the file, if anything, is for ``open_spreadsheet`` to say.
    """
    try:
        return _table(path)[0].headers
    except UserError:
        return ()


def open_spreadsheet(path: Path, context: ReadingContext) -> SpreadsheetFile:
    """Return a spreadsheet ready to be read with the mapping of the context, or a proposed one.

    Raises:
        UserError: ``mapping-needed`` when no mapping is given and no header says where the names
            are: a person must look at ``preview``. Faults of the file as for ``preview``.
    """
    return _mapped(_table(path, remembered=_sheet_of(context))[0], context)


def paste(text: str, context: ReadingContext) -> SpreadsheetFile:
    """Return cells copied from a spreadsheet, ready to be read.

    Raises:
        UserError: ``file-empty``, ``mapping-needed``.
    """
    return _mapped(headed(PastedTable(text)), context)


def preview(path: Path, context: ReadingContext, sheet: str = "") -> SheetPreview:
    """Return the top of a spreadsheet with the mapping of the context, or a proposed one.

    Args:
        path: The file.
        context: Whose ``mapping`` is the one remembered for these headers, if any.
        sheet: Name of the sheet; empty for the mapping's, or the first one with rows.

    Raises:
        UserError: ``file-missing``, ``file-empty``, ``file-damaged``, ``file-format-unknown``,
            ``file-too-large``, ``file-unsafe``, ``file-protected``, ``sheet-unknown``.
        EnvironmentFault: ``file-unreadable``.
    """
    table, sheets, chosen = _table(path, sheet, remembered=_sheet_of(context))
    return _preview(table, context, path.name, sheets, chosen)


def preview_pasted(text: str, context: ReadingContext) -> SheetPreview:
    """Return the top of pasted cells likewise.

    Raises:
        UserError: ``file-empty``.
    """
    return _preview(headed(PastedTable(text)), context, "", (), "")


def _table(
    path: Path, sheet: str = "", *, remembered: str = ""
) -> tuple[Headed, tuple[str, ...], str]:
    if is_workbook(path):
        book = workbook.open_workbook(path, sheet, preferred=remembered)
        return headed(book.table), book.sheets, book.sheet
    return headed(TextTable(path, encoding.detect(path))), (), ""


def _sheet_of(context: ReadingContext) -> str:
    return context.mapping.sheet if context.mapping else ""


def _mapped(table: Headed, context: ReadingContext) -> SpreadsheetFile:
    mapping = context.mapping or propose_mapping(table.headers, table.samples(SAMPLE_ROWS))
    usable = has_names(mapping.columns) if context.mapping else is_certain(mapping)
    if not usable:
        raise UserError("mapping-needed", name=table.table.name)
    return SpreadsheetFile(table, mapping, context)


def _preview(
    table: Headed, context: ReadingContext, name: str, sheets: tuple[str, ...], sheet: str
) -> SheetPreview:
    samples = table.samples(SAMPLE_ROWS)
    mapping = context.mapping or propose_mapping(table.headers, samples)
    return SheetPreview(name, sheets, sheet, table.headers, samples, mapping)
