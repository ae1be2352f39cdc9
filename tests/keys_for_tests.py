"""A known key, and vaults whose keyrings cost next to nothing to open."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from sqlcipher3 import dbapi2 as sqlcipher

from ctg_desktop.db.vault import Vault
from ctg_desktop.db.vault_files import FILE_NAME
from ctg_desktop.domain.commune import Profile
from ctg_desktop.keys import attempts, keyring
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.new_keys import NewKeys

KEY = bytes(range(32))
OTHER_KEY = bytes(range(32, 64))
VAULT_ID = "01a20b2d-fc48-7b69-b948-b2065535d9ec"
USER = "Odile Martin"
PASSWORD = "Pluie-47-Fenouil-Quai"  # noqa: S105 - of an invented person
DAY = date(2026, 9, 3)


def make_locked(folder: Path, profile: Profile, user: str = USER) -> RecoveryCode:
    """Make a vault that one user opens with ``PASSWORD``; return its recovery code."""
    keys = cheap_keys(user)
    _make(folder, profile, keys.keyring)
    return keys.code


def make_practice(folder: Path, profile: Profile) -> None:
    """Make an empty practice vault."""
    _make(folder, profile, Keyring.practice(VAULT_ID, KEY, DAY))


def cheap_keys(user: str = USER) -> NewKeys:
    """Return keys of a vault to be made, which ``user`` opens with ``PASSWORD``."""
    made = Keyring.create(VAULT_ID, KEY, [NewUser(user, PASSWORD)], DAY, cost=OPEN_COST)
    return NewKeys(KEY, *made)


def key_of(folder: Path) -> bytes:
    """Return the key of a practice vault, or of one that ``USER`` opens with ``PASSWORD``."""
    keys = keyring.read(folder)
    return (keys.unlock_practice() if keys.is_practice else keys.unlock(PASSWORD)).key


def bare(file: Path, key: bytes = KEY) -> sqlite3.Connection:
    """Open an encrypted file with nothing of the program in between."""
    connection: sqlite3.Connection = sqlcipher.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level=NONE").close()
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").close()
    return connection


def _make(folder: Path, profile: Profile, rings: Keyring) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    keyring.write(folder, rings)
    shutil.copy(_empty(profile) / FILE_NAME, folder)
    attempts.succeeded(folder)


@cache
def _empty(profile: Profile) -> Path:
    """Return the folder of a vault without keys, made once in a process: all have one site."""
    folder = Path(mkdtemp(prefix="ctg-desktop-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Vault.create(folder, profile, KEY).close()
    return folder
