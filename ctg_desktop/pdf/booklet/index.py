"""The index: every entry by name, then by theme; and where the entries come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import Block, Heading, Index, Paragraph, Reference
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.entries import anchor
from ctg_desktop.pdf.phrases import Phrase

_OTHER = "…"


def index(job: Job) -> Section | None:
    """Return the index in columns, or nothing without entries."""
    listings = sorted(job.printed, key=lambda one: (fold(one.name), one.id))
    if not listings:
        return None
    blocks: list[Block] = []
    for letter, group in groupby(listings, key=_letter):
        blocks.append(Heading(2, job.voice.french(letter), style="index-letter"))
        blocks.append(Index(tuple(_reference(one, job) for one in group)))
    themes = list(_themes(job, listings))
    if themes:
        blocks.append(job.heading(2, phrases.BY_THEME, "index-themes", "month"))
        blocks += themes
    heading = job.title(phrases.INDEX, "index")
    columns = job.layout.list_columns
    title, colour = job.voice.main.of(phrases.INDEX), job.content.profile.accent
    return Section(title, tuple(blocks), colour, columns=columns, masthead=(heading,))


def _themes(job: Job, listings: Sequence[Listing]) -> Iterator[Block]:
    for theme in job.content.themes:
        chosen = [one for one in listings if theme.code in one.themes]
        if chosen:
            name = Phrase(theme.label, theme.label_en or theme.label)
            yield Heading(3, job.voice.runs(name, between=" / "), style="index-letter")
            yield Index(tuple(_reference(one, job) for one in chosen))


def _reference(listing: Listing, job: Job) -> Reference:
    return Reference(job.voice.french(listing.name), anchor(listing))


def _letter(listing: Listing) -> str:
    first = fold(listing.name)[:1].upper()
    return first if first.isalpha() else _OTHER


def sources(job: Job) -> Paragraph | None:
    """Return the credit that the licences of foreign data ask for."""
    found = sorted({one.source for one in job.content.listings if one.source})
    if not found:
        return None
    said = " ; ".join(found)
    return Paragraph(job.voice.french(job.voice.main.of(phrases.SOURCES).format(said)), "aside")
