"""Overwrites files that must not be read any more.

On a hard disk what was there is gone. A solid-state disk writes elsewhere and keeps the old cells
for a while, as does a file system that copies before it writes: see docs/decisions/0015.
"""

from __future__ import annotations

import os
from pathlib import Path

_PIECE = 1 << 20


def overwrite(file: Path) -> None:
    """Write zeros over the whole content of a file, down to the disk.

    Raises:
        OSError: The file cannot be written.
    """
    size = file.stat().st_size
    with file.open("r+b", buffering=0) as stream:
        for at in range(0, size, _PIECE):
            stream.write(bytes(min(_PIECE, size - at)))
        os.fsync(stream.fileno())


def wipe(file: Path) -> None:
    """Overwrite a file, then remove it.

    Raises:
        OSError: The file cannot be written or removed.
    """
    overwrite(file)
    file.unlink()
