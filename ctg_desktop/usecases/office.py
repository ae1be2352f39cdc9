"""Everything a person can do with one open vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.db.forgetting import tidy_up
from ctg_desktop.db.vault import Vault
from ctg_desktop.usecases.access import OpenAccess, Opened
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.backups import Backups
from ctg_desktop.usecases.calendar import Calendar
from ctg_desktop.usecases.consultation import Consultation, opened
from ctg_desktop.usecases.directory import Directory
from ctg_desktop.usecases.drafts import Drafts
from ctg_desktop.usecases.home import Home
from ctg_desktop.usecases.journal import Journal
from ctg_desktop.usecases.pictures import Pictures
from ctg_desktop.usecases.search import Search
from ctg_desktop.usecases.searches import Searches
from ctg_desktop.usecases.settings import Settings

if TYPE_CHECKING:
    from ctg_desktop.usecases.attendance_sheets import AttendanceSheets
    from ctg_desktop.usecases.booklets import Booklets
    from ctg_desktop.usecases.confirmations import Confirmations
    from ctg_desktop.usecases.exports import Exports
    from ctg_desktop.usecases.families.families import Families
    from ctg_desktop.usecases.families.figures import FamilyFigures
    from ctg_desktop.usecases.families.mailing import FamilyMailing
    from ctg_desktop.usecases.families.referrals import Referrals
    from ctg_desktop.usecases.families.rights import FamilyRights
    from ctg_desktop.usecases.families.welcome import Welcome
    from ctg_desktop.usecases.health import Health
    from ctg_desktop.usecases.imports import Imports
    from ctg_desktop.usecases.information_notices import InformationNotices
    from ctg_desktop.usecases.labels import Labels
    from ctg_desktop.usecases.leaflets import Leaflets
    from ctg_desktop.usecases.letter_settings import LetterSettings
    from ctg_desktop.usecases.letters import Letters
    from ctg_desktop.usecases.notice_board import NoticeBoard
    from ctg_desktop.usecases.opened_papers import OpenedPapers
    from ctg_desktop.usecases.questionnaires import Questionnaires
    from ctg_desktop.usecases.recipients import Recipients
    from ctg_desktop.usecases.recovery import OpenRecovery
    from ctg_desktop.usecases.register.register import Register
    from ctg_desktop.usecases.year_reports import YearReports


class Office:
    """The use cases of one vault, given whole to a window or a command.

    What the first page needs is there at once; the rest, which takes longer to load than that page,
    is loaded and made when it is first asked for.

    Args:
        vault: Open.
        actor: Who works, for the journal.
        key: Of the vault; see ``access.Access``.

    Attributes:
        consultation: Why it may only be read; ``None`` when all of it can be done.
    """

    def __init__(self, vault: Vault, actor: str, key: bytes) -> None:
        self._vault, self._actor, self._key = vault, actor, key
        self._made = ExitStack()
        self.folder = vault.folder
        self.consultation: Consultation | None = vault.consultation
        self.access_log = AccessLog(vault, actor)
        self.backups = Backups(vault, actor)
        self.directory = Directory(vault, actor, self.backups.before)
        self.calendar = Calendar(vault, actor)
        self.journal = Journal(vault, actor)
        self.search = Search(vault)
        self.searches = Searches(vault, actor)
        self.drafts = Drafts(vault)
        self.pictures = Pictures(vault, actor)
        self.settings = Settings(vault, actor)
        self.home = Home(vault)
        self.access = OpenAccess(
            vault.folder, key, (vault.profile.name,), before_change=vault.require_writing
        )

    @cached_property
    def imports(self) -> Imports:
        """Brings listings in from foreign files."""
        from ctg_desktop.usecases.imports import Imports

        return Imports(self._vault, self._actor, self.backups.before)

    @cached_property
    def exports(self) -> Exports:
        """Takes the directory and the agenda out."""
        from ctg_desktop.usecases.exports import Exports

        return Exports(self._vault, self._actor)

    @cached_property
    def booklets(self) -> Booklets:
        """The booklet."""
        from ctg_desktop.usecases.booklets import Booklets

        return Booklets(self._vault)

    @cached_property
    def leaflets(self) -> Leaflets:
        """Leaflets on a theme."""
        from ctg_desktop.usecases.leaflets import Leaflets

        return Leaflets(self._vault, self._actor)

    @cached_property
    def labels(self) -> Labels:
        """Labels for envelopes."""
        from ctg_desktop.usecases.labels import Labels

        return Labels(self._vault)

    @cached_property
    def attendance(self) -> AttendanceSheets:
        """Sheets to sign."""
        from ctg_desktop.usecases.attendance_sheets import AttendanceSheets

        return AttendanceSheets(self._vault)

    @cached_property
    def notice_board(self) -> NoticeBoard:
        """Posters, week sheets, lists to tear off."""
        from ctg_desktop.usecases.notice_board import NoticeBoard

        return NoticeBoard(self._vault)

    @cached_property
    def recipients(self) -> Recipients:
        """Who a paper is sent to."""
        from ctg_desktop.usecases.recipients import Recipients

        return Recipients(self._vault)

    @cached_property
    def letters(self) -> Letters:
        """One letter to many."""
        from ctg_desktop.usecases.letters import Letters

        return Letters(self._vault, self._actor)

    @cached_property
    def confirmations(self) -> Confirmations:
        """Each organisation its entry to confirm."""
        from ctg_desktop.usecases.confirmations import Confirmations

        return Confirmations(self._vault)

    @cached_property
    def letter_settings(self) -> LetterSettings:
        """Models of letters, and what stands on each."""
        from ctg_desktop.usecases.letter_settings import LetterSettings

        return LetterSettings(self._vault, self._actor)

    @cached_property
    def opened_papers(self) -> OpenedPapers:
        """Papers that another program shows."""
        from ctg_desktop.usecases.opened_papers import OpenedPapers

        return self._made.enter_context(closing(OpenedPapers()))

    @cached_property
    def recovery(self) -> OpenRecovery:
        """Backups put in the place of the vault."""
        from ctg_desktop.usecases.recovery import OpenRecovery

        return OpenRecovery(self.folder, Opened(self._key, self._actor))

    @cached_property
    def health(self) -> Health:
        """Whether the vault is well."""
        from ctg_desktop.usecases.health import Health

        return Health(self._vault, self.backups, self.access_log)

    @cached_property
    def questionnaires(self) -> Questionnaires:
        """Questionnaires to hand out."""
        from ctg_desktop.usecases.questionnaires import Questionnaires

        return Questionnaires(self._vault, self._actor)

    @cached_property
    def notices(self) -> InformationNotices:
        """What people are told of their data."""
        from ctg_desktop.usecases.information_notices import InformationNotices

        return InformationNotices(self._vault, self._actor)

    @cached_property
    def year_reports(self) -> YearReports:
        """The report of a year."""
        from ctg_desktop.usecases.year_reports import YearReports

        return YearReports(self._vault)

    @cached_property
    def register(self) -> Register:
        """The register of vulnerable persons, behind its own door."""
        from ctg_desktop.usecases.register.register import Register

        return self._made.enter_context(closing(Register(self._vault, self._actor)))

    @cached_property
    def families(self) -> Families:
        """Families who arrived."""
        from ctg_desktop.usecases.families.families import Families

        return Families(self._vault, self._actor)

    @cached_property
    def family_rights(self) -> FamilyRights:
        """What a family may ask for: everything kept of it, or its erasure."""
        from ctg_desktop.usecases.families.rights import FamilyRights

        return FamilyRights(self._vault, self._actor)

    @cached_property
    def family_mailing(self) -> FamilyMailing:
        """Letters, labels and an e-mail to the families of a list."""
        from ctg_desktop.usecases.families.mailing import FamilyMailing

        return FamilyMailing(self._vault, self._actor)

    @cached_property
    def welcome(self) -> Welcome:
        """What a family is given when it is welcomed, and how it is written to."""
        from ctg_desktop.usecases.families.welcome import Welcome

        return Welcome(self._vault, self._actor)

    @cached_property
    def referrals(self) -> Referrals:
        """Who was sent to which service."""
        from ctg_desktop.usecases.families.referrals import Referrals

        return Referrals(self._vault, self._actor)

    @cached_property
    def family_figures(self) -> FamilyFigures:
        """Counts of a year, without names."""
        from ctg_desktop.usecases.families.figures import FamilyFigures

        return FamilyFigures(self._vault, self._actor)

    def close(self) -> None:
        """Close what was made and must not stay open behind the vault."""
        self._made.close()


@contextmanager
def open_office(folder: Path, actor: str, key: bytes, *, reading: bool = False) -> Iterator[Office]:
    """Open a vault and hand out what can be done with it; the vault is closed at the end.

    Args:
        folder: The vault's folder.
        actor: Who works, for the journal.
        key: Of the vault; see ``access.Access``.
        reading: A person chose to read it alone; it is also read alone, and
            ``Office.consultation`` says why, where its disk takes no writing.

    Raises:
        UserError: ``vault-missing``, ``vault-plain``, ``vault-newer``, ``vault-in-use``.
        EnvironmentFault: ``vault-damaged``, ``vault-unreadable``.
    """
    with (
        closing(opened(folder, key, user=actor, reading=reading)) as vault,
        closing(Office(vault, actor, key)) as office,
    ):
        office.access_log.purge()
        tidy_up(vault)
        yield office
