"""A verified backup of 100,000 listings, beside plain copies; a long journal of access on paper."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Line, Unit, in_turn, median, timed
from benchmarks.plain_vault import FILE, plain_folder
from benchmarks.world import FOLDER, KEY, TODAY, vault_folder
from ctg_desktop.db import backup_files
from ctg_desktop.db.access_log import append
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.usecases.access_log import AccessLog

LINES = 5_000
IDS_EACH = 40


def measure(rounds: int) -> list[Line]:
    """Return how long a backup takes and how large it is; how long the journal takes to lay out."""
    copy, target = FOLDER / "vault-backed-up", FOLDER / "copy.db"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(vault_folder(), copy)
    with closing(Vault.open(copy, KEY)) as vault:
        root = vault.folder / backup_files.FOLDER_NAME

        def back_up() -> None:
            shutil.rmtree(root, ignore_errors=True)
            vault.back_up(Why.ASKED)

        plain = plain_folder() / FILE
        vacuum = in_turn(rounds, lambda: timed(back_up), lambda: _vacuumed(plain, target))
        files = in_turn(rounds, lambda: timed(back_up), lambda: _copied(copy / FILE, target))
        size = sum(one.stat().st_size for one in root.rglob("*") if one.is_file())
        least = _vacuumed_size(plain, target)
        short, long = (_journal(vault, rounds, lines) for lines in (LINES // 5, LINES))
    shutil.rmtree(copy)
    return [
        Line("verified backup of 100,000", vacuum[0], "VACUUM INTO, plain SQLite", vacuum[1]),
        Line("verified backup of 100,000", files[0], "file copied and synced", files[1]),
        Line("room of that backup", size, "VACUUM INTO, plain SQLite", least, Unit.BYTES),
        Line(f"journal of access, {LINES} lines", long, "5 × the time of a fifth", 5 * short),
    ]


def _vacuumed(file: Path, target: Path) -> float:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        return timed(lambda: connection.execute("VACUUM INTO ?", (str(target),)))


def _vacuumed_size(file: Path, target: Path) -> int:
    _vacuumed(file, target)
    size = target.stat().st_size
    target.unlink()
    return size


def _copied(file: Path, target: Path) -> float:
    def copy() -> None:
        with file.open("rb") as source, target.open("wb") as copied:
            shutil.copyfileobj(source, copied, 1024 * 1024)
            os.fsync(copied.fileno())

    return timed(copy)


def _journal(vault: Vault, rounds: int, lines: int) -> float:
    ids = tuple(new_id() for _ in range(IDS_EACH))
    at = vault.now().isoformat(timespec="seconds")
    log = AccessLog(vault)
    with vault.engine.begin() as connection:
        for number in range(len(log.rows()), lines):
            kept = ids[: number % IDS_EACH]
            append(connection, Access(at, "Odile", AccessKind.PRINTED, "labels", "listing", kept))
    return median(rounds, lambda: log.paper(TODAY))
