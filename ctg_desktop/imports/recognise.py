"""What a foreign file is: by its structure and its headers, never by its extension alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from ctg_desktop.domain.import_plan import ForeignFile
from ctg_desktop.domain.progress import silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports import dila, encoding, rna, source, spreadsheet
from ctg_desktop.imports.context import ReadingContext

_BOM = b"\xef\xbb\xbf"
_OTHER_TEXTS = (b"BEGIN:V", b"%PDF", b"<?xml", b"<!doctype", b"<html", b"{\\rtf")
# Establishments of SIRENE, among them persons who refused to be listed; communes of the COG.
_NOT_DIRECTORIES = (
    frozenset({"siret", "statutdiffusionetablissement"}),
    frozenset({"typecom", "com", "libelle"}),
)


def recognise(path: Path, *, format: str | None = None, context: ReadingContext) -> ForeignFile:  # noqa: A002  # the word of the command line
    """Say what a file is, ready to be read for a commune.

    Args:
        path: The file.
        format: ``rna``, ``dila`` or ``spreadsheet`` when a person knows; then nothing else is
            tried.
        context: The commune, its chapters, and the mapping of columns if one is remembered.

    Raises:
        UserError: ``file-missing``, ``file-empty``, ``file-format-unknown``, ``file-damaged``,
            ``file-too-large``, ``file-unsafe``, ``file-protected``, ``mapping-needed``.
        EnvironmentFault: ``file-unreadable``.
    """
    source.size_of(path)
    if format is None:
        return _guessed(path, context)
    reader = _READERS.get(format)
    found = reader(path, context) if reader else None
    if found is None:
        raise UserError("file-format-unknown", name=path.name, format=format)
    return found


def _guessed(path: Path, context: ReadingContext) -> ForeignFile:
    if spreadsheet.is_workbook(path):
        return spreadsheet.open_spreadsheet(path, context)
    head = source.head_of(path, 512).removeprefix(_BOM).lstrip()
    if _is_json(path):
        found: ForeignFile | None = _dila(path, context)
    elif head.lower().startswith(tuple(one.lower() for one in _OTHER_TEXTS)):
        found = None
    else:
        found = _rna(path, context) or _spreadsheet(path, context)
    if found is None:
        raise UserError("file-format-unknown", name=path.name)
    return found


def _is_json(path: Path) -> bool:
    head = source.head_of(path, 512).removeprefix(_BOM).lstrip()
    return head.startswith((b"{", b"[")) and not head.startswith(b"{\\rtf")


def _rna(path: Path, context: ReadingContext) -> ForeignFile | None:
    form = encoding.detect(path)
    first = next(islice(encoding.rows(path, form, silent), 1), None) or []
    return rna.RnaFile(path, form, context) if rna.is_rna(first) else None


def _dila(path: Path, context: ReadingContext) -> ForeignFile | None:
    head = source.head_of(path, dila.HEAD)
    services = dila.services_path(head, complete=len(head) < dila.HEAD, name=path.name)
    return dila.DilaFile(path, services, context) if services else None


def _spreadsheet(path: Path, context: ReadingContext) -> ForeignFile | None:
    headers = {one.lower() for one in spreadsheet.headers_of(path)}
    if any(headers >= other for other in _NOT_DIRECTORIES):
        return None
    return spreadsheet.open_spreadsheet(path, context)


_READERS: dict[str, Callable[[Path, ReadingContext], ForeignFile | None]] = {
    rna.FORMAT: _rna,
    dila.FORMAT: _dila,
    spreadsheet.FORMAT: _spreadsheet,
}
