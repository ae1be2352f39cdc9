"""Workbooks: xlsx, ods and the older xls, read by calamine after their archive was checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.errors import UserError
from ctg_desktop.imports import source
from ctg_desktop.imports.spreadsheet import archive
from ctg_desktop.imports.spreadsheet.tables import SheetTable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP_MARK = b"PK\x03\x04"
# Compound file binary format: xls, but also doc, and any Office file with a password.
COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_XLS = 50_000_000


@dataclass(frozen=True, slots=True)
class Workbook:
    """The visible sheets of a workbook.

    Attributes:
        sheets: Their names, in order.
        table: The sheet that was asked for, or the first one with rows.
    """

    sheets: tuple[str, ...]
    table: SheetTable
    sheet: str


def open_workbook(path: Path, sheet: str = "", *, preferred: str = "") -> Workbook:
    """Read one sheet of a workbook.

    Args:
        path: The file.
        sheet: Name of a visible sheet; empty for the first one with rows.
        preferred: Name of the sheet to try first when none is asked for, if it is there.

    Raises:
        UserError: ``file-damaged``, ``file-empty``, ``file-too-large``, ``file-unsafe``,
            ``file-protected`` (password), ``file-format-unknown``, ``sheet-unknown``.
        EnvironmentFault: ``file-unreadable``.
    """
    if source.head_of(path, 8) == COMPOUND_MARK:
        if source.size_of(path) > LARGEST_XLS:
            raise UserError("file-too-large", name=path.name)
    else:
        archive.workbook_kind(path)
    return _read(path, sheet, preferred)


def _read(path: Path, sheet: str, preferred: str) -> Workbook:
    import python_calamine as calamine

    try:
        with source.reading(path), calamine.CalamineWorkbook.from_path(path) as workbook:
            return _chosen(workbook, path, sheet, preferred)
    except calamine.PasswordError as error:
        raise UserError("file-protected", name=path.name) from error
    except calamine.CalamineError as error:
        raise UserError("file-damaged", name=path.name) from error


def _chosen(workbook: CalamineWorkbook, path: Path, sheet: str, preferred: str) -> Workbook:
    names = _visible(workbook)
    if sheet and sheet not in names:
        raise UserError("sheet-unknown", name=path.name, sheet=sheet)
    in_order = sorted(names, key=lambda name: name != preferred)
    for name in [sheet] if sheet else in_order:
        content = workbook.get_sheet_by_name(name).to_python(skip_empty_area=True)
        if content or sheet:
            rows = tuple(tuple(row) for row in content)
            return Workbook(names, SheetTable(path.name, rows), name)
    raise UserError("file-empty", name=path.name)


def _visible(workbook: CalamineWorkbook) -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return tuple(
        one.name
        for one in workbook.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    )
