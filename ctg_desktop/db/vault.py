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

from ctg_desktop.db import schema
from ctg_desktop.db.desk import DraftRepository, MappingRepository, PreferenceRepository
from ctg_desktop.db.engine import settle, vault_engine, writing
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.recorder import Intent, Recorder
from ctg_desktop.db.repositories import Doors, Repositories, UnitOfWork
from ctg_desktop.db.tables import KnowledgeRecord, SiteRecord
from ctg_desktop.db.vault_lock import VaultLock
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import remove_stale, sync_folder

__all__ = ["FILE_NAME", "Repositories", "UnitOfWork", "Vault", "is_vault", "local_now"]

FILE_NAME = "coffre.db"
UNFINISHED_NAME = "coffre.db.en-cours"
ZONE = ZoneInfo("Europe/Paris")

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """Return the time of mainland France, whatever the computer is set to."""
    return datetime.now(ZONE)


def is_vault(folder: Path) -> bool:
    """Tell whether a folder holds a vault, finished and named."""
    return (folder / FILE_NAME).is_file()


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
    """

    def __init__(
        self, folder: Path, engine: Engine, lock: VaultLock, site: str, now: Clock
    ) -> None:
        self.folder = folder
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

    @classmethod
    def create(cls, folder: Path, profile: Profile, *, now: Clock = local_now) -> Self:
        """Make a vault in a folder, whole or not at all, and open it.

        Args:
            folder: Made when it is missing.
            profile: Who the vault belongs to.
            now: The clock of the journal.

        Raises:
            UserError: ``vault-exists``, ``vault-in-use``.
            EnvironmentFault: ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
        """
        folder = folder.absolute()
        if is_vault(folder):
            raise UserError("vault-exists", folder=str(folder))
        with machine_faults():
            folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder, now) as lock:
            if is_vault(folder):
                raise UserError("vault-exists", folder=str(folder))
            cls._build(folder, profile, lock, now)
            return cls._opened(folder, lock, now)

    @classmethod
    def open(cls, folder: Path, *, now: Clock = local_now) -> Self:
        """Open the vault of a folder, and bring it to the form of this version.

        Raises:
            UserError: ``vault-missing``; ``vault-newer``: written by a later version;
                ``vault-in-use`` with the host, the process id and the moment it was opened.
            EnvironmentFault: ``vault-damaged``, ``vault-unreadable``, ``vault-read-only``,
                ``disk-full``.
        """
        folder = folder.absolute()
        if not is_vault(folder):
            raise UserError("vault-missing", folder=str(folder))
        with _locked(folder, now) as lock:
            return cls._opened(folder, lock, now)

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
    def _build(cls, folder: Path, profile: Profile, lock: VaultLock, now: Clock) -> None:
        """Make the file under another name, which it takes off when it is complete."""
        unfinished = folder / UNFINISHED_NAME
        with machine_faults():
            for leftover in folder.glob(f"{UNFINISHED_NAME}*"):
                leftover.unlink()
        engine = vault_engine(unfinished, create=True)
        try:
            schema.upgrade(engine)
            _seed(cls(folder, engine, lock, new_id(), now), profile)
            settle(engine)
        finally:
            engine.dispose()
        with machine_faults():
            unfinished.rename(folder / FILE_NAME)
            sync_folder(folder)

    @classmethod
    def _opened(cls, folder: Path, lock: VaultLock, now: Clock) -> Self:
        with machine_faults():
            remove_stale(folder)
        engine = vault_engine(folder / FILE_NAME)
        try:
            if not schema.is_current(engine):
                schema.upgrade(engine)
            return cls(folder, engine, lock, _own_site(engine), now)
        except BaseException:
            engine.dispose()
            raise


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


@contextmanager
def _locked(folder: Path, now: Clock) -> Iterator[VaultLock]:
    """Take the lock of a folder, and give it back only when opening fails."""
    lock = VaultLock(folder)
    lock.acquire(now())
    try:
        yield lock
    except BaseException:
        lock.release()
        raise
