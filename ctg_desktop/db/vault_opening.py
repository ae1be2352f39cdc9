"""What opening and making a vault does to its files, before there is a vault to work with."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from ctg_desktop.db import backup_making, restoring, schema
from ctg_desktop.db.engine import vault_engine
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.repositories import UnitOfWork
from ctg_desktop.db.tables import KnowledgeRecord, SiteRecord
from ctg_desktop.db.vault_files import FILE_NAME, UNFINISHED_NAME
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.files import sync_folder

_ENDINGS = ("", "-wal", "-shm")


def ready_engine(folder: Path, key: bytes, at: datetime) -> Engine:
    """Open the database of a folder that is held, and bring it to the form of this version.

    A backup is made before anything is brought to another form.

    Raises:
        UserError: ``vault-newer``.
        EnvironmentFault: As ``Vault.open``.
    """
    restoring.finish(folder)
    check_writable(folder)
    engine = vault_engine(folder / FILE_NAME, key)
    try:
        if not schema.is_current(engine):
            backup_making.make(engine, key, folder, Why.MIGRATION, at)
            schema.upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def check_writable(folder: Path) -> None:
    """Refuse a database that may only be read, which SQLite tells at the first change alone.

    Raises:
        EnvironmentFault: ``vault-read-only``, ``vault-unreadable``.
    """
    with machine_faults():
        for ending in _ENDINGS:
            file = folder / f"{FILE_NAME}{ending}"
            if file.exists():
                os.close(os.open(file, os.O_RDWR))


def own_site(engine: Engine) -> str:
    """Return the id of the installation that a database belongs to.

    Raises:
        EnvironmentFault: ``vault-damaged``.
    """
    with engine.connect() as connection:
        site = connection.scalar(select(SiteRecord.id).where(SiteRecord.ours))
    if site is None:
        raise EnvironmentFault("vault-damaged")
    return site


def seed(work: UnitOfWork, site: str, profile: Profile) -> None:
    """Write what every vault begins with."""
    connection = work.session.connection()
    connection.execute(insert(KnowledgeRecord).values(site=site, counter=0))
    connection.execute(
        insert(SiteRecord).values(
            id=site, role=profile.role.value, code=profile.code, ours=True, epoch=1
        )
    )
    work.categories.save_all(CATEGORIES)
    work.themes.save_all(THEMES)
    work.settings.set_profile(profile)


def take_name(folder: Path) -> None:
    """Give a complete file the name by which it is a vault."""
    with machine_faults():
        (folder / UNFINISHED_NAME).rename(folder / FILE_NAME)
        sync_folder(folder)
