"""Backups as folders: each one has the form of a vault folder, and a manifest beside.

``sauvegardes/2026-11-25T18-42-07/`` holds ``coffre.db``, ``coffre.cles`` and ``manifest.json``. A
backup takes its name when it is complete; what has another name is not looked at.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from ctg_desktop.db import manifest_seal
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.manifest_seal import SealKey
from ctg_desktop.domain.backup import Backup, Manifest
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import atomic_write, sync_folder

FOLDER_NAME = "sauvegardes"
DATABASE = "coffre.db"
COMPANIONS = ("coffre.cles",)
MANIFEST = "manifest.json"
UNFINISHED = ".en-cours"
FORMAT = 2
_SEALED_FROM = 2

_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?")
_LARGEST_MANIFEST = 8 * 1024 * 1024
_BLOCK = 1024 * 1024


class _Head(msgspec.Struct):
    format: int


def backups_of(root: Path, key: SealKey | None = None) -> list[Backup]:
    """Return the backups of a folder; one whose manifest cannot be read has none.

    Args:
        root: The folder.
        key: Of the seals: a manifest whose seal is wrong is not believed. ``None`` where the
            vault's key is not at hand.

    Raises:
        EnvironmentFault: ``vault-unreadable``, ``vault-read-only``.
    """
    with machine_faults():
        if not root.is_dir():
            return []
        found = [one for one in root.iterdir() if _NAME.fullmatch(one.name) and one.is_dir()]
    return [_backup(folder, key) for folder in found]


def are_in(root: Path) -> bool:
    """Tell whether a folder holds a backup, whatever its state; nothing of one is read.

    Raises:
        EnvironmentFault: ``vault-unreadable``, ``vault-read-only``.
    """
    with machine_faults():
        return root.is_dir() and any(_NAME.fullmatch(one.name) for one in root.iterdir())


def read_manifest(folder: Path, key: SealKey | None = None) -> Manifest:
    """Return what a backup says of itself.

    Args:
        folder: Of the backup.
        key: Of the seals; without it only the form of a seal is looked at. Manifests of format 1
            have none, and are believed.

    Raises:
        UserError: ``backup-newer``: of a later version of the program; ``backup-unknown``: this is
            no backup.
        EnvironmentFault: ``backup-damaged``: the manifest is there, but not sound, or not what
            was sealed; ``file-unreadable``.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            content = file.read(_LARGEST_MANIFEST)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError("backup-unknown", name=folder.name) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", name=folder.name) from error
    try:
        newer = msgspec.json.decode(content, type=_Head).format > FORMAT
        manifest = None if newer else msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise EnvironmentFault("backup-damaged", name=folder.name) from error
    if manifest is None:
        raise UserError("backup-newer", name=folder.name)
    if not _is_believed(manifest, content, key):
        raise EnvironmentFault("backup-damaged", name=folder.name)
    return manifest


def write_manifest(folder: Path, manifest: Manifest, key: SealKey) -> Manifest:
    """Seal and write the manifest of a backup, whole or not at all; return it with its seal."""
    blank = msgspec.json.encode(replace(manifest, seal=manifest_seal.BLANK))
    content, seal = manifest_seal.sealed(msgspec.json.format(blank, indent=1) + b"\n", key)
    with atomic_write(folder / MANIFEST) as file:
        file.write(content)
    return replace(manifest, seal=seal)


def check_files(folder: Path, manifest: Manifest) -> None:
    """Read every file of a backup and compare it with what was written.

    Raises:
        EnvironmentFault: ``backup-damaged``: a byte is not as it was, or a file is missing.
    """
    for name, expected in manifest.sha256.items():
        try:
            found = digest(folder / name)
        except OSError as error:
            raise EnvironmentFault("backup-damaged", name=folder.name) from error
        if found != expected:
            raise EnvironmentFault("backup-damaged", name=folder.name)


def _check_same(folder: Path, manifest: Manifest) -> None:
    check_files(folder, manifest)
    if read_manifest(folder) != manifest:
        raise EnvironmentFault("backup-damaged", name=folder.name)


def digest(file: Path) -> str:
    """Return the SHA-256 of a file, read from the disk where the system can be asked to."""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        _forget_cached(stream.fileno())
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def free_name(root: Path, at: datetime) -> str:
    """Return a name for a backup that none has yet; backups of one second are numbered."""
    stem = at.strftime("%Y-%m-%dT%H-%M-%S")
    name, number = stem, 1
    while (root / name).exists():
        number += 1
        name = f"{stem}-{number}"
    return name


def begin(root: Path) -> Path:
    """Make the empty folder in which a backup is put together; older attempts go."""
    with machine_faults():
        root.mkdir(parents=True, exist_ok=True)
        abandon(root)
        unfinished = root / UNFINISHED
        unfinished.mkdir()
    return unfinished


def abandon(root: Path) -> None:
    """Take away what was put together and never finished."""
    shutil.rmtree(root / UNFINISHED, ignore_errors=True)


def complete(root: Path, name: str) -> Path:
    """Give a finished backup its name, durably."""
    with machine_faults():
        for file in (root / UNFINISHED).iterdir():
            sync(file)
        sync_folder(root / UNFINISHED)
        folder = root / name
        (root / UNFINISHED).rename(folder)
        sync_folder(root)
    return folder


def remove(root: Path, names: Iterable[str]) -> None:
    """Remove backups: first the name that makes each one a backup, then the files."""
    for name in names:
        with machine_faults():
            abandon(root)
            (root / name).rename(root / UNFINISHED)
            sync_folder(root)
        abandon(root)


def copy(folder: Path, root: Path, key: SealKey | None) -> Path:
    """Copy a backup into another folder of backups, read it back from there, then name it.

    Args:
        folder: Of the backup.
        root: The other folder.
        key: Of the seals; ``None`` where the vault's key is not at hand.

    Raises:
        EnvironmentFault: ``backup-damaged``: what is read back there, or what is read here, is not
            what was written; ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
    """
    manifest = read_manifest(folder, key)
    unfinished = begin(root)
    try:
        with machine_faults():
            for name in (*manifest.sha256, MANIFEST):
                shutil.copyfile(folder / name, unfinished / name)
                sync(unfinished / name)
        _check_same(unfinished, manifest)
        return complete(root, folder.name)
    except BaseException:
        abandon(root)
        raise


def sync(file: Path) -> None:
    """Bring a file onto the disk."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def files_of(folder: Path) -> Iterator[Path]:
    """Return the database and what stands beside it, as far as they exist."""
    return (folder / name for name in (DATABASE, *COMPANIONS) if (folder / name).is_file())


def _backup(folder: Path, key: SealKey | None) -> Backup:
    try:
        return Backup(folder.name, read_manifest(folder, key))
    except (UserError, EnvironmentFault) as fault:
        return Backup(folder.name, None, fault.code)


def _is_believed(manifest: Manifest, content: bytes, key: SealKey | None) -> bool:
    if manifest.format < _SEALED_FROM:
        return manifest.format >= 1 and not manifest.seal
    if key is None:
        return manifest_seal.has_seal(content)
    return manifest_seal.is_true(content, manifest.seal, key)


def _forget_cached(handle: int) -> None:
    """Ask the system to read from the disk, not from memory, where it knows how."""
    forget = getattr(os, "posix_fadvise", None)
    if forget is not None:
        forget(handle, 0, 0, os.POSIX_FADV_DONTNEED)
