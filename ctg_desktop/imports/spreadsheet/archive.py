"""What a workbook must be before it is unpacked: a ZIP archive can hide gigabytes."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ctg_desktop.errors import UserError
from ctg_desktop.imports import source
from ctg_desktop.imports.spreadsheet.extent import Extent, OdsExtent, XlsxExtent

MEMBERS = 2_000
UNPACKED = 300_000_000
RATIO = 300
RATIO_FROM = 5_000_000
CELLS = 5_000_000

_CHUNK = 1 << 18
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def workbook_kind(path: Path) -> str:
    """Return ``xlsx`` or ``ods`` for a workbook that is safe to unpack.

    Every member is unpacked once, in pieces, so that sizes are those of the content and not those
    that the archive claims.

    Raises:
        UserError: ``file-damaged``; ``file-format-unknown`` for another kind of archive;
            ``file-too-large`` for one that unpacks to more than these computers can hold;
            ``file-unsafe`` for one that declares XML entities.
        EnvironmentFault: ``file-unreadable``.
    """
    try:
        with source.reading(path), zipfile.ZipFile(path) as archive:
            kind = _kind(archive, path)
            _check_sizes(archive, path)
            for member in archive.infolist():
                _check_content(archive, member, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        # RuntimeError: a member is encrypted; NotImplementedError: an unknown compression.
        raise UserError("file-damaged", name=path.name) from error
    return kind


def _kind(archive: zipfile.ZipFile, path: Path) -> str:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names and _is_ods(archive):
        return "ods"
    raise UserError("file-format-unknown", name=path.name)


def _is_ods(archive: zipfile.ZipFile) -> bool:
    with archive.open("mimetype") as stream:
        return b"opendocument.spreadsheet" in stream.read(200)


def _check_sizes(archive: zipfile.ZipFile, path: Path) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    stuffed = any(
        member.file_size > RATIO_FROM and member.file_size > RATIO * member.compress_size
        for member in members
    )
    if len(members) > MEMBERS or unpacked > UNPACKED or stuffed:
        raise UserError("file-too-large", name=path.name)


def _check_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Unpack one member; refuse entities, and sheets that span more cells than memory holds."""
    is_xml = member.filename.lower().endswith((".xml", ".rels"))
    extent = _extent_of(member.filename)
    for piece in _pieces(archive, member):
        if is_xml and _ENTITY.search(piece):
            raise UserError("file-unsafe", name=path.name)
        if extent is not None:
            extent.read(piece)
            if extent.cells > CELLS:
                raise UserError("file-too-large", name=path.name)


def _extent_of(name: str) -> Extent | None:
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        return XlsxExtent()
    return OdsExtent() if name == "content.xml" else None


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the content in pieces that end where a tag ends, so that none is cut in two."""
    with archive.open(member) as stream:
        rest = b""
        while chunk := stream.read(_CHUNK):
            whole, mark, rest = (rest + chunk).rpartition(b">")
            rest = rest[-_CHUNK:]
            yield whole + mark
        yield rest
