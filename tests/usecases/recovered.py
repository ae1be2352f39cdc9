"""A vault that is backed up, harmed and restored."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import Backup, Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.listing import Listing
from ctg_desktop.keys import keyring
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser
from tests.keys_for_tests import DAY, KEY, PASSWORD, USER

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")


def make(folder: Path, profile: Profile, key: bytes) -> None:
    user = NewUser(USER, PASSWORD)
    rings, _code = Keyring.create(new_id(), key, [user], DAY, cost=OPEN_COST)
    Vault.create(folder, profile, key, before_naming=lambda: keyring.write(folder, rings)).close()


def add(folder: Path, *names: str) -> list[str]:
    with Vault.open(folder, KEY) as vault, vault.writing("x") as work:
        return [work.listings.add(Listing(name=name)).id for name in names]


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def back_up(folder: Path) -> Path:
    with Vault.open(folder, KEY) as vault:
        return folder / FOLDER_NAME / vault.back_up(Why.ASKED).name


def names(folder: Path) -> set[str]:
    with Vault.open(folder, KEY) as vault, vault.reading() as stored:
        return {one.name for one in stored.listings.stream(ListingFilter(), date.min)}


def kept(folder: Path, backup: Backup | None) -> Path:
    assert backup is not None
    return folder / FOLDER_NAME / backup.name


def damage(folder: Path, page: int = 3) -> bytes:
    """Overwrite a page, as a bad disk does; return what the file is then."""
    content = bytearray((folder / DATABASE).read_bytes())
    content[4096 * page : 4096 * (page + 1)] = random.Random(1).randbytes(4096)  # noqa: S311 - repeatable
    (folder / DATABASE).write_bytes(content)
    return bytes(content)
