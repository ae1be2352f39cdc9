"""Letters and confirmations: from what they say to a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctg_desktop.domain.confirmation import Confirmation
from ctg_desktop.domain.letter import Letter
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.letter.confirmation import ConfirmationJob, confirmation_section
from ctg_desktop.pdf.letter.head import Letterhead
from ctg_desktop.pdf.letter.page import letter_section
from ctg_desktop.pdf.letter.theme import PAGE, SHEET, TIGHT
from ctg_desktop.pdf.style import StyleSheet


def anchor(number: int) -> str:
    """Return the name of a letter in its file; ``number`` counts from 0."""
    return f"lettre-{number}"


def letters_document(
    letters: Sequence[Letter], letterhead: Letterhead, title: str, progress: Progress = silent
) -> Document:
    """Return the letters of a mailing, each beginning on a sheet of its own.

    Raises:
        Cancelled: By ``progress``.
    """
    sections = (
        letter_section(letter, letterhead, anchor(number)) for number, letter in enumerate(letters)
    )
    return paper(_watched(sections, progress), letterhead, title)


def confirmations_document(
    confirmations: Sequence[Confirmation], job: ConfirmationJob, progress: Progress = silent
) -> Document:
    """Return confirmations, each beginning on a sheet of its own.

    Raises:
        Cancelled: By ``progress``.
    """
    sections = (
        confirmation_section(one, job, anchor(number)) for number, one in enumerate(confirmations)
    )
    watched = _watched(sections, progress)
    return paper(watched, job.letterhead, "Confirmation des fiches", TIGHT)


def paper(
    sections: Iterable[Section], letterhead: Letterhead, title: str, sheet: StyleSheet = SHEET
) -> Document:
    """Return sections of letters as one paper; for both sides, each begins on a front side."""
    parts: list[Section] = []
    for section in sections:
        parts.append(section)
        if letterhead.options.duplex:
            parts.append(Section("", (), multiple=2))
    return Document(
        title=title,
        language="fr",
        author=letterhead.sender.name,
        subject=title,
        edition=letterhead.options.day,
        page=PAGE,
        sheet=sheet,
        sections=tuple(parts),
    )


def _watched(sections: Iterable[Section], progress: Progress) -> Iterator[Section]:
    """Let a person stop between two letters; how many pages they make is not known yet."""
    for section in sections:
        progress(0, 0)
        yield section
