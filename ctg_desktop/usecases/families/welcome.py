"""Welcome a family in one action: the notice, a letter, the booklet for them, an invitation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind, Disclosure
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.household import Channel, Purpose
from ctg_desktop.domain.families.welcome import (
    LeftOut,
    WelcomeOptions,
    WelcomePart,
    WelcomeRemark,
    titles_said,
    welcomed,
)
from ctg_desktop.domain.information_notice import NoticeGap
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.stretches import WHOLE, stretch
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.families.email import EmailDraft, FamilyEmails
from ctg_desktop.usecases.families.recipients import (
    ENTITY,
    HouseholdRecipients,
)
from ctg_desktop.usecases.families.welcome_papers import TITLES, WelcomePapers
from ctg_desktop.usecases.papers import (
    PaperReport,
    RenderedPaper,
    file_name,
    keep,
    keep_paper,
)
from ctg_desktop.usecases.public_dates import next_dates

WELCOME = "household-welcome"
_JOINED = "Accueil d’une famille"
_A4 = ("page A4", "pages A4")


@dataclass(frozen=True, slots=True)
class WelcomePack:
    """What was made for a family.

    Attributes:
        household: Id.
        papers: In the order in which they are handed over.
        left_out: What could not be made, and why.
        gaps: What is to be written on the notice by hand.
        invited_to: Titles of the events of the invitation.
    """

    household: str
    papers: Mapping[WelcomePart, RenderedPaper] = field(default_factory=dict)
    left_out: Mapping[WelcomePart, LeftOut] = field(default_factory=dict)
    remarks: tuple[WelcomeRemark, ...] = ()
    gaps: tuple[NoticeGap, ...] = ()
    invited_to: tuple[str, ...] = ()


class Welcome:
    """How the families of a vault are welcomed and written to.

    Args:
        vault: An open vault.
        actor: Who works, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor
        self._log = AccessLog(vault, actor)
        self._emails = FamilyEmails(vault, actor)

    def prepare(
        self,
        household_id: str,
        options: WelcomeOptions,
        today: date,
        progress: Progress = silent,
    ) -> WelcomePack:
        """Make the papers of a welcome; nothing is written or ticked yet.

        Raises:
            UserError: ``household-unknown``.
            Cancelled: By ``progress``.
        """
        with self._vault.reading() as stored:
            household = stored.households.get(household_id)
            dates = next_dates(stored, today)
        job = WelcomePapers(self._vault, self._actor, household, options, today)
        makers: Mapping[WelcomePart, Callable[[Progress], RenderedPaper | LeftOut]] = {
            WelcomePart.NOTICE: job.notice,
            WelcomePart.LETTER: job.letter,
            WelcomePart.INVITATION: job.invitation if dates else _nothing_to_invite_to,
            WelcomePart.BOOKLET: job.booklet,
        }
        wanted = [part for part in WelcomePart if part in options.parts]
        papers: dict[WelcomePart, RenderedPaper] = {}
        left_out: dict[WelcomePart, LeftOut] = {}
        for number, part in enumerate(wanted):
            share = WHOLE // len(wanted)
            made = makers[part](stretch(progress, number * share, (number + 1) * share))
            if isinstance(made, LeftOut):
                left_out[part] = made
            else:
                papers[part] = made
        invited = WelcomePart.INVITATION in papers
        return WelcomePack(
            household_id,
            papers,
            left_out,
            tuple(job.remarks(papers)),
            job.gaps,
            tuple(one.title for one in dates) if invited else (),
        )

    def joined(self, pack: WelcomePack, progress: Progress = silent) -> RenderedPaper:
        """Return all papers of a welcome in one file, for a single print.

        Raises:
            UserError: ``welcome-empty``.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.joining import Part, joined

        if not pack.papers:
            raise UserError("welcome-empty")
        parts = [Part(TITLES[part], one.content) for part, one in pack.papers.items()]
        pages = sum(one.pages for one in pack.papers.values())
        content = joined(parts, _JOINED, progress)
        carries = Disclosure(WELCOME, ENTITY, (pack.household,))
        return RenderedPaper(content, pages, _JOINED, _A4, carries=carries)

    def write(self, pack: WelcomePack, folder: Path) -> list[PaperReport]:
        """Write the papers into a folder, one file each; no name tells of the family.

        Raises:
            UserError: ``welcome-empty``, ``target-is-folder``, ``consultation-personal``.
            EnvironmentFault: A file cannot be written.
        """
        if not pack.papers:
            raise UserError("welcome-empty")
        self._log.require_noting()
        reports = [
            keep_paper(paper, folder / f"{number} {file_name(TITLES[part])}.pdf")
            for number, (part, paper) in enumerate(pack.papers.items(), start=1)
        ]
        self._log.note(AccessKind.EXPORTED, WELCOME, ENTITY, [pack.household])
        return reports

    def done(self, household_id: str, pack: WelcomePack, today: date) -> Changes:
        """Note that the papers were handed over: on the checklist, and in the journal of access.

        Raises:
            UserError: ``household-unknown``, ``welcome-empty``, ``consultation-…``.
        """
        if not pack.papers:
            raise UserError("welcome-empty")
        parts, invited_to = frozenset(pack.papers), titles_said(pack.invited_to)
        with self._vault.writing("household-welcomed", actor=self._actor) as work:
            known = work.households.get(household_id)
            work.households.save(welcomed(known, parts, invited_to, today))
        self._log.note(AccessKind.PRINTED, WELCOME, ENTITY, [household_id])
        return work.changes

    def email(
        self, household_id: str, purpose: Purpose, today: date, pack: WelcomePack | None = None
    ) -> EmailDraft:
        """Return a draft to a family, with the papers of its welcome that may go by e-mail.

        Raises:
            UserError: ``household-unknown``, ``email-not-agreed``, ``email-unsafe``.
        """
        papers = pack.papers if pack is not None else {}
        return self._emails.to_family(household_id, purpose, today, papers)

    def email_to(self, ids: Sequence[str], purpose: Purpose, today: date) -> EmailDraft:
        """Return one draft to several families, which do not see one another.

        Raises:
            UserError: ``email-not-agreed`` when none of them agreed, ``email-unsafe``.
        """
        return self._emails.to_several(ids, purpose, today)

    def write_email(self, draft: EmailDraft, target: Path) -> Path:
        """Write a draft into a file, and note it.

        Raises:
            UserError: ``target-is-folder``, ``consultation-personal``.
            EnvironmentFault: The file cannot be written.
        """
        self._log.require_noting()
        path = keep(draft.content, target)
        self._log.note_disclosure(draft.carries, AccessKind.EXPORTED)
        return path

    def recipients(
        self, ids: Sequence[str], purpose: Purpose, channel: Channel
    ) -> HouseholdRecipients:
        """Return families as recipients of letters, labels or calls."""
        return HouseholdRecipients(self._vault, tuple(ids), purpose, channel)


def _nothing_to_invite_to(_progress: Progress) -> LeftOut:
    return LeftOut.NOTHING_TO_INVITE_TO
