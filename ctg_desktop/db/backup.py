"""Copies an open vault into a file, and checks the copy before it is called good."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from ctg_desktop.db.engine import copy_into, settle
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.tables import EventRecord, ListingRecord
from ctg_desktop.db.vault import Vault
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.files import sync_folder

UNFINISHED = ".en-cours"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a vault that was reopened, checked and counted."""

    path: Path
    listings: int
    events: int


def snapshot(vault: Vault, target: Path) -> Snapshot:
    """Copy a vault as it is now; the target is the old file or the complete, checked new one.

    Args:
        vault: An open vault; it may be written meanwhile.
        target: The copy, a database file.

    Raises:
        EnvironmentFault: ``vault-damaged``: the copy, hence the vault, is not sound, and the
            target was left alone; ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
    """
    unfinished = target.absolute().with_name(target.name + UNFINISHED)
    try:
        _forget(unfinished)
        _copy(vault, unfinished)
        found = _checked(vault, unfinished, target)
        with machine_faults():
            unfinished.replace(target)
            sync_folder(target.parent)
    finally:
        _forget(unfinished)
    return found


def _forget(unfinished: Path) -> None:
    """Remove an unfinished copy with its write-ahead log."""
    with machine_faults():
        for leftover in unfinished.parent.glob(f"{unfinished.name}*"):
            leftover.unlink()


def _copy(vault: Vault, file: Path) -> None:
    engine = vault.engine_for(file, create=True)
    try:
        copy_into(vault.engine, engine)
        settle(engine)
    finally:
        engine.dispose()


def _checked(vault: Vault, file: Path, target: Path) -> Snapshot:
    """Read the copy back through an engine of its own."""
    engine = vault.engine_for(file)
    try:
        with engine.connect() as connection:
            verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if verdict != "ok":
                raise EnvironmentFault("vault-damaged")
            listings = connection.scalar(select(func.count()).select_from(ListingRecord)) or 0
            events = connection.scalar(select(func.count()).select_from(EventRecord)) or 0
    finally:
        engine.dispose()
    return Snapshot(target, listings, events)
