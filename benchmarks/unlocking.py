"""Open a vault's keyring, beside the bare derivation of one password at the same cost."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from datetime import date

from benchmarks.measure import Line, in_turn, timed
from benchmarks.world import FOLDER
from ctg_desktop.keys.cost import COST
from ctg_desktop.keys.keyring import Keyring, NewUser, new_key, read, write

VAULT = "01935b7e-0000-7000-8000-000000000001"
PASSWORDS = ("Vélo-vert 7 km", "Brouette & 12 pois", "Tilleul n° 4, bocal")


def measure(rounds: int) -> list[Line]:
    """Return the time from the file of keys to the key."""
    folder = FOLDER / "keys"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    users = [NewUser(f"Agent {number}", one) for number, one in enumerate(PASSWORDS)]
    keyring, _ = Keyring.create(VAULT, new_key(), users, date(2026, 11, 25))
    write(folder, keyring)

    def named() -> None:
        read(folder).unlock(PASSWORDS[0], "Agent 0")

    def unnamed() -> None:
        read(folder).unlock(PASSWORDS[0])

    named()
    one, bare = in_turn(rounds, lambda: timed(named), lambda: timed(_argon))
    three, scrypt = in_turn(rounds, lambda: timed(unnamed), lambda: timed(_scrypt))
    shutil.rmtree(folder)
    return [
        Line("unlock by name and password", one, "bare Argon2id, 64 MiB, 3 passes", bare),
        Line("unlock by password alone, 3 users", three, "bare hashlib.scrypt, 64 MiB", scrypt),
    ]


def _argon() -> None:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    Argon2id(
        salt=secrets.token_bytes(16),
        length=32,
        iterations=COST.iterations,
        lanes=COST.lanes,
        memory_cost=COST.memory,
    ).derive(PASSWORDS[0].encode())


def _scrypt() -> None:
    salt = secrets.token_bytes(16)
    hashlib.scrypt(PASSWORDS[0].encode(), salt=salt, n=2**16, r=8, p=1, maxmem=2**27)
