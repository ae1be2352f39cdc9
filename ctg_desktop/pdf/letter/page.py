"""One letter as a section of its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.letter import Letter, LetterBlock, Listed, Told
from ctg_desktop.pdf.blocks import Block, Group, Heading, ItemList, Paragraph, Space
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.letter.head import Letterhead, head
from ctg_desktop.pdf.letter.theme import SIGNATURE_ROOM
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.words import words


def letter_section(letter: Letter, letterhead: Letterhead, anchor: str) -> Section:
    """Return the letter of one recipient; ``anchor`` names it in the file."""
    recipient = letter.recipient
    blocks: list[Block] = list(head(letterhead, recipient))
    blocks.append(Heading(1, _subject(letter.subject), anchor, recipient.name))
    if letter.salutation:
        blocks.append(Paragraph(words(letter.salutation), "text"))
    blocks += text_blocks(letter.body)
    blocks.append(Group(tuple(_end(letter))))
    if letter.enclosures:
        blocks.append(Paragraph(words(f"P.{NBSP}J.{NBSP}: {letter.enclosures}"), "enclosures"))
    return Section(recipient.name, tuple(blocks), letterhead.sender.accent, letterhead.furniture)


def text_blocks(told: Iterable[LetterBlock]) -> Iterator[Block]:
    """Return paragraphs and lists as the document model knows them."""
    for one in told:
        match one:
            case Told(text=text):
                yield Paragraph(words(text), "text")
            case Listed(items=items):
                yield ItemList(tuple(words(item) for item in items), style="item")
                yield Space(9)


def _subject(subject: str) -> tuple[Run, ...]:
    return (Run(f"Objet{NBSP}: "), *words(subject)) if subject else (Run("Lettre"),)


def _end(letter: Letter) -> Iterator[Block]:
    """Return the closing and the signature, which stay on one page."""
    yield from text_blocks(letter.closing)
    if letter.signature:
        yield Space(SIGNATURE_ROOM)
        for line in letter.signature:
            yield Paragraph(words(line), "signature")
