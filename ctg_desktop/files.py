"""The one way in which a file is replaced: the old one or the complete new one, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ctg_desktop.errors import CtgError, EnvironmentFault, UserError

TEMPORARY_PREFIX = ".ctg-"
TEMPORARY_SUFFIX = ".tmp"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IMPOSSIBLE = {errno.ENAMETOOLONG, errno.EILSEQ}
# On Windows a virus scanner or an indexer may hold a fresh file for a moment.
_PATIENCE = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()


@contextlib.contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file beside ``path``, which takes its place when the block ends well.

    The content is on the disk (``fsync``) before the name changes. When anything is raised, the
    old file stays as it was and the temporary one is removed.

    Args:
        path: The file to write or replace.

    Raises:
        UserError: ``target-is-folder``; ``file-name-invalid`` (too long for the disk).
        EnvironmentFault: ``folder-missing``; ``disk-full``; ``file-not-writable`` (no right, or
            open in another program: the caller may choose another name). ``name`` is the file's.
    """
    temporary = _temporary(path)
    stream = _opened(temporary, path)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _replace(temporary, path)
    except OSError as error:
        _discard(temporary)
        if _is_ours(error, temporary):
            raise _fault(error, path) from error
        raise
    except BaseException:
        _discard(temporary)
        raise
    sync_folder(path.parent)


def require_writable(path: Path) -> None:
    """Refuse a file for which there is no place, before something is done that nothing undoes.

    Raises:
        UserError: As :func:`atomic_write`.
        EnvironmentFault: Likewise.
    """
    temporary = _temporary(path)
    _opened(temporary, path).close()
    _discard(temporary)


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it, unless it is there.

    Raises:
        EnvironmentFault: ``folder-not-made``: no right, no room, or a file of that name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault("folder-not-made", folder=str(folder)) from error


def remove_stale(folder: Path) -> int:
    """Remove temporary files that a killed process left, and return how many there were.

    Only for a folder that no other running program writes to.
    """
    stale = list(folder.glob(f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}"))
    for file in stale:
        _discard(file)
    return len(stale)


def _temporary(path: Path) -> Path:
    return path.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(6)}{TEMPORARY_SUFFIX}"


def _opened(temporary: Path, path: Path) -> BinaryIO:
    try:
        if path.is_dir():
            raise UserError("target-is-folder", name=path.name)
        return temporary.open("xb")
    except OSError as error:
        raise _fault(error, path) from error


def _replace(temporary: Path, path: Path) -> None:
    for pause in _PATIENCE:
        with contextlib.suppress(PermissionError):
            temporary.replace(path)
            return
        time.sleep(pause)
    temporary.replace(path)


def _is_ours(error: OSError, temporary: Path) -> bool:
    """Tell whether an error of the block concerns the file written, not another one it reads."""
    return error.errno in _FULL or error.filename in (None, str(temporary), os.fspath(temporary))


def _fault(error: OSError, path: Path) -> CtgError:
    if error.errno in _IMPOSSIBLE:
        return UserError("file-name-invalid", name=path.name[:80])
    if error.errno in _FULL:
        return EnvironmentFault("disk-full", name=path.name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return EnvironmentFault("folder-missing", name=path.name, folder=str(path.parent))
    return EnvironmentFault("file-not-writable", name=path.name)


def _discard(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the new name durable too, where the system allows it (not on Windows)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
