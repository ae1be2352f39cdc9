"""Folders for what must not outlive the work: nobody else may enter them, and they are wiped.

A lock tells the folders in use from those that a killed process left. The system frees it when that
process ends; whoever opens a vault next wipes what is left.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from filelock import FileLock, Timeout

from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.wiping import wipe

READING, PAPERS = "ctg-consultation-", "ctg-papiers-"
"""Beginnings of their names: copies for reading alone, papers that another program shows."""

IN_HAND = "en-main"
"""Lock of the process that has a folder in use."""

_IN_MEMORY = "/dev/shm"  # noqa: S108 - mkdtemp makes a private folder in it
_UNLOCKED_SECONDS = 3600.0


class PrivateFolder:
    """A folder of this process, wiped and removed when it is released."""

    def __init__(self, prefix: str, place: Path) -> None:
        """Make the folder.

        Args:
            prefix: ``READING`` or ``PAPERS``.
            place: Folder to make it in.

        Raises:
            EnvironmentFault: It cannot be made there.
        """
        with machine_faults():
            self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
            self._lock = FileLock(self.path / IN_HAND, timeout=0, thread_local=False)
            self._lock.acquire()

    def release(self) -> None:
        """Wipe what is in it; what cannot be removed is seen to at the next start."""
        _clear(self.path, self._lock)


def places() -> list[Path]:
    """Return where private folders may be made, the usual place first."""
    named = [os.environ.get("XDG_RUNTIME_DIR", ""), _IN_MEMORY]
    with contextlib.suppress(OSError):  # it tries to write, which a full disk refuses
        named.insert(0, tempfile.gettempdir())
    # os.path says no where pathlib raises: a folder that may not be looked into is none.
    return [Path(one) for one in dict.fromkeys(named) if one and os.path.isdir(one)]  # noqa: PTH112


def clear_stale() -> int:
    """Wipe the folders that killed processes left, and return how many there were."""
    left = (
        one
        for place in places()
        for prefix in (READING, PAPERS)
        for one in place.glob(f"{prefix}*")
    )
    return sum(map(_cleared, left))


def _cleared(folder: Path) -> bool:
    if not _is_ours(folder):
        return False
    lock = FileLock(folder / IN_HAND, timeout=0, thread_local=False)
    try:
        if not (folder / IN_HAND).exists() and not _is_old(folder):
            return False  # made just now, and not taken in hand yet
        lock.acquire()
    except (OSError, Timeout):
        return False
    return _clear(folder, lock)


def _clear(folder: Path, lock: FileLock) -> bool:
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name != IN_HAND:
            with contextlib.suppress(OSError):
                wipe(file)
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _is_ours(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        found = folder.lstat()
        mine = os.name == "nt" or found.st_uid == os.getuid()
        return stat.S_ISDIR(found.st_mode) and mine
    return False


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > _UNLOCKED_SECONDS
