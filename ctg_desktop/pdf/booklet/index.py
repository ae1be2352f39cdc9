"""The index: every entry by name, then by theme; and where the entries come from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold
from ctg_desktop.pdf.booklet.chapters import title
from ctg_desktop.pdf.booklet.entry import anchor
from ctg_desktop.pdf.document import Block, Heading, Index, Paragraph, Reference, Section
from ctg_desktop.pdf.words import words

TITLE = "Index"
_OTHER = "…"


def index(content: BookletContent) -> Section | None:
    """Return the index in two columns, or nothing without entries."""
    printed = {category.code for category in content.categories if not category.hidden}
    listings = sorted(
        (one for one in content.listings if one.category in printed),
        key=lambda one: (fold(one.name), one.id),
    )
    if not listings:
        return None
    blocks: list[Block] = []
    for letter, group in groupby(listings, key=_letter):
        blocks.append(Heading(2, words(letter), style="index-letter"))
        blocks.append(Index(tuple(map(_reference, group))))
    themes = list(_themes(content, listings))
    if themes:
        blocks.append(Heading(2, words("Par thème"), "index-themes", "Par thème", "month"))
        blocks += themes
    heading = title(TITLE, "index")
    colour = content.profile.accent
    return Section(TITLE, tuple(blocks), colour, columns=2, masthead=(heading,))


def _themes(content: BookletContent, listings: list[Listing]) -> Iterator[Block]:
    for theme in content.themes:
        chosen = [one for one in listings if theme.code in one.themes]
        if chosen:
            yield Heading(3, words(theme.label), style="index-letter")
            yield Index(tuple(map(_reference, chosen)))


def _reference(listing: Listing) -> Reference:
    return Reference(words(listing.name), anchor(listing))


def _letter(listing: Listing) -> str:
    first = fold(listing.name)[:1].upper()
    return first if first.isalpha() else _OTHER


def sources(content: BookletContent) -> Paragraph | None:
    """Return the credit that the licences of foreign data ask for."""
    found = sorted({one.source for one in content.listings if one.source})
    if not found:
        return None
    return Paragraph(words(f"Sources : {' ; '.join(found)}."), "aside")
