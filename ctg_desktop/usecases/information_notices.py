"""Tell people what their data are printed for, and ask for their consent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import msgspec

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.information_notice import (
    NoticeGap,
    NoticeOptions,
    PrivacySettings,
    Subject,
    checked_privacy,
    subjects_of,
)
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.usecases.letter_settings import sender_of
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.recipients import Wanted, listings_of

PRIVACY = "privacy"
BLANK = (Subject(),)
_NAMES = {
    Language.FRENCH: "Notice d’information",
    Language.ENGLISH: "Information notice",
    Language.BOTH: "Notice d’information fr-en",
}


@dataclass(frozen=True, slots=True)
class RenderedNotices(RenderedPaper):
    """Notices ready to be handed out.

    Attributes:
        count: How many people are told.
        gaps: What had to be left to be written by hand on each of them.
    """

    count: int = 1
    gaps: tuple[NoticeGap, ...] = field(default=())


class InformationNotices:
    """The notices of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def settings(self) -> PrivacySettings:
        """Return who answers for personal data, as far as the commune said."""
        with self._vault.reading() as stored:
            return privacy_of(stored)

    def save_settings(self, settings: PrivacySettings) -> Changes:
        """Change who answers for personal data.

        Raises:
            UserError: As :func:`ctg_desktop.domain.information_notice.checked_privacy`.
        """
        ready = checked_privacy(settings)
        with self._vault.writing("privacy-saved", actor=self._actor) as work:
            work.settings.set(PRIVACY, msgspec.to_builtins(ready))
        return work.changes

    def render(
        self,
        wanted: Wanted | None,
        options: NoticeOptions,
        today: date,
        progress: Progress = silent,
    ) -> RenderedNotices | None:
        """Return the PDF of the notices.

        Args:
            wanted: The entries whose people are told; ``None`` for one blank notice.
            options: How.
            today: The day they are made.
            progress: Told each page.

        Returns:
            ``None`` when the entries name nobody.

        Raises:
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.information_notice import NoticeContent, notice_document
        from ctg_desktop.pdf.render import render

        with self._vault.reading() as stored:
            subjects = BLANK if wanted is None else tuple(_subjects(stored, wanted, today))
            sender = sender_of(stored, self._vault.profile, today)
            settings = privacy_of(stored)
        if not subjects:
            return None
        content = NoticeContent(sender, settings, options.language, today)
        made = render(notice_document(content, subjects, progress), progress)
        alone = subjects[0].name or subjects[0].entry if len(subjects) == 1 else ""
        return RenderedNotices(
            made.content,
            made.pages,
            file_name(_NAMES[options.language], alone or self._vault.profile.name),
            ("page A4", "pages A4"),
            count=len(subjects),
            gaps=tuple(_gaps(sender, settings)),
        )

    def render_for_families(
        self, language: Language, today: date, progress: Progress = silent
    ) -> RenderedNotices:
        """Return the notice that is given to families, with the form of their consent.

        It names nobody: the same sheet is for each of them.

        Args:
            language: French, English, or a page of each.
            today: The day it is made.
            progress: Told each page.

        Raises:
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.information_notice.families import (
            FamilyNotice,
            family_notice_document,
        )
        from ctg_desktop.pdf.render import render

        with self._vault.reading() as stored:
            sender = sender_of(stored, self._vault.profile, today)
            privacy, families = privacy_of(stored), stored.settings.families()
        content = FamilyNotice(sender, privacy, families, language, today)
        made = render(family_notice_document(content, progress), progress)
        gaps = (one for one in _gaps(sender, privacy) if one is not NoticeGap.RETENTION)
        return RenderedNotices(
            made.content,
            made.pages,
            file_name(f"{_NAMES[language]}, familles", self._vault.profile.name),
            ("page A4", "pages A4"),
            gaps=tuple(gaps),
        )


def _subjects(stored: Repositories, wanted: Wanted, today: date) -> Iterator[Subject]:
    asked = not isinstance(wanted, ListingFilter)
    for listing in listings_of(stored, wanted, today):
        yield from subjects_of(listing, asked=asked)


def _gaps(sender: Sender, settings: PrivacySettings) -> Iterator[NoticeGap]:
    if not sender.lines:
        yield NoticeGap.ADDRESS
    if not settings.dpo:
        yield NoticeGap.DPO
    if not settings.retention:
        yield NoticeGap.RETENTION


def privacy_of(stored: Repositories) -> PrivacySettings:
    """Return who answers for personal data, as far as the commune said."""
    return msgspec.convert(stored.settings.get(PRIVACY, {}), PrivacySettings)
