"""Opens a private copy of a vault: log brought in, seals looked at, schema of this version."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from ctg_desktop.db import backup_making, schema, snapshot
from ctg_desktop.db.engine import settle, vault_engine
from ctg_desktop.db.snapshot import Snapshot
from ctg_desktop.db.vault_lock import holder_of, is_held
from ctg_desktop.domain.consultation import Consultation, ReadOnly
from ctg_desktop.errors import EnvironmentFault

_HERE_NOT = {"disk-full", "vault-read-only", "vault-unwritable"}
"""Faults of the place of a copy, which another place may not have."""

_TRIES = 3


def open_copy(vault: Path, key: bytes) -> tuple[Engine, Snapshot]:
    """Open a private copy of the vault of a folder, to which nothing is written.

    Args:
        vault: Its folder.
        key: As its keyring gave it.

    Returns:
        The engine, which refuses every change, and the copy, to be released once it is disposed of.

    Raises:
        UserError: ``vault-missing``, ``vault-plain``, ``vault-newer``.
        EnvironmentFault: ``consultation-no-room``: no place of this computer takes the copy;
            ``vault-busy``, ``vault-unreadable``; ``vault-damaged``: and nobody is writing it.
    """
    for place in snapshot.places(vault):
        try:
            return _opened_in(place, vault, key)
        except EnvironmentFault as fault:
            if fault.code not in _HERE_NOT:
                raise
    raise EnvironmentFault("consultation-no-room")


def consultation_of(vault: Path, why: ReadOnly, at: datetime) -> Consultation:
    """Return why a vault may only be read, and who has it meanwhile, as far as it is known."""
    if not is_held(vault):
        return Consultation(why, at)
    holder = holder_of(vault)
    known = ReadOnly.IN_USE if why is ReadOnly.CHOSEN else why
    return Consultation(known, at, holder.host, holder.since, holder.user)


def _opened_in(place: Path, vault: Path, key: bytes) -> tuple[Engine, Snapshot]:
    for _ in range(_TRIES):
        copy = Snapshot(place)
        try:
            copy.fill(vault)
            _make_ready(copy.database, key)
            return vault_engine(copy.database, key, query_only=True), copy
        except EnvironmentFault as fault:
            copy.release()
            if fault.code != "vault-damaged":
                raise
        except BaseException:
            copy.release()
            raise
    # A place that is read through the network may show what never stood there at once.
    raise EnvironmentFault("vault-busy" if is_held(vault) else "vault-damaged")


def _make_ready(database: Path, key: bytes) -> None:
    engine = vault_engine(database, key)
    try:
        settle(engine)
        with engine.connect() as connection:
            backup_making.check_database(connection)
        if not schema.is_current(engine):
            schema.upgrade(engine)
            settle(engine)
    finally:
        engine.dispose()
