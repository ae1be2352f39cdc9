"""The directory as delimited text that French spreadsheet programs open by a double click.

UTF-8 with a byte order mark, semicolons, CRLF. A cell that begins like a formula (``=``, ``+``,
``-``, ``@``) is written with an apostrophe before, as OWASP advises ("CSV Injection"); reading the
file back takes exactly that apostrophe away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from ctg_desktop.domain.listing import Listing
from ctg_desktop.files import atomic_write
from ctg_desktop.imports.own_columns import COLUMNS, Names
from ctg_desktop.imports.spreadsheet.cells import guarded

SEPARATOR = ";"


def write_csv(path: Path, listings: Iterable[Listing], names: Names | None = None) -> int:
    """Write listings, whole or not at all; return how many.

    Args:
        path: The file to write or replace.
        listings: What may leave the program: published, consent applied.
        names: Labels of chapters and leaflets; those the program begins with by default.

    Raises:
        EnvironmentFault: As ``files.atomic_write``.
    """
    labels = names or Names()
    count = 0
    with atomic_write(path) as stream:
        text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
        writer.writerow([column.header for column in COLUMNS])
        for listing in listings:
            count += 1
            writer.writerow([guarded(column.write(listing, labels)) for column in COLUMNS])
        text.detach()
    return count
