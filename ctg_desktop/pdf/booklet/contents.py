"""The contents, and what the reader should know first."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.papers import Language
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import Block, Contents, Group, Paragraph, Space
from ctg_desktop.pdf.booklet.index import sources
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.document import Section


def contents(job: Job) -> Section:
    """Return the contents; below them how entries are kept up to date and where they come from."""
    voice = job.voice
    blocks: list[Block] = [
        job.heading(1, phrases.CONTENTS),
        Contents(depth=1),
        Space(fill=True),
        Group(tuple(_notes(job))),
    ]
    title = voice.main.of(phrases.CONTENTS)
    return Section(title, tuple(blocks), job.content.profile.accent)


def _notes(job: Job) -> Iterator[Block]:
    """Yield what stands at the foot, together."""
    voice = job.voice
    yield Paragraph(voice.runs(phrases.CORRECTIONS, between="\n"), "aside")
    if voice.language is Language.ENGLISH:
        yield Paragraph(voice.runs(phrases.FRENCH_DETAILS), "aside")
    credit = sources(job)
    if credit is not None:
        yield credit
