"""What these papers are built of: facts, rows, tables, and what is told of whoever keeps data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.letter import Sender
from ctg_desktop.pdf.blocks import (
    Block,
    Columns,
    Definitions,
    Heading,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.family_papers.theme import PAGE, SHEET
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import labelled, words

_LABEL, _TEXT = 1.0, 3.0
_LINE = 20.0
_ROW_GAP = 4.5


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps the data, and what they decided.

    Attributes:
        sender: The town hall.
        privacy: Who answers for personal data.
        families: What was decided about families.
    """

    sender: Sender
    privacy: PrivacySettings
    families: FamilySettings

    @property
    def named(self) -> str:
        """The town hall and how it is reached, in one line."""
        return ", ".join((self.sender.name, *self.sender.lines))


def document(
    keeper: Keeper, title: str, sections: Iterable[tuple[str, tuple[Block, ...]]], edition: date
) -> Document:
    """Return a paper of these sections, each on a new page."""
    foot = f"{title} – {keeper.sender.name}"
    return Document(
        title=foot,
        language="fr",
        author=keeper.sender.name,
        subject=title,
        edition=edition,
        page=PAGE,
        sheet=SHEET,
        sections=tuple(
            Section(name, blocks, keeper.sender.accent, Furniture(foot=foot, numbered=True))
            for name, blocks in sections
        ),
    )


def facts(rows: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Yield labels and values; rows without a value are left out, nothing when all are."""
    said = tuple(labelled(label, words(value)) for label, value in rows if value)
    if said:
        yield Definitions(said, gap=_ROW_GAP)


def told(rows: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Yield titles with their texts beside them; what nobody said is a line to write on."""
    for label, text in rows:
        heading = Heading(2, words(label), style="heading-3")
        said: Block = Paragraph(words(text)) if text else WritingLines(1, _LINE)
        yield Columns((Part((heading,), _LABEL), Part((said,), _TEXT)), gap=12.0)
        yield Space(6.0)


def table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]
) -> Iterator[Block]:
    """Yield a table of texts as people typed them; a sentence where there is no row."""
    filled = tuple(tuple(words(cell) for cell in row) for row in rows)
    if not filled:
        yield Paragraph(words("Rien n’est noté."))
        return
    yield Table(
        header=tuple(map(words, header)),
        rows=filled,
        widths=tuple(widths),
        caption=caption,
        style="row",
        header_style="column",
    )
