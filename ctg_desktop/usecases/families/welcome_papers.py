"""The papers that a family is given when it is welcomed, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.families.household import Household, Purpose
from ctg_desktop.domain.families.welcome import (
    LeftOut,
    WelcomeOptions,
    WelcomePart,
    WelcomeRemark,
    language_of,
    reason_against,
)
from ctg_desktop.domain.information_notice import NoticeGap
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.papers import BookletOptions, Language
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.booklets import Booklets
from ctg_desktop.usecases.families.recipients import HandedOver, recipient_of_family
from ctg_desktop.usecases.information_notices import InformationNotices
from ctg_desktop.usecases.letter_settings import LetterSettings
from ctg_desktop.usecases.letters import Letters
from ctg_desktop.usecases.papers import RenderedPaper, file_name

LETTER_MODEL, MEETINGS_MODEL = "accueil", "rencontres"
TITLES = MappingProxyType(
    {
        WelcomePart.NOTICE: "Notice d’information",
        WelcomePart.LETTER: "Lettre d’accueil",
        WelcomePart.INVITATION: "Invitation",
        WelcomePart.BOOKLET: "Livret choisi",
    }
)


class WelcomePapers:
    """The papers of one family.

    Args:
        vault: An open vault.
        actor: Who works.
        household: As stored.
        options: What is wanted.
        today: The day they are handed over.

    Attributes:
        gaps: What is to be written on the notice by hand; known once it is made.
    """

    def __init__(
        self, vault: Vault, actor: str, household: Household, options: WelcomeOptions, today: date
    ) -> None:
        self._vault, self._actor = vault, actor
        self._household, self._options, self._today = household, options, today
        self.gaps: tuple[NoticeGap, ...] = ()

    def notice(self, progress: Progress) -> RenderedPaper:
        """Return the notice, in both languages."""
        notices = InformationNotices(self._vault, self._actor)
        made = notices.render_for_families(Language.BOTH, self._today, progress)
        self.gaps = made.gaps
        return made

    def letter(self, progress: Progress) -> RenderedPaper | LeftOut:
        """Return the letter of welcome."""
        return self._letter(LETTER_MODEL, Purpose.WELCOME, WelcomePart.LETTER, progress)

    def invitation(self, progress: Progress) -> RenderedPaper | LeftOut:
        """Return the invitation to the next dates."""
        return self._letter(MEETINGS_MODEL, Purpose.INVITATIONS, WelcomePart.INVITATION, progress)

    def booklet(self, progress: Progress) -> RenderedPaper | LeftOut:
        """Return the booklet, what they need first."""
        household, options = self._household, self._options
        if household.left_on is not None:
            return LeftOut.MOVED_AWAY
        wanted = BookletOptions(
            form=options.booklet,
            language=options.language or language_of(household),
            needs=household.needs,
            only_chosen=options.only_needs,
        )
        try:
            return Booklets(self._vault).render(self._today, wanted, progress)
        except UserError as fault:
            if fault.code != "choice-empty":
                raise
            return LeftOut.NOTHING_SERVES

    def remarks(self, papers: Mapping[WelcomePart, RenderedPaper]) -> list[WelcomeRemark]:
        """Return what a person should know of the papers that were made."""
        found = []
        lettered = {WelcomePart.LETTER, WelcomePart.INVITATION} & papers.keys()
        if lettered and not self._household.address.lines:
            found.append(WelcomeRemark.NO_ADDRESS)
        if WelcomePart.BOOKLET in papers and not self._household.needs:
            found.append(WelcomeRemark.NO_NEEDS)
        return found

    def _letter(
        self, model: str, purpose: Purpose, part: WelcomePart, progress: Progress
    ) -> RenderedPaper | LeftOut:
        noticed = WelcomePart.NOTICE in self._options.parts
        reason = reason_against(self._household, purpose, self._today, notice=noticed)
        if reason is not None:
            return reason
        letters = Letters(self._vault, self._actor)
        chosen = LetterSettings(self._vault, self._actor).model(model)
        source = HandedOver(recipient_of_family(self._household, purpose, self._today))
        options = LetterOptions(self._today, unaddressed=True)
        made = letters.render(letters.prepare(chosen, source, options), options, (), progress)
        if made is None:
            raise AssertionError(model)
        return replace(made, name=file_name(TITLES[part], self._today))
