"""Tells the machine's faults from ours, by SQLite's result codes (https://sqlite.org/rescode.html)."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import disk_usage

from sqlcipher3 import dbapi2 as sqlcipher

from ctg_desktop.errors import EnvironmentFault

PRIMARY_MASK = 0xFF

_ROOM = 1 << 16

# NOTADB is also what a wrong key gives; keys come from a keyring, which has proved them.
_CODES: dict[int, str] = {
    sqlcipher.SQLITE_FULL: "disk-full",
    sqlcipher.SQLITE_CORRUPT: "vault-damaged",
    sqlcipher.SQLITE_NOTADB: "vault-damaged",
    sqlcipher.SQLITE_READONLY: "vault-read-only",
    sqlcipher.SQLITE_IOERR: "vault-unreadable",
    sqlcipher.SQLITE_CANTOPEN: "vault-unreadable",
    sqlcipher.SQLITE_PERM: "vault-unreadable",
    sqlcipher.SQLITE_AUTH: "vault-unreadable",
    sqlcipher.SQLITE_PROTOCOL: "vault-busy",
    sqlcipher.SQLITE_BUSY: "vault-busy",
    sqlcipher.SQLITE_LOCKED: "vault-busy",
}

# Copying a database whole, the driver gives the words only, or the code of any error of SQL.
_WORDS: dict[str, int] = {
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
    "file is not a database": sqlcipher.SQLITE_NOTADB,
    "attempt to write a readonly database": sqlcipher.SQLITE_READONLY,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "unable to open database file": sqlcipher.SQLITE_CANTOPEN,
    "database is locked": sqlcipher.SQLITE_BUSY,
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
    if not isinstance(error, sqlcipher.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code in (None, sqlcipher.SQLITE_ERROR):
        code = _WORDS.get(str(error))
    if code is None:
        return None
    name = _CODES.get(code & PRIMARY_MASK)
    return EnvironmentFault(name, sqlite=getattr(error, "sqlite_errorname", "")) if name else None


def refined(fault: EnvironmentFault, file: Path, *, writes: bool) -> EnvironmentFault:
    """Say more of an error of the disk, of which the driver gives the primary code only.

    Args:
        fault: As ``fault_of`` found it.
        file: The database.
        writes: Whether something was being written.
    """
    if fault.code != "vault-unreadable":
        return fault
    with suppress(OSError):
        # The index of the write-ahead log is a small file that only grows.
        if disk_usage(file.parent).free < _ROOM:
            return EnvironmentFault("disk-full", sqlite=fault.params.get("sqlite"))
    if writes:
        return EnvironmentFault("vault-unwritable", sqlite=fault.params.get("sqlite"))
    return fault


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
    except sqlcipher.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
