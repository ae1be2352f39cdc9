"""A vault: the folder of one commune, opened by one program at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert, select

from ctg_desktop.db import backup_making, restoring, schema
from ctg_desktop.db.access_log import AccessLogRepository
from ctg_desktop.db.desk import DraftRepository, MappingRepository, PreferenceRepository
from ctg_desktop.db.engine import is_plain, settle, vault_engine, writing
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.manifest_seal import SealKey, seal_key
from ctg_desktop.db.recorder import Intent, Recorder
from ctg_desktop.db.repositories import Doors, Repositories, UnitOfWork
from ctg_desktop.db.tables import KnowledgeRecord, SiteRecord
from ctg_desktop.db.vault_files import FILE_NAME, UNFINISHED_NAME, is_vault, tidy
from ctg_desktop.db.vault_lock import VaultLock, locked
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.backup import Backup, Manifest, Why
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import sync_folder

__all__ = [
    "FILE_NAME",
    "UNFINISHED_NAME",
    "Clock",
    "Repositories",
    "UnitOfWork",
    "Vault",
    "is_vault",
    "local_now",
]

ZONE = ZoneInfo("Europe/Paris")

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """Return the time of mainland France, whatever the computer is set to."""
    return datetime.now(ZONE)


def _nothing_more() -> None:
    """Need nothing beside the file."""


class Vault:
    """An open vault.

    It may be used from any thread; transactions that write wait for one another.

    Attributes:
        folder: The vault's folder.
        site: Id of this installation, which stamps every change.
        engine: For this package only.
        drafts: Typing that was not saved yet; each change is durable when it returns.
        preferences: Habits of a screen.
        mappings: How columns of spreadsheets were matched.
        access_log: Who looked at or took away what.
    """

    def __init__(
        self, folder: Path, key: bytes, engine: Engine, lock: VaultLock, site: str, now: Clock
    ) -> None:
        self.folder = folder
        self._key = key
        self.site = site
        self.engine = engine
        self._writing = writing(engine)
        self._lock = lock
        self._now = now
        self._vocabulary = Vocabulary()
        self._doors = Doors(engine.connect, self._writing.begin)
        self.drafts = DraftRepository(self._doors.reading, self._doors.writing)
        self.preferences = PreferenceRepository(self._doors.reading, self._doors.writing)
        self.mappings = MappingRepository(self._doors.reading, self._doors.writing)
        self.access_log = AccessLogRepository(self._doors.reading, self._doors.writing)

    @classmethod
    def create(
        cls,
        folder: Path,
        profile: Profile,
        key: bytes,
        *,
        now: Clock = local_now,
        before_naming: Callable[[], None] = _nothing_more,
    ) -> Self:
        """Make a vault in a folder, whole or not at all, and open it.

        Args:
            folder: Made when it is missing.
            profile: Who the vault belongs to.
            key: 256 random bits, which encrypt it.
            now: The clock of the journal.
            before_naming: What must stand beside the file before it counts as a vault; called
                while the folder is locked.

        Raises:
            UserError: ``vault-exists``, ``vault-in-use``.
            EnvironmentFault: ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
        """
        folder = folder.absolute()
        if is_vault(folder):
            raise UserError("vault-exists", folder=str(folder))
        with machine_faults():
            folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, now()) as lock:
            if is_vault(folder):
                raise UserError("vault-exists", folder=str(folder))
            tidy(folder)
            cls._build(folder, profile, key, lock, now)
            before_naming()
            _name(folder)
            return cls._opened(folder, key, lock, now)

    @classmethod
    def open(cls, folder: Path, key: bytes, *, now: Clock = local_now) -> Self:
        """Open the vault of a folder, and bring it to the form of this version.

        Args:
            folder: Of the vault.
            key: As its keyring gave it: where it does not fit, the vault is damaged.
            now: The clock of the journal.

        Raises:
            UserError: ``vault-missing``; ``vault-plain``: it must be converted first;
                ``vault-newer``: written by a later version;
                ``vault-in-use`` with the host, the process id and the moment it was opened.
            EnvironmentFault: ``vault-damaged``, ``vault-unreadable``, ``vault-read-only``,
                ``disk-full``.
        """
        folder = folder.absolute()
        if not is_vault(folder):
            raise UserError("vault-missing", folder=str(folder))
        with locked(folder, now()) as lock:
            tidy(folder)
            if is_plain(folder / FILE_NAME):
                raise UserError("vault-plain", folder=str(folder))
            return cls._opened(folder, key, lock, now)

    @property
    def profile(self) -> Profile:
        """Who the vault belongs to."""
        with self.reading() as stored:
            return stored.settings.profile()

    @contextmanager
    def reading(self) -> Iterator[Repositories]:
        """Read the vault as it is now, whatever is written meanwhile."""
        with JournaledSession(self.engine) as session:
            yield Repositories(session, self.site, self._vocabulary, self._doors)

    def writing(
        self,
        label: str,
        *,
        actor: str = "",
        origin: Origin = Origin.PERSON,
        **label_params: object,
    ) -> AbstractContextManager[UnitOfWork]:
        """Change the vault: one transaction, one change set; all or nothing.

        The commit takes place when the block ends well, and is on the disk when it returned.

        Args:
            label: Code of what is done, for the journal, e.g. ``listing-saved``.
            actor: Who does it.
            origin: Who the values come from; ``Origin.IMPORT`` for a file.
            label_params: What completes the label, plain JSON values.
        """
        return self.working(Intent(label, actor, label_params, origin))

    @contextmanager
    def working(self, intent: Intent) -> Iterator[UnitOfWork]:
        """Change the vault with any intent; for this package only."""
        recorder = Recorder(self.site, self._now(), intent)
        with JournaledSession(self._writing, recorder) as session:
            session.connection()
            work = UnitOfWork(session, self.site, self._vocabulary, recorder)
            yield work
            work.commit()

    def keep_draft(self, key: str, payload: bytes) -> None:
        """Store a draft durably."""
        self.drafts.keep(key, payload)

    def drop_draft(self, key: str) -> None:
        """Forget a draft."""
        self.drafts.drop(key)

    def set_preference(self, key: str, value: Any) -> None:
        """Remember a habit of a screen."""
        self.preferences.set(key, value)

    def engine_for(self, file: Path, *, create: bool = False) -> Engine:
        """Return the engine for another file under this vault's key: a copy of it."""
        return vault_engine(file, self._key, create=create)

    def now(self) -> datetime:
        """Return the time, as the journal of this vault has it."""
        return self._now()

    @property
    def seal_key(self) -> SealKey:
        """What the manifests of this vault's backups are sealed with."""
        return seal_key(self._key)

    def back_up(self, why: Why) -> Backup:
        """Make a backup among those of the vault, and check it before it counts as one.

        Raises:
            EnvironmentFault: As :func:`ctg_desktop.db.backup_making.make`.
        """
        return backup_making.make(self.engine, self._key, self.folder, why, self._now())

    def check(self) -> None:
        """Look at every page of the database.

        The log is brought into the file first: the seals are those of the file alone, in which a
        disk without room may have left half a page that the log holds whole.

        Raises:
            EnvironmentFault: ``vault-damaged``; ``disk-full``, ``vault-unreadable``.
        """
        settle(self.engine)
        with self.engine.connect() as connection:
            backup_making.check_database(connection)

    def is_as_in(self, manifest: Manifest) -> bool:
        """Tell whether nothing was changed since a backup, drafts and habits of screens apart."""
        return backup_making.is_as_in(self.engine, self.folder, manifest)

    def close(self) -> None:
        """Close the vault and let others open it."""
        self.engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @classmethod
    def _build(
        cls, folder: Path, profile: Profile, key: bytes, lock: VaultLock, now: Clock
    ) -> None:
        """Make the file under another name."""
        unfinished = folder / UNFINISHED_NAME
        engine = vault_engine(unfinished, key, create=True)
        try:
            schema.upgrade(engine)
            _seed(cls(folder, key, engine, lock, new_id(), now), profile)
            settle(engine)
        finally:
            engine.dispose()

    @classmethod
    def _opened(cls, folder: Path, key: bytes, lock: VaultLock, now: Clock) -> Self:
        restoring.finish(folder)
        engine = vault_engine(folder / FILE_NAME, key)
        try:
            if not schema.is_current(engine):
                backup_making.make(engine, key, folder, Why.MIGRATION, now())
                schema.upgrade(engine)
            return cls(folder, key, engine, lock, _own_site(engine), now)
        except BaseException:
            engine.dispose()
            raise


def _name(folder: Path) -> None:
    """Give a complete file the name by which it is a vault."""
    with machine_faults():
        (folder / UNFINISHED_NAME).rename(folder / FILE_NAME)
        sync_folder(folder)


def _own_site(engine: Engine) -> str:
    with engine.connect() as connection:
        site = connection.scalar(select(SiteRecord.id).where(SiteRecord.ours))
    if site is None:
        raise EnvironmentFault("vault-damaged")
    return site


def _seed(vault: Vault, profile: Profile) -> None:
    """Write what every vault begins with, as its first change set."""
    with vault.working(Intent("vault-created", origin=Origin.PROGRAM)) as work:
        connection = work.session.connection()
        connection.execute(insert(KnowledgeRecord).values(site=vault.site, counter=0))
        connection.execute(
            insert(SiteRecord).values(
                id=vault.site, role=profile.role.value, code=profile.code, ours=True, epoch=1
            )
        )
        work.categories.save_all(CATEGORIES)
        work.themes.save_all(THEMES)
        work.settings.set_profile(profile)
