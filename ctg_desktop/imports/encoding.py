"""Delimited text of unknown encoding and separator, read as a stream.

Public files come as UTF-8 with or without a byte order mark, as Windows-1252 (``cp1252``), and now
and then as both: a file put together from two, or cut in the middle of a letter. Bytes that do not
fit are carried through as lone surrogates (PEP 383) and mended where a row is used.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.imports import source

SEPARATORS = (";", ",", "\t", "|")
SAMPLE = 1 << 16
SAMPLE_ROWS = 25
LONGEST_LINE = 1_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_STRAY = re.compile("[\udc80-\udcff]")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How a delimited text is written.

    Attributes:
        encoding: ``utf-8-sig``, ``utf-16`` or ``cp1252``, for ``open``.
        separator: One of ``SEPARATORS``.
        announced: Whether the first line is Excel's ``sep=;`` rather than a row.
    """

    encoding: str
    separator: str
    announced: bool = False


def detect(path: Path) -> TextFormat:
    """Find the encoding and the separator of a text file from its bytes.

    The first letters outside ASCII decide, wherever they are; no more is read than that takes.

    Raises:
        UserError: ``file-missing``, ``file-empty``, ``file-format-unknown`` when it is no text.
        EnvironmentFault: ``file-unreadable``.
    """
    source.size_of(path)
    head = source.head_of(path, SAMPLE)
    encoding = _encoding_by_mark(head) or _encoding_by_letters(path)
    if encoding != "utf-16" and _looks_binary(head):
        raise UserError("file-format-unknown", name=path.name)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    if not text.strip():
        raise UserError("file-empty", name=path.name)
    announced = _SEPARATOR_LINE.match(text)
    if announced and announced.group(1) in SEPARATORS:
        return TextFormat(encoding, announced.group(1), announced=True)
    return TextFormat(encoding, separator_of(text, complete=len(head) < SAMPLE))


def rows(path: Path, form: TextFormat, progress: Progress) -> Iterator[list[str] | None]:
    """Read the rows of a delimited text one by one, headers included.

    Line breaks inside quoted cells stay. A row that cannot be read, because a quote was never
    closed or a cell is larger than 128 KiB, comes as ``None`` and reading goes on after it.

    Raises:
        EnvironmentFault: ``file-unreadable`` when the disk fails on the way.
        Cancelled: The progress callback says so.
    """
    errors = "replace" if form.encoding == "utf-16" else "surrogateescape"
    with source.reading(path):
        buffered = io.BufferedReader(source.CountingReader(path, progress), source.REPORT_EVERY)
        with io.TextIOWrapper(buffered, form.encoding, errors=errors, newline="") as text:
            if form.announced:
                text.readline()
            yield from parsed(_lines(text), form.separator)


def parsed(text: Iterable[str], separator: str) -> Iterator[list[str] | None]:
    """Split lines into rows of cells; blank lines are left out, unreadable rows are ``None``."""
    reader = csv.reader(text, delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield None
            continue
        if row:
            yield row


def separator_of(text: str, *, complete: bool = True) -> str:
    """Return the separator under which the first rows have the most even number of cells.

    Args:
        text: Beginning of a file.
        complete: Whether the text ends where the file ends; otherwise its last line is left out.
    """
    scores = {one: _evenness(text, one, complete=complete) for one in SEPARATORS}
    return max(SEPARATORS, key=lambda one: scores[one])


def is_stray(text: str) -> bool:
    """Tell whether a text carries bytes that did not fit the encoding of the file."""
    return not text.isascii() and _STRAY.search(text) is not None


def mend(text: str) -> str:
    """Read the bytes that did not fit the encoding as cp1252; drop those it leaves undefined."""
    return _STRAY.sub(_as_cp1252, text)


def _encoding_by_mark(head: bytes) -> str:
    return next((name for mark, name in _BOMS if head.startswith(mark)), "")


def _encoding_by_letters(path: Path) -> str:
    with source.reading(path), path.open("rb") as stream:
        while (chunk := stream.read(source.CHUNK)) and chunk.isascii():
            pass
        more = stream.read(SAMPLE)
    # A letter cut where reading stopped says nothing.
    certain = chunk + (more if len(more) < SAMPLE else more[:-3])
    valid = sum(map(len, _MULTIBYTE.findall(chunk + more)))
    stray = len(_HIGH.findall(certain)) - valid
    return "cp1252" if stray * 4 > valid else "utf-8-sig"


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Read lines, cutting those of more than a million characters: memory stays bounded."""
    while line := text.readline(LONGEST_LINE):
        yield line


def _looks_binary(head: bytes) -> bool:
    return len(_CONTROLS.findall(head)) * 30 > len(head)


def _evenness(text: str, separator: str, *, complete: bool) -> tuple[float, int]:
    lines = text.splitlines(keepends=True)
    sample = lines if complete or len(lines) < 2 else lines[:-1]
    found = [
        len(row)
        for row, _ in zip(parsed(iter(sample), separator), range(SAMPLE_ROWS), strict=False)
        if row
    ]
    widest = max(found, default=1)
    if widest < 2:
        return (0.0, 1)
    usual = max(set(found), key=found.count)
    return (found.count(usual) / len(found) if usual > 1 else 0.0, usual)


def _as_cp1252(match: re.Match[str]) -> str:
    return bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "ignore")
