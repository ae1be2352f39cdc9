"""Tells the machine's faults from ours, by SQLite's result codes (https://sqlite.org/rescode.html)."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ctg_desktop.errors import EnvironmentFault

PRIMARY_MASK = 0xFF

_CODES: dict[int, str] = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_CORRUPT: "vault-damaged",
    sqlite3.SQLITE_NOTADB: "vault-damaged",
    sqlite3.SQLITE_READONLY: "vault-read-only",
    sqlite3.SQLITE_IOERR: "vault-unreadable",
    sqlite3.SQLITE_CANTOPEN: "vault-unreadable",
    sqlite3.SQLITE_PERM: "vault-unreadable",
    sqlite3.SQLITE_AUTH: "vault-unreadable",
    sqlite3.SQLITE_PROTOCOL: "vault-busy",
    sqlite3.SQLITE_BUSY: "vault-busy",
    sqlite3.SQLITE_LOCKED: "vault-busy",
}

# The index of the write-ahead log is a small file that only grows: no room is why it cannot.
_EXTENDED: dict[int, str] = {
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk-full",
    sqlite3.SQLITE_IOERR_CORRUPTFS: "vault-damaged",
    sqlite3.SQLITE_IOERR_WRITE: "vault-unwritable",
    sqlite3.SQLITE_IOERR_FSYNC: "vault-unwritable",
    sqlite3.SQLITE_IOERR_DIR_FSYNC: "vault-unwritable",
    sqlite3.SQLITE_IOERR_TRUNCATE: "vault-unwritable",
}

_LOST = frozenset({"vault-unreadable", "vault-unwritable", "vault-damaged", "disk-full"})

_ERRNO: dict[int, str] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "vault-read-only",
    errno.EACCES: "vault-read-only",
    errno.EPERM: "vault-read-only",
}


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """Return the machine's fault that an exception of SQLite stands for, or ``None``: our bug."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    name = _EXTENDED.get(code) or _CODES.get(code & PRIMARY_MASK)
    return EnvironmentFault(name, sqlite=getattr(error, "sqlite_errorname", "")) if name else None


def needs_reopening(fault: EnvironmentFault) -> bool:
    """Tell whether connections opened before this fault must not be trusted any more."""
    return fault.code in _LOST


@contextmanager
def machine_faults() -> Iterator[None]:
    """Turn errors of files and of bare SQLite connections into the machine's faults.

    Raises:
        EnvironmentFault: ``disk-full``, ``vault-damaged``, ``vault-read-only``,
            ``vault-unreadable``, ``vault-unwritable``, ``vault-busy``.
    """
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(_ERRNO.get(error.errno or 0, "vault-unreadable")) from error
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
