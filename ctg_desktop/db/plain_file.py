"""Tells a database that anyone can read from an encrypted one, without opening it."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db.faults import machine_faults

_HEADER = b"SQLite format 3\x00"


def is_plain(file: Path) -> bool:
    """Tell whether a file is a database that anyone can read.

    Raises:
        EnvironmentFault: ``vault-unreadable``, ``vault-read-only``.
    """
    with machine_faults(), file.open("rb") as stream:
        return stream.read(len(_HEADER)) == _HEADER
