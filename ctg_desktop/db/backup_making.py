"""Makes a backup: a copy by the database itself, reopened with the key, checked and counted."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, select

from ctg_desktop.db import backup_files
from ctg_desktop.db.access_log import has_news_since, head_of
from ctg_desktop.db.engine import copy_of, settle, vault_engine
from ctg_desktop.db.faults import machine_faults, needs_reopening
from ctg_desktop.db.manifest_seal import seal_key
from ctg_desktop.db.tables import (
    AccessRecord,
    ErasedRecord,
    KnowledgeRecord,
    SettingRecord,
    SiteRecord,
)
from ctg_desktop.domain.backup import Backup, Head, Manifest, Why
from ctg_desktop.errors import EnvironmentFault

_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)
_VERSION = "SELECT version_num FROM alembic_version"
_OWNER = "profile.name"


class EngineFor(Protocol):
    """Returns the engine of a file that has the same key."""

    def __call__(self, file: Path, *, create: bool = False) -> Engine:
        """Return the engine."""
        ...


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a database without looking at its records."""

    schema: str
    site: str
    owner: str
    epoch: int
    counter: int
    head: Head
    erased: tuple[tuple[str, str], ...]


def make(
    engine: Engine,
    key: bytes,
    folder: Path,
    why: Why,
    at: datetime,
) -> Backup:
    """Back a vault up into its own folder of backups, and check the copy before it is named.

    Args:
        engine: Of the vault's database, which may be written meanwhile.
        key: Of the vault: it opens the copy and seals the manifest.
        folder: Of the vault; nobody else makes a backup in it meanwhile.
        why: What for.
        at: When, with the time zone.

    Raises:
        EnvironmentFault: ``vault-damaged``: the copy, hence the vault, is not sound; all other
            backups were left alone. ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
    """
    engine_for = partial(vault_engine, key=key)
    root = folder / backup_files.FOLDER_NAME
    unfinished = backup_files.begin(root)
    try:
        state, counts = _copied(engine, engine_for, unfinished / backup_files.DATABASE)
        _check(engine_for, unfinished / backup_files.DATABASE, counts)
        with machine_faults():
            for file in _companions(folder):
                shutil.copyfile(file, unfinished / file.name)
            manifest = _manifest(unfinished, state, counts, why, at)
        manifest = backup_files.write_manifest(unfinished, manifest, seal_key(key))
        name = backup_files.free_name(root, at)
        backup_files.complete(root, name)
    except EnvironmentFault as fault:
        backup_files.abandon(root)
        if needs_reopening(fault):
            # What read a page whose seal is wrong takes no change any more, and calls it read-only.
            engine.dispose()
        raise
    except BaseException:
        backup_files.abandon(root)
        raise
    return Backup(name, manifest)


def is_as_in(engine: Engine, folder: Path, manifest: Manifest) -> bool:
    """Tell whether a vault and its keyring are still what a backup of it holds."""
    with engine.connect() as connection:
        state, news = state_of(connection), has_news_since(connection, manifest.head)
    known = (manifest.site, manifest.schema, manifest.epoch, manifest.counter)
    if news or known != (state.site, state.schema, state.epoch, state.counter):
        return False
    with machine_faults():
        beside = {file.name: backup_files.digest(file) for file in _companions(folder)}
    return beside == {
        name: digest for name, digest in manifest.sha256.items() if name != backup_files.DATABASE
    }


def state_of(connection: Connection) -> State:
    """Return what is known of a database; of an older schema too.

    Raises:
        EnvironmentFault: ``vault-damaged``: it is a database, but not a vault.
    """
    tables = set(connection.exec_driver_sql(_TABLES).scalars())
    own = None
    if {SiteRecord.__tablename__, "alembic_version"} <= tables:
        asked = select(SiteRecord.id, SiteRecord.epoch).where(SiteRecord.ours)
        own = connection.execute(asked).first()
    if own is None:
        raise EnvironmentFault("vault-damaged")
    counter = select(KnowledgeRecord.counter).where(KnowledgeRecord.site == own.id)
    owner = select(SettingRecord.value).where(SettingRecord.name == _OWNER)
    return State(
        schema=str(connection.exec_driver_sql(_VERSION).scalar()),
        site=own.id,
        owner=str(connection.scalar(owner) or ""),
        epoch=own.epoch,
        counter=connection.scalar(counter) or 0,
        head=head_of(connection) if AccessRecord.__tablename__ in tables else Head(),
        erased=_erased(connection) if ErasedRecord.__tablename__ in tables else (),
    )


def check_database(connection: Connection) -> None:
    """Look at every page of a database.

    Raises:
        EnvironmentFault: ``vault-damaged``.
    """
    unsealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
    if unsealed is not None:
        raise EnvironmentFault("vault-damaged")
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise EnvironmentFault("vault-damaged")


def count_tables(connection: Connection) -> dict[str, int]:
    """Return table → rows, of all ordinary tables."""
    names = connection.exec_driver_sql(_TABLES).scalars().all()
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar() or 0)  # noqa: S608 - a name that the schema gave
        for name in names
    }


def _companions(folder: Path) -> list[Path]:
    return [one for one in backup_files.files_of(folder) if one.name != backup_files.DATABASE]


def _copied(engine: Engine, engine_for: EngineFor, file: Path) -> tuple[State, Mapping[str, int]]:
    """Copy and count what one and the same transaction sees."""
    target = engine_for(file, create=True)
    try:
        with engine.connect() as connection, connection.begin():
            state, counts = state_of(connection), count_tables(connection)
            copy_of(connection, target)
        settle(target)
    finally:
        target.dispose()
    return state, counts


def _check(engine_for: EngineFor, file: Path, expected: Mapping[str, int]) -> None:
    """Read the copy back through an engine of its own."""
    engine = engine_for(file)
    try:
        with engine.connect() as connection:
            check_database(connection)
            if count_tables(connection) != expected:
                raise EnvironmentFault("vault-damaged")
    finally:
        engine.dispose()


def _manifest(
    folder: Path, state: State, counts: Mapping[str, int], why: Why, at: datetime
) -> Manifest:
    files = list(backup_files.files_of(folder))
    return Manifest(
        format=backup_files.FORMAT,
        schema=state.schema,
        made_on=at,
        why=why,
        site=state.site,
        owner=state.owner,
        epoch=state.epoch,
        counter=state.counter,
        counts=counts,
        sizes={file.name: file.stat().st_size for file in files},
        sha256={file.name: backup_files.digest(file) for file in files},
        erased=state.erased,
        head=state.head,
        verified=True,
    )


def _erased(connection: Connection) -> tuple[tuple[str, str], ...]:
    asked = select(ErasedRecord.entity, ErasedRecord.record_id).order_by(
        ErasedRecord.entity, ErasedRecord.record_id
    )
    return tuple((row.entity, row.record_id) for row in connection.execute(asked))
