"""What every notice tells in the same way: rows of a title and a text, lines left to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.letter import Sender
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Heading,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.information_notice import texts
from ctg_desktop.pdf.information_notice.speaker import Speaker
from ctg_desktop.pdf.information_notice.theme import EDGE, WRITING
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import verbatim

_LABEL, _TEXT = 1.0, 3.3
_GAP = 12.0
_SIGN = 42.0
_ADDRESS = Phrase("Adresse, téléphone :", "Address, phone:")

Row = tuple[Phrase, tuple[Block, ...]]


def told(title: Phrase, rows: Iterable[Row], speaker: Speaker) -> Iterator[Block]:
    """Yield the head of a notice and its rows."""
    yield Paragraph(speaker.fixed(texts.KICKER), "kicker")
    yield Heading(1, speaker.fixed(title))
    yield Paragraph(speaker.fixed(texts.LAW), "law")
    for label, blocks in rows:
        heading = Heading(2, speaker.fixed(label), style="heading-3")
        yield Columns((Part((heading,), _LABEL), Part(blocks, _TEXT)), gap=_GAP)
        yield Space(6.0)


def controller(sender: Sender, speaker: Speaker) -> tuple[Block, ...]:
    """Return who is responsible, and a line for an address that nobody gave."""
    name = Paragraph(speaker.local(sender.name), "strong")
    if not _postal_lines(sender):
        return (name, Paragraph(speaker.fixed(_ADDRESS)), WritingLines(1, WRITING))
    return (name, Paragraph(speaker.local(", ".join(sender.lines))))


def or_line(said: str, label: Phrase, speaker: Speaker) -> tuple[Block, ...]:
    """Return what the commune said, or a line to write it on."""
    if said:
        return (Paragraph(speaker.local(said)),)
    return (Paragraph(speaker.fixed(label), "note"), WritingLines(1, WRITING * 0.75))


def chosen(said: str, proposed: Phrase, speaker: Speaker, *values: str) -> Paragraph:
    """Return what the commune said, or what is proposed, its blanks filled."""
    return Paragraph(speaker.local(said) if said else speaker.fixed(proposed, *values))


def complaint(speaker: Speaker) -> Paragraph:
    """Return where to complain."""
    site = texts.CNIL_SITE
    return Paragraph((*speaker.fixed(texts.COMPLAINT_TEXT), Run(site, target=f"https://{site}")))


def fact(label: Phrase, value: str, speaker: Speaker) -> tuple[Block, ...]:
    """Return a label with its value, or with a line to write on."""
    said: Block = Paragraph(verbatim(value), "strong") if value else WritingLines(1, WRITING)
    return (Paragraph(speaker.fixed(label), "label"), said)


def signature(speaker: Speaker) -> Columns:
    """Return the boxes for a date and a signature."""
    date = Box((Paragraph(speaker.fixed(texts.DATE), "label"),), border=EDGE, height=_SIGN)
    sign = Box((Paragraph(speaker.fixed(texts.SIGNATURE), "label"),), border=EDGE, height=_SIGN)
    return Columns((Part((date,), 1.0), Part((sign,), 2.0)), gap=12.0)


def withdrawal(
    sender: Sender, settings: PrivacySettings, speaker: Speaker, said: Phrase = texts.WITHDRAW
) -> Runs:
    """Return how a consent is withdrawn."""
    address = settings.dpo_email or sender.email
    where = speaker.tongue.of(texts.WRITE_TO).format(address) if address else ""
    return speaker.fixed(said, where)


def _postal_lines(sender: Sender) -> list[str]:
    """Return the address of the town hall; empty when the directory does not know it."""
    return [line for line in sender.lines if "@" not in line and not line.startswith("Tél")]
