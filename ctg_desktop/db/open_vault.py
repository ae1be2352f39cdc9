"""What can be done with a vault that is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Protocol, Self

from sqlalchemy import Engine

from ctg_desktop.db import backup_making
from ctg_desktop.db.access_log import AccessLogRepository
from ctg_desktop.db.clock import Clock
from ctg_desktop.db.derived_keys import derived
from ctg_desktop.db.desk import DraftRepository, MappingRepository, PreferenceRepository
from ctg_desktop.db.engine import settle, vault_engine, writing
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.manifest_seal import SealKey, seal_key
from ctg_desktop.db.recorder import Intent, Recorder
from ctg_desktop.db.register import RegisterRepository
from ctg_desktop.db.repositories import Doors, Repositories, UnitOfWork
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.backup import Backup, Manifest, Why
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.consultation import REFUSALS, Consultation
from ctg_desktop.domain.history import Origin
from ctg_desktop.errors import UserError

_MASK = b"ctg-desktop masked counts 1"


class Hold(Protocol):
    """What is given back when a vault is closed: its lock, or the copy that was read."""

    def release(self) -> None:
        """Give it back."""
        ...


class OpenVault:
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
        register: Persons of the register, sealed under a key that is not the vault's.
        consultation: Why it may only be read; ``None`` when it may be changed.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        engine: Engine,
        hold: Hold,
        site: str,
        now: Clock,
        consultation: Consultation | None = None,
    ) -> None:
        self.folder = folder
        self._key = key
        self.site = site
        self.engine = engine
        self._writing = writing(engine)
        self._hold = hold
        self._now = now
        self._vocabulary = Vocabulary()
        self.consultation = consultation
        may_write = consultation is None
        self._doors = Doors(engine.connect, self._writing.begin if may_write else self._refused)
        self.drafts = DraftRepository(self._doors.reading, self._doors.writing)
        self.preferences = PreferenceRepository(self._doors.reading, self._doors.writing)
        self.mappings = MappingRepository(self._doors.reading, self._doors.writing)
        self.access_log = AccessLogRepository(self._doors.reading, self._doors.writing)
        self.register = RegisterRepository(self._doors.reading, self._doors.writing)

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
        self.require_writing()
        recorder = Recorder(self.site, self._now(), intent)
        with JournaledSession(self._writing, recorder) as session:
            session.connection()
            work = UnitOfWork(session, self.site, self._vocabulary, recorder)
            yield work
            work.commit()

    def require_writing(self) -> None:
        """Refuse what would change a vault that is open for reading alone.

        Raises:
            UserError: ``consultation-protected``, ``-full``, ``-in-use``, ``-chosen``.
        """
        if self.consultation is not None:
            raise UserError(REFUSALS[self.consultation.why], host=self.consultation.host)

    def keep_draft(self, key: str, payload: bytes) -> None:
        """Store a draft durably."""
        self.drafts.keep(key, payload)

    def drop_draft(self, key: str) -> None:
        """Forget a draft."""
        self.drafts.drop(key)

    def set_preference(self, key: str, value: Any) -> None:
        """Remember a habit of a screen; a vault that is consulted does without."""
        if self.consultation is None:
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

    @property
    def mask_secret(self) -> bytes:
        """What draws the counts that are masked beside small ones; it outlives a restore."""
        return derived(self._key, _MASK)

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
        self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _refused(self) -> NoReturn:
        self.require_writing()
        raise AssertionError("a vault that may be written has another door")
