"""Foreign files on the disk: faults said in our words, bytes counted while they are read."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import EnvironmentFault, UserError

CHUNK = 1 << 20
REPORT_EVERY = 1 << 18


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the faults of reading a file into ours.

    Raises:
        UserError: ``file-missing``, also for a folder.
        EnvironmentFault: ``file-unreadable`` when access or the disk fails.
    """
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise UserError("file-missing", name=path.name) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", name=path.name) from error


def size_of(path: Path) -> int:
    """Return the size in bytes of a file that is there and not empty.

    Raises:
        UserError: ``file-missing``, ``file-empty``.
        EnvironmentFault: ``file-unreadable``.
    """
    with reading(path):
        if path.is_dir():
            raise UserError("file-missing", name=path.name)
        size = path.stat().st_size
    if size == 0:
        raise UserError("file-empty", name=path.name)
    return size


def head_of(path: Path, length: int) -> bytes:
    """Return the first bytes of a file."""
    with reading(path), path.open("rb") as stream:
        return stream.read(length)


def digest(path: Path, progress: Progress | None = None) -> str:
    """Return the SHA-256 of a file in hexadecimal, reading it once."""
    total = size_of(path)
    state = hashlib.sha256()
    done = 0
    with reading(path), path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            state.update(chunk)
            done += len(chunk)
            if progress is not None:
                progress(done, total)
    return state.hexdigest()


class CountingReader(io.RawIOBase):
    """A file that reports how many bytes of it were read.

    Args:
        path: The file to read.
        progress: Told now and then; may raise ``Cancelled``.
    """

    def __init__(self, path: Path, progress: Progress) -> None:
        super().__init__()
        self._stream: BinaryIO = path.open("rb")
        self._progress = progress
        self._reported = 0
        self.total = os.fstat(self._stream.fileno()).st_size
        self.done = 0

    def readable(self) -> bool:
        """Tell that this stream can be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill the buffer from the file."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # any writable buffer
        chunk = self._stream.read(len(view))
        view[: len(chunk)] = chunk
        self.done += len(chunk)
        if self.done - self._reported >= REPORT_EVERY or not chunk:
            self._reported = self.done
            self._progress(self.done, self.total)
        return len(chunk)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        super().close()
