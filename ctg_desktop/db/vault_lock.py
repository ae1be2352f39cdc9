"""One instance a vault: a lock file that the system frees even when its holder is killed."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from ctg_desktop.db.faults import machine_faults
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import atomic_write

LOCK_NAME = "coffre.lock"
HOLDER_NAME = "coffre.ouvert.json"

_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_LARGEST = 4096
_LONGEST = 80


class Holder(msgspec.Struct, frozen=True):
    """Who has a vault open.

    Attributes:
        since: ISO 8601 with the offset from UTC.
        user: Who, by a name that the keyring tells as well; empty when nobody is known.
    """

    host: str = "?"
    pid: int = 0
    since: str = "?"
    user: str = ""


class VaultLock:
    """The lock of one vault folder."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock

        # A vault may be opened on one thread and closed on another.
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
        self._note = folder / HOLDER_NAME

    def acquire(self, at: datetime, user: str = "") -> None:
        """Take the lock and note who has it.

        Raises:
            UserError: ``vault-in-use`` with the host, the process id, the moment it was opened and
                by whom.
            EnvironmentFault: ``vault-read-only``, ``vault-unreadable``, ``disk-full``.
        """
        from filelock import Timeout

        with machine_faults():
            try:
                self._lock.acquire()
            except Timeout as error:
                holder = holder_of(self._note.parent)
                raise UserError(
                    "vault-in-use",
                    host=holder.host,
                    pid=holder.pid,
                    since=holder.since,
                    user=holder.user,
                ) from error
        self._write_note(at, user)

    def release(self) -> None:
        """Give the lock back."""
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _write_note(self, at: datetime, user: str) -> None:
        since = at.isoformat(timespec="seconds")
        holder = Holder(socket.gethostname(), os.getpid(), since, user)
        try:
            with atomic_write(self._note) as file:
                file.write(msgspec.json.encode(holder))
        except EnvironmentFault as fault:
            self._lock.release()
            if getattr(fault.__cause__, "errno", None) in _DENIED:
                raise EnvironmentFault("vault-read-only") from fault
            raise
        except BaseException:
            self._lock.release()
            raise


def holder_of(folder: Path) -> Holder:
    """Return who has a vault open, as far as the note in its folder tells."""
    try:
        with (folder / HOLDER_NAME).open("rb") as file:
            found = msgspec.json.decode(file.read(_LARGEST), type=Holder)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Holder()
    user = _shown(found.user) if found.user else ""
    return Holder(_shown(found.host), found.pid, _shown(found.since), user)


def is_held(folder: Path) -> bool:
    """Tell whether a note says that somebody has a vault open, or was killed while they had it."""
    return (folder / HOLDER_NAME).exists()


def _shown(text: str) -> str:
    """Return what anybody may have written as it can be shown: short, and printable."""
    return "".join(one for one in text if one.isprintable())[:_LONGEST] or "?"


@contextmanager
def locked(folder: Path, at: datetime, user: str = "") -> Iterator[VaultLock]:
    """Take the lock of a folder; who opens the vault keeps it, and it is given back on a fault.

    Raises:
        UserError: ``vault-in-use``.
        EnvironmentFault: As ``VaultLock.acquire``.
    """
    lock = VaultLock(folder)
    lock.acquire(at, user)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise
