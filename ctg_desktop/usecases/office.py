"""Everything a person can do with one open vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ctg_desktop.db.vault import local_now
from ctg_desktop.usecases.access import OpenAccess, Opened
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.attendance_sheets import AttendanceSheets
from ctg_desktop.usecases.backups import Backups
from ctg_desktop.usecases.booklets import Booklets
from ctg_desktop.usecases.calendar import Calendar
from ctg_desktop.usecases.confirmations import Confirmations
from ctg_desktop.usecases.consultation import Consultation, opened
from ctg_desktop.usecases.directory import Directory
from ctg_desktop.usecases.drafts import Drafts
from ctg_desktop.usecases.exports import Exports
from ctg_desktop.usecases.families.families import Families
from ctg_desktop.usecases.families.referrals import Referrals
from ctg_desktop.usecases.families.rights import FamilyRights
from ctg_desktop.usecases.health import Health
from ctg_desktop.usecases.home import Home
from ctg_desktop.usecases.imports import Imports
from ctg_desktop.usecases.information_notices import InformationNotices
from ctg_desktop.usecases.journal import Journal
from ctg_desktop.usecases.labels import Labels
from ctg_desktop.usecases.leaflets import Leaflets
from ctg_desktop.usecases.letter_settings import LetterSettings
from ctg_desktop.usecases.letters import Letters
from ctg_desktop.usecases.notice_board import NoticeBoard
from ctg_desktop.usecases.pictures import Pictures
from ctg_desktop.usecases.questionnaires import Questionnaires
from ctg_desktop.usecases.recipients import Recipients
from ctg_desktop.usecases.recovery import OpenRecovery
from ctg_desktop.usecases.register.register import Register
from ctg_desktop.usecases.search import Search
from ctg_desktop.usecases.searches import Searches
from ctg_desktop.usecases.settings import Settings
from ctg_desktop.usecases.year_reports import YearReports


@dataclass(frozen=True, slots=True)
class Office:
    """The use cases of one vault, given whole to a window or a command.

    Attributes:
        consultation: Why it may only be read; ``None`` when all of it can be done.
    """

    folder: Path
    directory: Directory
    calendar: Calendar
    journal: Journal
    search: Search
    searches: Searches
    drafts: Drafts
    pictures: Pictures
    settings: Settings
    imports: Imports
    exports: Exports
    booklets: Booklets
    leaflets: Leaflets
    labels: Labels
    attendance: AttendanceSheets
    notice_board: NoticeBoard
    home: Home
    recipients: Recipients
    letters: Letters
    confirmations: Confirmations
    letter_settings: LetterSettings
    backups: Backups
    access_log: AccessLog
    recovery: OpenRecovery
    health: Health
    access: OpenAccess
    questionnaires: Questionnaires
    notices: InformationNotices
    year_reports: YearReports
    register: Register
    families: Families
    family_rights: FamilyRights
    referrals: Referrals
    consultation: Consultation | None = None


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
        closing(opened(folder, key, reading=reading)) as vault,
        closing(Register(vault, actor)) as register,
    ):
        backups, access_log = Backups(vault, actor), AccessLog(vault, actor)
        family_rights = FamilyRights(vault, actor)
        access_log.purge()
        family_rights.tidy_up()
        yield Office(
            folder=folder,
            directory=Directory(vault, actor, backups.before),
            calendar=Calendar(vault, actor),
            journal=Journal(vault, actor),
            search=Search(vault),
            searches=Searches(vault, actor),
            drafts=Drafts(vault),
            pictures=Pictures(vault, actor),
            settings=Settings(vault, actor),
            imports=Imports(vault, actor, backups.before),
            exports=Exports(vault, actor),
            booklets=Booklets(vault),
            leaflets=Leaflets(vault, actor),
            labels=Labels(vault),
            attendance=AttendanceSheets(vault),
            notice_board=NoticeBoard(vault),
            home=Home(vault),
            recipients=Recipients(vault),
            letters=Letters(vault, actor),
            confirmations=Confirmations(vault),
            letter_settings=LetterSettings(vault, actor),
            backups=backups,
            access_log=access_log,
            recovery=OpenRecovery(folder, Opened(key, actor)),
            health=Health(vault, backups, access_log),
            access=OpenAccess(folder, key, (vault.profile.name,)),
            questionnaires=Questionnaires(vault, actor),
            notices=InformationNotices(vault, actor),
            year_reports=YearReports(vault),
            register=register,
            families=Families(vault, actor),
            family_rights=family_rights,
            referrals=Referrals(vault, actor),
            consultation=vault.consultation,
        )


def today() -> date:
    """Return the day in mainland France, as the journal dates it."""
    return local_now().date()
