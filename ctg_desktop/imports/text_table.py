"""A table of texts as a workbook, an OpenDocument sheet or CSV; no cell is ever a formula.

Sources: ECMA-376 (xlsx, by openpyxl); OASIS OpenDocument 1.3, part 3 (ods); OWASP, "CSV
Injection".
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from ctg_desktop.files import atomic_write
from ctg_desktop.imports.export_csv import SEPARATOR
from ctg_desktop.imports.export_xlsx import bold_cell, put_text, text_cell
from ctg_desktop.imports.spreadsheet.cells import guarded

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Of the parts of the file: the same table gives the same bytes."""
_WIDTH = 24


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table.

    Attributes:
        name: Of the sheet.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def write_table(path: Path, ending: str, table: TextTable) -> None:
    """Write a table, whole or not at all.

    Args:
        path: The file to write or replace.
        ending: ``xlsx``, ``ods`` or ``csv``.
        table: What to write.

    Raises:
        EnvironmentFault: As ``files.atomic_write``.
    """
    with atomic_write(path) as stream:
        _WRITERS[ending](stream, table)


def _csv(stream: BinaryIO, table: TextTable) -> None:
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([guarded(cell) for cell in row])
    text.detach()


def _xlsx(stream: BinaryIO, table: TextTable) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number in range(1, len(table.header) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTH
    sheet.append([bold_cell(sheet, one) for one in table.header])
    cells = [text_cell(sheet, wrapped=True) for _ in table.header]
    for row in table.rows:
        for cell, said in zip(cells, row, strict=True):
            put_text(cell, said)
        sheet.append(cells)
    sheet.close()
    workbook.save(stream)


def _ods(stream: BinaryIO, table: TextTable) -> None:
    parts = {
        "mimetype": _MIMETYPE,
        "META-INF/manifest.xml": _manifest(),
        "content.xml": "".join(_content(table)),
    }
    with zipfile.ZipFile(stream, "w") as archive:
        for name, said in parts.items():
            part = zipfile.ZipInfo(name, _MOMENT)
            # The mimetype comes first and in clear, so that the file is known by its beginning.
            plain = name == "mimetype"
            part.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(part, said.encode())


def _manifest() -> str:
    entries = (("/", _MIMETYPE), ("content.xml", "text/xml"))
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
        f'xmlns:manifest="{_NAMESPACE}:manifest:1.0">{files}</manifest:manifest>'
    )


def _content(table: TextTable) -> Iterator[str]:
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
        f'xmlns:office="{_NAMESPACE}:office:1.0" xmlns:table="{_NAMESPACE}:table:1.0" '
        f'xmlns:text="{_NAMESPACE}:text:1.0"><office:body><office:spreadsheet>'
        f"<table:table table:name={quoteattr(table.name)}>"
        f'<table:table-column table:number-columns-repeated="{len(table.header)}"/>'
    )
    for row in (table.header, *table.rows):
        yield f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _cell(said: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in said.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


_WRITERS: dict[str, Callable[[BinaryIO, TextTable], None]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "ods": _ods,
}
