"""All that a vault holds, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from sqlalchemy import Connection

from ctg_desktop.db.categories import CategoryRepository, ThemeRepository
from ctg_desktop.db.dealings import NoteRepository, ReferralRepository
from ctg_desktop.db.desk import DraftRepository, MappingRepository, PreferenceRepository
from ctg_desktop.db.events import EventRepository
from ctg_desktop.db.history import JournalRepository
from ctg_desktop.db.households import HouseholdRepository
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.listings import ListingRepository
from ctg_desktop.db.pictures import PictureRepository
from ctg_desktop.db.recorder import Recorder
from ctg_desktop.db.search import SearchRepository
from ctg_desktop.db.settings import SettingRepository, key_of
from ctg_desktop.db.tables import (
    CategoryRecord,
    ContactNoteRecord,
    EventRecord,
    HouseholdRecord,
    ListingRecord,
    PictureRecord,
    ReferralRecord,
    SettingRecord,
    ThemeRecord,
)
from ctg_desktop.db.tallies import TallyRepository
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.changes import Changes

Door = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Doors:
    """How what is not journaled reaches the database: a short transaction each time, or ours."""

    reading: Door
    writing: Door


class Repositories:
    """The repositories of one transaction, one an aggregate.

    Attributes:
        session: For this package only.
    """

    def __init__(
        self, session: JournaledSession, site: str, vocabulary: Vocabulary, doors: Doors
    ) -> None:
        self.session = session
        self.listings = ListingRepository(session, vocabulary)
        self.events = EventRepository(session, vocabulary)
        self.households = HouseholdRepository(session, vocabulary)
        self.notes = NoteRepository(session)
        self.referrals = ReferralRepository(session)
        self.tallies = TallyRepository(session)
        self.categories = CategoryRepository(session)
        self.themes = ThemeRepository(session)
        self.pictures = PictureRepository(session)
        self.settings = SettingRepository(session)
        self.journal = JournalRepository(session, site)
        self.search = SearchRepository(session, vocabulary)
        self.drafts = DraftRepository(doors.reading, doors.writing)
        self.preferences = PreferenceRepository(doors.reading, doors.writing)
        self.mappings = MappingRepository(doors.reading, doors.writing)


class UnitOfWork(Repositories):
    """One transaction that changes things: one change set, one commit, all or nothing.

    Attributes:
        changes: What was changed; complete after the ``with`` block.
    """

    def __init__(
        self, session: JournaledSession, site: str, vocabulary: Vocabulary, recorder: Recorder
    ) -> None:
        def door() -> AbstractContextManager[Connection]:
            return nullcontext(session.connection())

        super().__init__(session, site, vocabulary, Doors(door, door))
        self._recorder = recorder
        self.changes = Changes()

    def commit(self) -> None:
        """Write everything durably and tell what was changed."""
        self.session.flush()
        self._recorder.finish(self.session.connection())
        self.session.commit()
        self.changes = _changes(self._recorder)


def _changes(recorder: Recorder) -> Changes:
    touched = recorder.touched

    def ids(entity: str) -> frozenset[str]:
        return frozenset(touched.get(entity, ()))

    return Changes(
        listings=ids(ListingRecord.ENTITY),
        events=ids(EventRecord.ENTITY),
        categories=ids(CategoryRecord.ENTITY),
        themes=ids(ThemeRecord.ENTITY),
        pictures=ids(PictureRecord.ENTITY),
        settings=frozenset(map(key_of, ids(SettingRecord.ENTITY))),
        households=ids(HouseholdRecord.ENTITY),
        notes=ids(ContactNoteRecord.ENTITY),
        referrals=ids(ReferralRecord.ENTITY),
        change_set=recorder.change_set,
    )
