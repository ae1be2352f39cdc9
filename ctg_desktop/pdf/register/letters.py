"""Letters of the register, some with a slip to cut off and give back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.letters import RegisterLetter, RegisterWords, access
from ctg_desktop.messages.register_lines import about_lines, done_lines
from ctg_desktop.pdf.blocks import (
    Block,
    Columns,
    CutLine,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.letter import anchor, paper
from ctg_desktop.pdf.letter.head import Letterhead
from ctg_desktop.pdf.letter.page import letter_section
from ctg_desktop.pdf.letter.theme import TIGHT
from ctg_desktop.pdf.words import verbatim, words

_LEADING = 18.0


def register_letters_document(
    letters: Sequence[RegisterLetter],
    letterhead: Letterhead,
    title: str,
    progress: Progress = silent,
) -> Document:
    """Return letters, each on a sheet of its own.

    Raises:
        Cancelled: By ``progress``.
    """
    return paper(_sections(letters, letterhead, progress), letterhead, title, TIGHT)


def access_letter(entry: RegisterEntry, said: RegisterWords) -> RegisterLetter:
    """Return the answer to a person who asks for their data: all that is noted of them."""
    return access(entry, said, (*about_lines(entry), *done_lines(entry)))


def _sections(
    letters: Sequence[RegisterLetter], letterhead: Letterhead, progress: Progress
) -> Iterator[Section]:
    for number, one in enumerate(letters):
        progress(0, 0)
        section = letter_section(one.letter, letterhead, anchor(number))
        slip = tuple(_slip(one, letterhead.sender)) if one.choices else ()
        yield replace(section, blocks=(*section.blocks, *slip))


def _slip(one: RegisterLetter, sender: Sender) -> Iterator[Block]:
    """Yield the slip at the foot of the page; it stays on one page."""
    inside: list[Block] = [
        CutLine(before=6, after=6),
        Heading(2, words("Coupon à rendre à la mairie"), style="slip-title"),
        Paragraph(verbatim(one.letter.recipient.name), "slip-label"),
        ItemList(tuple(map(words, one.choices)), Marker.TICK, "slip-item"),
    ]
    if one.lines:
        inside += [Paragraph(words("Corrections"), "slip-label"), WritingLines(one.lines, _LEADING)]
    back = ", ".join((sender.name, *sender.lines))
    inside += [
        Space(6),
        Columns(
            (
                Part((Paragraph(words("Date"), "slip-note"), WritingLines(1, _LEADING))),
                Part((Paragraph(words("Signature"), "slip-note"), WritingLines(1, _LEADING)), 2.0),
            ),
            gap=18,
        ),
        Space(6),
        Paragraph(words(f"À rendre à : {back}"), "slip-note"),
    ]
    yield Group((Space(fill=True), *inside))
