"""Puts a backup in the place of the present database, whole or not at all, and reversibly.

The new database is made ready under another name. Then a marker is written: from that moment on
the restore has happened, and whoever opens the folder next finishes it. Before, nothing has.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, update

from ctg_desktop.db import (
    access_log,
    backup_files,
    backup_making,
    figures_carrying,
    register_carrying,
    schema,
)
from ctg_desktop.db.backup_files import DATABASE
from ctg_desktop.db.cleaning import clean_alone
from ctg_desktop.db.engine import settle, writing
from ctg_desktop.db.erasure import Erased, erase
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.figures_carrying import SentState
from ctg_desktop.db.recorder import Intent, Recorder
from ctg_desktop.db.register_carrying import RegisterState
from ctg_desktop.db.tables import AccessRecord, KnowledgeRecord, SiteRecord
from ctg_desktop.domain.access_log import Access, AccessRow
from ctg_desktop.domain.history import Origin
from ctg_desktop.errors import UserError
from ctg_desktop.files import atomic_write, sync_folder

READY = "coffre.db.restauration"
MARKER = "coffre.restauration"
SET_ASIDE = "abime"
COUNTER_MARGIN = 1_000_000
_LOG = "-wal"
_INDEX = "-shm"


@dataclass(frozen=True, slots=True)
class Present:
    """What the restored database takes over from the one that it replaces.

    Attributes:
        site: ``None`` when it could not be read.
        epoch: The highest one ever heard of.
        counter: Likewise.
        rows: The journal of access.
        erased: What was erased, from whatever source.
        register: The locks of the register, and who objected to being in it.
        sent: What was sent of yearly figures.
    """

    site: str | None
    epoch: int
    counter: int
    rows: Sequence[AccessRow] = ()
    erased: Collection[Erased] = ()
    register: RegisterState = field(default_factory=RegisterState)
    sent: SentState = field(default_factory=SentState)


def finish(folder: Path) -> None:
    """Finish a restore that has happened, or clear away one that has not.

    Only under the lock of the vault, before its database is opened.
    """
    ready = folder / READY
    with machine_faults():
        if (folder / MARKER).exists():
            if ready.exists():
                for ending in (_LOG, _INDEX):
                    (folder / (DATABASE + ending)).unlink(missing_ok=True)
                ready.replace(folder / DATABASE)
                sync_folder(folder)
            (folder / MARKER).unlink()
            sync_folder(folder)
        for leftover in folder.glob(f"{READY}*"):
            leftover.unlink()


def current(folder: Path) -> Path:
    """Return the database that an opening would find, without writing anything."""
    ready = folder / READY
    return ready if (folder / MARKER).exists() and ready.exists() else folder / DATABASE


def commit(folder: Path) -> None:
    """Decide the restore: the database that is ready is the vault's from now on."""
    with machine_faults():
        backup_files.sync(folder / READY)
    with atomic_write(folder / MARKER) as file:
        file.write(b"1\n")
    finish(folder)


def set_aside(folder: Path, at: datetime) -> Path | None:
    """Keep the files of a damaged database under a name of their own, beside it.

    Returns:
        The database kept; ``None`` when there is none.
    """
    stem = f"{DATABASE}.{SET_ASIDE}-{at.strftime('%Y-%m-%dT%H-%M-%S')}"
    name, number = stem, 1
    while (folder / name).exists():
        number += 1
        name = f"{stem}-{number}"
    with machine_faults():
        for ending in (_LOG, ""):
            source = folder / (DATABASE + ending)
            if source.exists():
                _keep(source, folder / (name + ending))
        sync_folder(folder)
    kept = folder / name
    return kept if kept.exists() else None


def prepare(
    folder: Path,
    backup: Path,
    engine_for: backup_making.EngineFor,
    present: Present,
    access: Access,
) -> backup_making.State:
    """Make a database ready from a backup: checked, migrated, in a new epoch, without the erased.

    Args:
        folder: Of the vault.
        backup: Folder of the backup.
        engine_for: Opens a file under the vault's key.
        present: What it takes over.
        access: The line of the journal of access that tells of it.

    Raises:
        UserError: ``backup-foreign`` with both owners; ``vault-newer``.
        EnvironmentFault: ``vault-damaged``: the backup is not sound, or of another key.
    """
    ready = folder / READY
    with machine_faults():
        shutil.copyfile(backup / DATABASE, ready)
    engine = engine_for(ready)
    try:
        with engine.connect() as connection:
            backup_making.check_database(connection)
            state = backup_making.state_of(connection)
        if present.site not in (None, state.site):
            raise UserError("backup-foreign", found=state.owner)
        if not schema.is_current(engine):
            schema.upgrade(engine)
        with writing(engine).begin() as connection:
            erased = _take_over(connection, state, present, access)
        if erased:
            clean_alone(engine)
        settle(engine)
    finally:
        engine.dispose()
    return state


def present_of(engine: Engine) -> Present:
    """Return what a database hands over to the one that will replace it."""
    with engine.connect() as connection:
        state = backup_making.state_of(connection)
        known = inspect(connection).has_table(AccessRecord.__tablename__)
        rows = access_log.rows_of(connection) if known else []
        register = register_carrying.state_of(connection)
        sent = figures_carrying.state_of(connection)
    return Present(state.site, state.epoch, state.counter, rows, state.erased, register, sent)


def _take_over(
    connection: Connection, state: backup_making.State, present: Present, access: Access
) -> int:
    """Return how many records of the backup were erased again."""
    known = present.site is not None
    counter = max(state.counter, present.counter) + (0 if known else COUNTER_MARGIN)
    epoch = max(state.epoch, present.epoch) + 1
    own = SiteRecord.id == state.site
    connection.execute(update(SiteRecord).where(own).values(epoch=epoch))
    connection.execute(
        update(KnowledgeRecord).where(KnowledgeRecord.site == state.site).values(counter=counter)
    )
    if present.rows and present.rows[-1].number >= state.head.number:
        access_log.carry_over(connection, present.rows)
    access_log.append(connection, access)
    recorder = Recorder(state.site, datetime.fromisoformat(access.at), _intent(access))
    recorder.begin(connection)
    register_carrying.carry_over(connection, present.register)
    figures_carrying.carry_over(connection, present.sent)
    return erase(connection, {*state.erased, *present.erased})


def _intent(access: Access) -> Intent:
    return Intent("vault-restored", access.actor, {}, Origin.PROGRAM)


def _keep(source: Path, target: Path) -> None:
    """Keep a file under a second name: the same bytes where the disk can, else a copy."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        unfinished = target.with_name(f"{READY}-copie")
        shutil.copyfile(source, unfinished)
        backup_files.sync(unfinished)
        unfinished.rename(target)
