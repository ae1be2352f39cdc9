"""A private copy of a vault's database for whoever may only read, true to one single moment.

SQLite opens no database in write-ahead mode without writing beside it, and its locks mean nothing
to another PC. So the database and its log are copied, read a second time and compared. Pages and
frames are encrypted under a new random vector each time they are written: content that is the same
twice was never touched in between. When both are the same, the copy is what stood on the disk in
the moment between the two readings, hence what a killed program would have left, which SQLite opens
without loss. Frames that were added to the log meanwhile are later than that moment and stay out.
Whoever writes or brings the log in meanwhile is seen, and the copy is made anew.

The copy is still encrypted under the same key, in a folder that nobody else may enter.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from ctg_desktop.db import private_folder, restoring
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.private_folder import PrivateFolder
from ctg_desktop.db.vault_files import FILE_NAME
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import EnvironmentFault, UserError

LOG = "-wal"

_PAUSES = (0.0, 0.0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_PIECE = 1 << 20


class Snapshot:
    """A copy in a private folder, wiped and removed when it is released."""

    def __init__(self, place: Path) -> None:
        """Make the folder.

        Args:
            place: Folder to make it in.

        Raises:
            EnvironmentFault: It cannot be made there.
        """
        self._private = PrivateFolder(private_folder.READING, place)
        self.folder = self._private.path

    @property
    def database(self) -> Path:
        """The copy."""
        return self.folder / FILE_NAME

    def fill(self, vault: Path, progress: Progress = silent) -> None:
        """Copy the database of a vault, and try again while somebody writes it.

        Args:
            vault: Folder of the vault; nothing is written to it.
            progress: Told bytes; may raise ``Cancelled``.

        Raises:
            UserError: ``vault-missing``, ``vault-plain``.
            EnvironmentFault: ``vault-busy``: it was being written each time;
                ``vault-unreadable``; ``disk-full`` and the like, of the copy.
        """
        denied: OSError | None = None
        for pause in _PAUSES:
            time.sleep(pause)
            try:
                if self._filled(restoring.current(vault), progress):
                    return
            except FileNotFoundError as error:
                if not restoring.current(vault).exists():
                    raise UserError("vault-missing", folder=str(vault)) from error
            except PermissionError as error:  # a program that scans fresh files, for a moment
                denied = error
        if denied is not None:
            raise EnvironmentFault("vault-unreadable") from denied
        raise EnvironmentFault("vault-busy")

    def release(self) -> None:
        """Wipe the copy; what cannot be removed is seen to at the next start."""
        self._private.release()

    def _filled(self, source: Path, progress: Progress) -> bool:
        """Copy and compare; ``False`` when something was written meanwhile."""
        with _disk_faults():
            if is_plain(source):
                raise UserError("vault-plain", folder=str(source.parent))
            log, copied = (one.with_name(one.name + LOG) for one in (source, self.database))
            copied.unlink(missing_ok=True)
            _copy(source, self.database, progress)
            with contextlib.suppress(FileNotFoundError):
                _copy(log, copied, progress)
            return _begins_as(source, self.database, wholly=True) and (
                not copied.exists() or _begins_as(log, copied, wholly=False)
            )


def places(vault: Path) -> list[Path]:
    """Return where private copies may be made, the usual place first; never in the vault."""
    inside = vault.resolve()
    return [one for one in private_folder.places() if not one.resolve().is_relative_to(inside)]


@contextlib.contextmanager
def _disk_faults() -> Iterator[None]:
    """Turn errors of the disk into faults, but for those that pass by themselves."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except OSError:
        with machine_faults():
            raise


def _copy(source: Path, target: Path, progress: Progress) -> None:
    total, done = source.stat().st_size, 0
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            done += written.write(piece)
            progress(done, max(done, total))


def _begins_as(source: Path, copy: Path, *, wholly: bool) -> bool:
    """Tell whether a file, read anew, begins with its copy; ``wholly``: and ends with it."""
    with source.open("rb") as again, copy.open("rb") as first:
        while piece := first.read(_PIECE):
            if again.read(len(piece)) != piece:
                return False
        return not (wholly and again.read(1))
