"""The first part of a notice: who keeps the data, why, how long, and what one may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctg_desktop.domain.information_notice import PrivacySettings, Subject
from ctg_desktop.domain.letter import Sender
from ctg_desktop.pdf.blocks import Block, Columns, Heading, Paragraph, Part, Space, WritingLines
from ctg_desktop.pdf.information_notice import texts
from ctg_desktop.pdf.information_notice.theme import WRITING
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.voice import Tongue
from ctg_desktop.pdf.words import FRENCH, verbatim, words

_LABEL, _TEXT = 1.0, 3.3
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says fixed texts in the language of the paper, and texts of the commune in French."""

    tongue: Tongue

    def fixed(self, phrase: Phrase, *values: str) -> Runs:
        """Return a fixed text, its blanks filled."""
        said = self.tongue.of(phrase).format(*values)
        return words(said) if self.tongue.code == FRENCH else verbatim(said)

    def local(self, text: str) -> Runs:
        """Return a text that a person wrote in French."""
        return words(text, language="" if self.tongue.code == FRENCH else FRENCH)


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
    yield Paragraph(speaker.fixed(texts.KICKER), "kicker")
    yield Heading(1, speaker.fixed(texts.TITLE))
    yield Paragraph(speaker.fixed(texts.LAW), "law")
    rows = (
        (texts.CONTROLLER, _controller(sender, speaker)),
        (texts.OFFICER, _or_line(settings.dpo, texts.OFFICER_LINE, speaker)),
        (texts.PURPOSES, (_chosen(settings.purposes, texts.PURPOSES_TEXT, speaker),)),
        (texts.DATA, _data(subject, speaker)),
        (texts.RECIPIENTS, (_chosen(settings.recipients, texts.RECIPIENTS_TEXT, speaker),)),
        (texts.RETENTION, _or_line(settings.retention, texts.RETENTION_LINE, speaker)),
        (texts.RIGHTS, (Paragraph(speaker.fixed(texts.RIGHTS_TEXT)),)),
        (texts.COMPLAINT, (_complaint(speaker),)),
    )
    for title, blocks in rows:
        yield Columns(
            (
                Part((Heading(2, speaker.fixed(title), style="heading-3"),), _LABEL),
                Part(blocks, _TEXT),
            ),
            gap=_GAP,
        )
        yield Space(6.0)


def postal_lines(sender: Sender) -> list[str]:
    """Return the address of the town hall; empty when the directory does not know it."""
    return [line for line in sender.lines if "@" not in line and not line.startswith("Tél")]


def _controller(sender: Sender, speaker: Speaker) -> tuple[Block, ...]:
    name = Paragraph(speaker.local(sender.name), "strong")
    if not postal_lines(sender):
        return (name, Paragraph(speaker.fixed(_ADDRESS)), WritingLines(1, WRITING))
    return (name, Paragraph(speaker.local(", ".join(sender.lines))))


_ADDRESS = Phrase("Adresse, téléphone :", "Address, phone:")


def _or_line(said: str, label: Phrase, speaker: Speaker) -> tuple[Block, ...]:
    """Return what the commune said, or a line to write it on."""
    if said:
        return (Paragraph(speaker.local(said)),)
    return (Paragraph(speaker.fixed(label), "note"), WritingLines(1, WRITING * 0.75))


def _chosen(said: str, proposed: Phrase, speaker: Speaker) -> Paragraph:
    return Paragraph(speaker.local(said) if said else speaker.fixed(proposed))


def _data(subject: Subject, speaker: Speaker) -> tuple[Block, ...]:
    said = Paragraph(speaker.fixed(texts.DATA_TEXT))
    if not subject.source:
        return (said,)
    return (said, Paragraph(speaker.fixed(texts.SOURCE_TEXT, subject.source.rstrip(" .")), "note"))


def _complaint(speaker: Speaker) -> Paragraph:
    site = texts.CNIL_SITE
    return Paragraph((*speaker.fixed(texts.COMPLAINT_TEXT), Run(site, target=f"https://{site}")))
