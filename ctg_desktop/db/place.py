"""What a folder lies on, and how a vault is moved to a better place without ever being lost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.vault_lock import HOLDER_NAME, LOCK_NAME, VaultLock
from ctg_desktop.domain.place import (
    CLOUD_VARIABLES,
    PlaceTrouble,
    Trouble,
    cloud_of_markers,
    cloud_of_names,
    mounts_of,
    network_trouble,
)
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import sync_folder

MOUNTS = Path("/proc/self/mounts")
UNFINISHED = ".en-cours"

_OF_THE_LOCK = {LOCK_NAME, HOLDER_NAME}
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_PIECE = 1 << 20


def trouble_of(
    folder: Path, *, table: str | None = None, variables: Mapping[str, str] | None = None
) -> PlaceTrouble | None:
    """Say why a vault must not lie in a folder, which need not exist yet; nothing when it may.

    Args:
        folder: Of the vault.
        table: Mounts of this machine, in the form of ``/proc/mounts``; read when it is not given.
        variables: The environment; the process's own when it is not given.
    """
    named = folder.absolute()
    real = _real(named)
    environment = os.environ if variables is None else variables
    mounts = mounts_of(_table() if table is None else table)
    return (
        network_trouble(str(real), mounts)
        or _remote_drive(real)
        or _named_by(environment, real)
        or cloud_of_names(real.parts)
        or cloud_of_names(named.parts)
        or _marked(real)
    )


def move_vault(folder: Path, target: Path, at: datetime, progress: Progress = silent) -> bool:
    """Move a closed vault: copied, read back and compared, named; only then the old one goes.

    Args:
        folder: Of the vault.
        target: Where it goes; must not exist, or be empty.
        at: Now, for the lock.
        progress: Told bytes; may raise ``Cancelled``, and the vault stays where it was.

    Returns:
        Whether the old folder could be emptied; the new one is whole in both cases.

    Raises:
        UserError: ``vault-in-use``; ``folder-in-use``: something is at the target.
        EnvironmentFault: ``vault-move-differs``: what was read back is not what was written;
            those of the machine. The vault is then still where it was, untouched.
    """
    folder, target = folder.absolute(), target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UserError("folder-in-use", folder=str(target))
    lock = VaultLock(folder)
    lock.acquire(at)
    building = target.with_name(f"{target.name}{UNFINISHED}")
    try:
        with machine_faults():
            shutil.rmtree(building, ignore_errors=True)
            files = list(_files(folder))
            _copy(folder, building, files, progress)
            if target.exists():
                target.rmdir()
            building.rename(target)
            sync_folder(target.parent)
    finally:
        shutil.rmtree(building, ignore_errors=True)
        lock.release()
    return _emptied(folder, files)


def _copy(folder: Path, building: Path, files: list[Path], progress: Progress) -> None:
    total = sum((folder / one).stat().st_size for one in files)
    done = 0
    building.mkdir(parents=True)
    for one in files:
        copied = building / one
        copied.parent.mkdir(parents=True, exist_ok=True)
        written = hashlib.sha256()
        with (folder / one).open("rb") as source, copied.open("xb") as stream:
            while piece := source.read(_PIECE):
                written.update(piece)
                stream.write(piece)
                done += len(piece)
                progress(done, total)
            stream.flush()
            os.fsync(stream.fileno())
        if _digest(copied) != written.digest():
            raise EnvironmentFault("vault-move-differs")
        sync_folder(copied.parent)


def _files(folder: Path) -> Iterator[Path]:
    for found in sorted(folder.rglob("*")):
        if found.is_file() and not found.is_symlink() and found.name not in _OF_THE_LOCK:
            yield found.relative_to(folder)


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _emptied(folder: Path, files: list[Path]) -> bool:
    """Remove what was copied, and the folders it leaves empty; nothing else."""
    with contextlib.suppress(OSError):
        for one in files:
            (folder / one).unlink()
        for name in _OF_THE_LOCK:
            (folder / name).unlink(missing_ok=True)
        inner = sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True)
        for one in (*inner, folder):
            one.rmdir()
    return not any((folder / one).exists() for one in files)


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except OSError:
        return folder


def _table() -> str:
    try:
        return MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


def _named_by(variables: Mapping[str, str], folder: Path) -> PlaceTrouble | None:
    for name, program in CLOUD_VARIABLES.items():
        root = variables.get(name)
        if root and folder.is_relative_to(root):
            return PlaceTrouble(Trouble.CLOUD, program)
    return None


def _marked(folder: Path) -> PlaceTrouble | None:
    for place in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            trouble = cloud_of_markers(one.name for one in place.iterdir())
            if trouble is not None:
                return trouble
    return None


def _remote_drive(folder: Path) -> PlaceTrouble | None:
    """Ask Windows what a drive letter stands for."""
    if os.name != "nt" or not folder.drive:
        return None
    import ctypes

    kind = ctypes.CDLL("kernel32.dll").GetDriveTypeW(f"{folder.drive}\\")
    return PlaceTrouble(Trouble.NETWORK, folder.drive) if kind == _REMOTE_DRIVE else None
