"""The register as the prefect is given it, when an alert plan is set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.register.prefect_table import HEADER
from ctg_desktop.domain.wording import day_full, plural
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph, Space
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.register.theme import SHEET, TABLE_PAGE
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import words

TITLE = "Registre des personnes vulnérables"
_LAW = (
    "Communiqué au préfet, à sa demande, dans le cadre du plan d’alerte et d’urgence (code de "
    "l’action sociale et des familles, L121-6-1 et R121-2 à R121-12). Confidentiel : à ne pas "
    "copier, à détruire quand l’alerte est finie."
)
_WIDTHS = (1.4, 1.4, 1.05, 1.45, 2.1, 1.5, 2.05, 2.15)


@dataclass(frozen=True, slots=True)
class PrefectSheet:
    """What it prints.

    Attributes:
        alert: Its name; empty for none.
        rows: As :func:`ctg_desktop.domain.register.prefect_table.rows_of` gives them.
        edition: The day it leaves.
    """

    sender: Sender
    alert: str
    rows: Sequence[Sequence[str]]
    edition: date


def prefect_document(content: PrefectSheet) -> Document:
    """Return the register as a document."""
    foot = f"Confidentiel – {TITLE} – {content.sender.name}"
    section = Section(
        TITLE,
        tuple(_blocks(content)),
        content.sender.accent,
        Furniture(foot=foot, numbered=True),
    )
    return Document(
        title=f"{TITLE} – {content.sender.name}",
        language="fr",
        author=content.sender.name,
        subject=TITLE,
        edition=content.edition,
        page=TABLE_PAGE,
        sheet=SHEET,
        sections=(section,),
    )


def _blocks(content: PrefectSheet) -> Iterator[Block]:
    yield Paragraph(words(", ".join((content.sender.name, *content.sender.lines))), "kicker")
    yield Heading(1, words(TITLE))
    count = plural(len(content.rows), "personne", "personnes")
    alert = f"{content.alert}. " if content.alert else ""
    said = f"{alert}{count}, au {day_full(content.edition)}."
    yield Paragraph(words(said), "lead")
    yield Paragraph(words(_LAW), "note")
    yield Space(6.0)
    if not content.rows:
        return
    yield Table(
        header=tuple(map(words, HEADER)),
        rows=tuple(tuple(words(cell) for cell in row) for row in content.rows),
        widths=_WIDTHS,
        row_headers=True,
        caption=TITLE,
        style="cell",
        header_style="column",
        ruled=True,
    )
