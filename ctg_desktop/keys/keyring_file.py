"""The file ``coffre.cles``: slots that stand on their own, so that a bad one hinders no other."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from statistics import mode
from typing import NamedTuple

import msgspec

from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import atomic_write
from ctg_desktop.keys.slot import Slot

NAME = "coffre.cles"
SET_ASIDE = "coffre.cles.abime"
FORMAT = 1

MOST_SLOTS = 16
_LARGEST = 64 * 1024
_SAID_FORMAT = re.compile(rb'"format"\s*:\s*(\d{1,9})')
_PART = re.compile(rb"\{[^{}]*\}")


class Written(NamedTuple):
    """What a file holds.

    Attributes:
        vault_id: Whose keys they are; a slot of another vault is taken for damaged.
        damaged: How many slots could not be read, as far as can be told; 0 when all is well.
    """

    vault_id: str
    slots: tuple[Slot, ...]
    damaged: int


class _Head(msgspec.Struct, frozen=True):
    format: int


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    slots: list[msgspec.Raw]


def exists(folder: Path) -> bool:
    """Tell whether a vault folder has keys of its own."""
    return (folder / NAME).exists()


def load(folder: Path) -> Written:
    """Read the file of a vault folder.

    Raises:
        UserError: ``keyring-newer``: written by a later version; it was not touched.
        EnvironmentFault: ``keyring-missing``; ``keyring-unreadable``; ``keyring-damaged``: no slot
            can be read.
    """
    return parsed(_content(folder / NAME))


def save(folder: Path, slots: tuple[Slot, ...]) -> None:
    """Replace the file; one in which slots are damaged is set aside first, never lost.

    Raises:
        EnvironmentFault: As ``files.atomic_write``; ``keyring-not-kept``: what is read back is not
            what was written.
    """
    set_aside(folder)
    content = encoded(slots)
    _replace(folder / NAME, content)
    if _content(folder / NAME) != content:
        raise EnvironmentFault("keyring-not-kept")


def encoded(slots: tuple[Slot, ...]) -> bytes:
    """Return the bytes of a file: JSON, with one slot a line."""
    lines = b",\n".join(msgspec.json.encode(slot) for slot in slots)
    head = f'{{"format":{FORMAT},"slots":[\n'.encode()
    return head + lines + b"\n]}\n"


def parsed(content: bytes) -> Written:
    """Read the bytes of a file.

    Raises:
        UserError: ``keyring-newer``.
        EnvironmentFault: ``keyring-damaged``.
    """
    parts, whole = _parts(content)
    read = [slot for part in parts if (slot := _slot(part))]
    if not read or len(parts) > MOST_SLOTS:
        raise EnvironmentFault("keyring-damaged")
    vault_id = mode(slot.vault for slot in read)
    slots = tuple(slot for slot in read if slot.vault == vault_id)
    return Written(vault_id, slots, max(len(parts) - len(slots), 0 if whole else 1))


def _parts(content: bytes) -> tuple[list[bytes], bool]:
    """Return the slots as they are written, and whether the file is whole."""
    try:
        _check_format(msgspec.json.decode(content, type=_Head).format)
        whole = msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _salvaged(content)
    return [bytes(part) for part in whole.slots], True


def _salvaged(content: bytes) -> tuple[list[bytes], bool]:
    """Find the slots of a file that is no longer JSON as a whole."""
    said = _SAID_FORMAT.search(content)
    if said:
        _check_format(int(said[1]))
    return _PART.findall(content), False


def _check_format(number: int) -> None:
    if number > FORMAT:
        raise UserError("keyring-newer")
    if number < FORMAT:
        raise EnvironmentFault("keyring-damaged")


def _slot(part: bytes) -> Slot | None:
    """Read one slot; none when it is unsound, or says the same thing in another way than ours."""
    try:
        slot = msgspec.json.decode(part, type=Slot)
        same = msgspec.json.decode(msgspec.json.encode(slot)) == msgspec.json.decode(part)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return slot if same and slot.is_sound else None


def set_aside(folder: Path) -> Path | None:
    """Keep a file that is not whole under another name beside it; no other one is overwritten.

    One that can be read stays where it is, too, until it is replaced. One that cannot is renamed.

    Returns:
        What is kept; ``None`` when the file is whole, or not there.

    Raises:
        UserError: ``keyring-newer``.
        EnvironmentFault: ``file-not-writable``, ``disk-full`` and the like.
    """
    if not exists(folder):
        return None
    try:
        content = _content(folder / NAME)
    except EnvironmentFault:
        return _renamed(folder)
    with contextlib.suppress(EnvironmentFault):
        if not parsed(content).damaged:
            return None
    kept = _free(folder, content)
    if not kept.exists():
        _replace(kept, content)
    return kept


def _renamed(folder: Path) -> Path:
    kept = _free(folder)
    try:
        (folder / NAME).rename(kept)
    except OSError as error:
        raise EnvironmentFault("file-not-writable", name=NAME) from error
    return kept


def _free(folder: Path, content: bytes | None = None) -> Path:
    """Return a name that nothing has, or under which the same is kept already."""
    kept, number = folder / SET_ASIDE, 1
    while kept.exists() and not (content is not None and _holds(kept, content)):
        number += 1
        kept = folder / f"{SET_ASIDE}-{number}"
    return kept


def _holds(path: Path, content: bytes) -> bool:
    with contextlib.suppress(EnvironmentFault):
        return _content(path) == content
    return False


def _replace(path: Path, content: bytes) -> None:
    with atomic_write(path) as file:
        file.write(content)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise EnvironmentFault("keyring-missing") from error
    except OSError as error:
        raise EnvironmentFault("keyring-unreadable") from error
    if len(content) > _LARGEST:
        raise EnvironmentFault("keyring-damaged")
    return content
