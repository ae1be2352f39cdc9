"""The figures of a year that leave the town hall, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.figure_tables import (
    FigureTable,
    halves,
    masked_head,
    masked_tables,
)
from ctg_desktop.domain.wording import day_full
from ctg_desktop.messages.family_figures import masking_sentence
from ctg_desktop.pdf.blocks import Block, Columns, Group, Heading, Paragraph, Part, Space
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.family_figures.theme import PAGE, SHEET
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import words

TITLE = "Familles arrivées et orientations"
_GAP = 24.0


def figures_document(figures: MaskedFigures, profile: Profile) -> Document:
    """Return a sending as a document of one page."""
    title = f"{TITLE} {figures.year}"
    foot = f"{title} – {profile.name}"
    section = Section(
        title, tuple(_blocks(figures, profile)), profile.accent, Furniture(foot=foot, numbered=True)
    )
    return Document(
        title=foot,
        language="fr",
        author=profile.name,
        subject=title,
        edition=figures.on,
        page=PAGE,
        sheet=SHEET,
        sections=(section,),
    )


def _blocks(figures: MaskedFigures, profile: Profile) -> Iterator[Block]:
    yield Paragraph(words(profile.name), "kicker")
    yield Heading(1, words(f"{TITLE} {figures.year}"))
    yield Paragraph(words(f"Comptées le {day_full(figures.on)}, sans noms."), "as-of")
    yield Paragraph(words(masked_head(figures)), "strong")
    left, right = halves(masked_tables(figures))
    yield Columns((Part(tuple(map(_table, left))), Part(tuple(map(_table, right)))), gap=_GAP)
    yield Space(6.0)
    yield Paragraph(words(masking_sentence(figures.families.threshold)), "note")


def _table(table: FigureTable) -> Block:
    shown = Table(
        header=tuple(map(words, table.header)),
        rows=tuple(tuple(map(words, row)) for row in table.rows),
        widths=(2.2, *(1.0 for _ in table.header[1:])),
        row_headers=True,
        caption=table.title,
        style="row",
        header_style="column",
    )
    note = (Paragraph(words(table.note), "note"),) if table.note else ()
    return Group((Heading(2, words(table.title)), shown, *note))
