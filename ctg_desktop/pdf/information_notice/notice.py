"""The first part of a notice: who keeps the data, why, how long, and what one may ask for."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.information_notice import PrivacySettings, Subject
from ctg_desktop.domain.letter import Sender
from ctg_desktop.pdf.blocks import Block, Paragraph
from ctg_desktop.pdf.information_notice import texts
from ctg_desktop.pdf.information_notice.speaker import Speaker
from ctg_desktop.pdf.information_notice.told import chosen, complaint, controller, or_line, told


def notice(
    sender: Sender, settings: PrivacySettings, subject: Subject, speaker: Speaker
) -> Iterator[Block]:
    """Yield what a person is told.

    Args:
        sender: The town hall.
        settings: What the commune decided; what it did not say is written by hand.
        subject: Who is told.
        speaker: The language.
    """
    rows = (
        (texts.CONTROLLER, controller(sender, speaker)),
        (texts.OFFICER, or_line(settings.dpo, texts.OFFICER_LINE, speaker)),
        (texts.PURPOSES, (chosen(settings.purposes, texts.PURPOSES_TEXT, speaker),)),
        (texts.DATA, _data(subject, speaker)),
        (texts.RECIPIENTS, (chosen(settings.recipients, texts.RECIPIENTS_TEXT, speaker),)),
        (texts.RETENTION, or_line(settings.retention, texts.RETENTION_LINE, speaker)),
        (texts.RIGHTS, (Paragraph(speaker.fixed(texts.RIGHTS_TEXT)),)),
        (texts.COMPLAINT, (complaint(speaker),)),
    )
    return told(texts.TITLE, rows, speaker)


def _data(subject: Subject, speaker: Speaker) -> tuple[Block, ...]:
    said = Paragraph(speaker.fixed(texts.DATA_TEXT))
    if not subject.source:
        return (said,)
    return (said, Paragraph(speaker.fixed(texts.SOURCE_TEXT, subject.source.rstrip(" .")), "note"))
