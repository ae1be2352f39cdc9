"""Information notices with their consent form: one page for each person who is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.information_notice import PrivacySettings, Subject
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.information_notice import texts
from ctg_desktop.pdf.information_notice.consent import consent_form
from ctg_desktop.pdf.information_notice.notice import notice
from ctg_desktop.pdf.information_notice.speaker import Speaker
from ctg_desktop.pdf.information_notice.theme import PAGE, SIZES, sheet
from ctg_desktop.pdf.voice import ENGLISH_TONGUE, FRENCH_TONGUE

_TRIED = 40
"""Notices that decide the size of all: the others differ by a name."""


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """All that notices print.

    Attributes:
        sender: The town hall, which is responsible.
        edition: The day they are made.
    """

    sender: Sender
    settings: PrivacySettings
    language: Language
    edition: date


def notice_document(
    content: NoticeContent, subjects: Sequence[Subject], progress: Progress = silent
) -> Document:
    """Return a notice for each person, on a page each where that is possible.

    Args:
        content: What they are told.
        subjects: Whom; one without a name is filled in by hand.
        progress: May raise ``Cancelled``.

    Raises:
        Cancelled: By ``progress``.
    """
    tried = subjects[:_TRIED]
    for size in SIZES[:-1]:
        if page_count(_document(content, tried, size), progress) <= len(tried):
            return _document(content, subjects, size)
    return _document(content, subjects, SIZES[-1])


def _document(content: NoticeContent, subjects: Sequence[Subject], size: float) -> Document:
    tongue = ENGLISH_TONGUE if content.language is Language.ENGLISH else FRENCH_TONGUE
    speaker = Speaker.alone(tongue)
    kicker = tongue.of(texts.KICKER)
    return Document(
        title=f"{kicker} – {tongue.of(texts.TITLE)}",
        language=tongue.code,
        author=content.sender.name,
        subject=tongue.of(texts.CONSENT),
        edition=content.edition,
        page=PAGE,
        sheet=sheet(size),
        sections=tuple(
            Section(
                one.name or kicker,
                (
                    *notice(content.sender, content.settings, one, speaker),
                    *consent_form(content.sender, content.settings, one, speaker),
                ),
                content.sender.accent,
                Furniture(foot=content.sender.name, numbered=True, restart=True),
            )
            for one in subjects
        ),
    )
