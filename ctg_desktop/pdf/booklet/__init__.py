"""The booklet of a commune: from its content to a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.pdf.booklet.calendar import calendar
from ctg_desktop.pdf.booklet.chapters import COMMUNITY_ACTIONS, chapters, mayor_word, title
from ctg_desktop.pdf.booklet.cover import cover, edition_line
from ctg_desktop.pdf.booklet.index import index, sources
from ctg_desktop.pdf.booklet.theme import PAGE, SHEET
from ctg_desktop.pdf.document import Block, Contents, Document, Paragraph, Section, Space
from ctg_desktop.pdf.furniture import Furniture, Tab
from ctg_desktop.pdf.words import words

CONTENTS_TITLE = "Sommaire"


def booklet_document(content: BookletContent) -> Document:
    """Return the A5 booklet as a document.

    Args:
        content: What to print, consent already applied; its edition is the only date known.
    """
    name = content.settings.title.strip() or "Livret ressources"
    parts = _with_tabs(_parts(content))
    foot = f"{content.profile.name} · {edition_line(content)}"
    inside = [_contents(content), *parts]
    numbered = [
        replace(part, furniture=replace(part.furniture, foot=foot, numbered=True))
        for part in inside
    ]
    return Document(
        title=f"{name} – {content.profile.name}",
        language="fr",
        author=content.profile.name,
        subject=edition_line(content),
        edition=content.edition,
        page=PAGE,
        sheet=SHEET,
        sections=(cover(content), *numbered),
    )


def _parts(content: BookletContent) -> list[Section]:
    dates = calendar(content)
    parts: list[Section | None] = [mayor_word(content)]
    for code, chapter in chapters(content):
        if code == COMMUNITY_ACTIONS:
            parts.append(dates)
            dates = None
        parts.append(chapter)
    parts += [dates, index(content)]
    return [part for part in parts if part is not None]


def _with_tabs(parts: Sequence[Section]) -> list[Section]:
    last = max(len(parts) - 1, 1)
    return [
        replace(part, furniture=Furniture(tab=Tab(part.title, number / last)))
        for number, part in enumerate(parts)
    ]


def _contents(content: BookletContent) -> Section:
    blocks: list[Block] = [title(CONTENTS_TITLE, ""), Contents(depth=1), Space(fill=True)]
    note = (
        "Chaque fiche porte la date de sa dernière vérification. "
        "Une erreur, un oubli ? Dites-le à la mairie, le prochain livret sera corrigé."
    )
    blocks.append(Paragraph(words(note), "aside"))
    credit = sources(content)
    if credit is not None:
        blocks.append(credit)
    return Section(CONTENTS_TITLE, tuple(blocks), content.profile.accent)
