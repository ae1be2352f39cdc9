"""The notice of families, with the form by which they agree to be contacted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Rule,
    Space,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.information_notice import family_texts, texts
from ctg_desktop.pdf.information_notice.speaker import Speaker
from ctg_desktop.pdf.information_notice.theme import BOX, EDGE, PAGE, SIZES, sheet
from ctg_desktop.pdf.information_notice.told import (
    Row,
    chosen,
    complaint,
    controller,
    fact,
    or_line,
    signature,
    told,
    withdrawal,
)
from ctg_desktop.pdf.voice import Voice


@dataclass(frozen=True, slots=True)
class FamilyNotice:
    """All that the notice of families prints.

    Attributes:
        sender: The town hall, which is responsible.
        privacy: Who answers for personal data.
        families: What the town hall decided about families.
        edition: The day it is made.
    """

    sender: Sender
    privacy: PrivacySettings
    families: FamilySettings
    language: Language
    edition: date


def family_notice_document(content: FamilyNotice, progress: Progress = silent) -> Document:
    """Return the notice, a page a language where that is possible.

    Raises:
        Cancelled: By ``progress``.
    """
    pages = len(Voice(content.language).tongues)
    for size in SIZES[:-1]:
        document = _document(content, size)
        if page_count(document, progress) <= pages:
            return document
    return _document(content, SIZES[-1])


def _document(content: FamilyNotice, size: float) -> Document:
    voice = Voice(content.language)
    return Document(
        title=f"{voice.main.of(texts.KICKER)} – {voice.main.of(family_texts.TITLE)}",
        language=voice.main.code,
        author=content.sender.name,
        subject=voice.main.of(family_texts.CONSENT),
        edition=content.edition,
        page=PAGE,
        sheet=sheet(size),
        sections=tuple(
            Section(
                tongue.of(texts.KICKER),
                tuple(_blocks(content, Speaker(tongue, voice))),
                content.sender.accent,
                Furniture(foot=content.sender.name, numbered=True, restart=True),
            )
            for tongue in voice.tongues
        ),
    )


def _blocks(content: FamilyNotice, speaker: Speaker) -> Iterator[Block]:
    yield from told(family_texts.TITLE, _rows(content, speaker), speaker)
    inside = tuple(_form(content, speaker))
    yield Group((Space(fill=True), Box(inside, border=EDGE, padding=10.5)))


def _rows(content: FamilyNotice, speaker: Speaker) -> Iterator[Row]:
    families, privacy = content.families, content.privacy
    months = str(families.retention_months)
    yield texts.CONTROLLER, controller(content.sender, speaker)
    yield texts.OFFICER, or_line(privacy.dpo, texts.OFFICER_LINE, speaker)
    yield texts.PURPOSES, (chosen(families.purposes, family_texts.PURPOSES_TEXT, speaker),)
    yield family_texts.BASIS, (Paragraph(speaker.fixed(family_texts.BASIS_TEXT)),)
    yield texts.DATA, (Paragraph(speaker.fixed(family_texts.DATA_TEXT)),)
    yield family_texts.SOURCE, (Paragraph(speaker.fixed(family_texts.SOURCE_TEXT)),)
    yield texts.RECIPIENTS, (chosen(families.recipients, family_texts.RECIPIENTS_TEXT, speaker),)
    kept = chosen(families.durations, family_texts.RETENTION_TEXT, speaker, months)
    yield texts.RETENTION, (kept,)
    yield (
        texts.RIGHTS,
        (Paragraph(speaker.fixed(family_texts.RIGHTS_TEXT, _where(content, speaker))),),
    )
    yield texts.COMPLAINT, (complaint(speaker),)


def _where(content: FamilyNotice, speaker: Speaker) -> str:
    address = content.privacy.dpo_email or content.sender.email
    return speaker.tongue.of(family_texts.OR_WRITE).format(address) if address else ""


def _form(content: FamilyNotice, speaker: Speaker) -> Iterator[Block]:
    yield Heading(2, speaker.fixed(family_texts.CONSENT))
    yield Space(3.0)
    asked = (family_texts.NAME, family_texts.PHONE, family_texts.EMAIL)
    yield Columns(tuple(Part(fact(one, "", speaker)) for one in asked), gap=18.0)
    yield Space(6.0)
    yield Paragraph(speaker.fixed(family_texts.CONSENT_TEXT))
    for purpose in family_texts.PURPOSES.values():
        yield Rule(3.0, 3.0)
        ticks = (
            Part((ItemList((speaker.fixed(one),), Marker.TICK, "tick", BOX),), 1.2)
            for one in family_texts.CHANNELS.values()
        )
        yield Columns((Part((Paragraph(speaker.fixed(purpose)),), 3.2), *ticks), gap=9.0)
    yield Space(6.0)
    yield signature(speaker)
    yield Space(6.0)
    how = withdrawal(content.sender, content.privacy, speaker, family_texts.WITHDRAW)
    yield Paragraph(how, "note")
