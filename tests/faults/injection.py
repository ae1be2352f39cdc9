"""Makes calls to the system fail in this process: the library ``failing.c``, loaded before it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).with_name("failing.c")
KINDS = ("write", "fsync", "rename")
_NUMBERS = {kind: number for number, kind in enumerate(KINDS, start=1)}


def built(target: Path) -> Path | None:
    """Compile the library; ``None`` where there is no compiler, or no such system."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or os.uname().sysname != "Linux":
        return None
    command = [compiler, "-shared", "-fPIC", "-O2", "-o", str(target), str(SOURCE), "-ldl"]
    done = subprocess.run(command, capture_output=True, check=False)
    return target if done.returncode == 0 else None


@contextmanager
def failing(folder: str, kind: str, number: int, error: int, *, lasting: bool) -> Iterator[None]:
    """Let the call with this number fail, and the later ones when it lasts.

    Args:
        folder: Calls on files below it count.
        kind: One of ``KINDS``.
        number: From 1; 0 fails none.
        error: Number of the error, as ``errno.EIO``.
        lasting: Whether the later ones fail too.
    """
    library = ctypes.CDLL(None)
    where = os.fsencode(folder)
    library.failing_arm(_NUMBERS[kind], number, error, int(lasting), where)
    try:
        yield
    finally:
        library.failing_arm(0, 0, 0, 0, where)


def counted() -> int:
    """Return how many calls of the kind took place since they are counted."""
    library = ctypes.CDLL(None)
    library.failing_count.restype = ctypes.c_long
    return int(library.failing_count())
