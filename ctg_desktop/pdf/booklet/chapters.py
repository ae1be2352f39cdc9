"""The chapters: one a category, in its colour, with a thumb tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from types import MappingProxyType

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold
from ctg_desktop.pdf.booklet.entry import EntryContext, entry
from ctg_desktop.pdf.document import (
    Block,
    Definitions,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Section,
)
from ctg_desktop.pdf.words import labelled, paragraphs, words

COMMUNITY_ACTIONS = "community-actions"
_NAME_WIDTH = 132.0

Opening = Callable[[BookletContent], list[Block]]


def mayor_word(content: BookletContent) -> Section | None:
    """Return the mayor's word, or nothing when it was not written."""
    settings = content.settings
    texts = paragraphs(settings.mayor_word)
    if not texts:
        return None
    blocks: list[Block] = [title("Le mot du maire", "mot-du-maire")]
    blocks += [Paragraph(words(text), "lead") for text in texts]
    if settings.mayor_name:
        blocks.append(Paragraph(words(settings.mayor_name), "signature"))
    return Section("Le mot du maire", tuple(blocks), content.profile.accent)


def title(text: str, anchor: str) -> Heading:
    """Return the title of a chapter."""
    return Heading(1, words(text), anchor, text)


def chapters(content: BookletContent) -> list[tuple[str, Section]]:
    """Return each chapter that has something to say, with its category code."""
    by_category = _by_category(content.listings)
    context = EntryContext(content.profile.name, content.edition, _names(content), content.pictures)
    found: list[tuple[str, Section]] = []
    for category in content.categories:
        listings = by_category.get(category.code, ())
        opening = _OPENINGS.get(category.code, _nothing)(content)
        closing = _CLOSINGS.get(category.code, _nothing)(content)
        if category.hidden or not (listings or opening or closing):
            continue
        order = _ORDERS.get(category.code, list)
        entries = [entry(listing, context) for listing in order(listings)]
        blocks = (_title_of(category), *opening, *entries, *closing)
        found.append((category.code, Section(category.label, blocks, category.colour)))
    return found


def _title_of(category: Category) -> Heading:
    return title(category.label, f"rubrique-{category.code}")


def _by_category(listings: Sequence[Listing]) -> dict[str, list[Listing]]:
    chapters_: dict[str, list[Listing]] = {}
    for code, group in groupby(listings, key=lambda listing: listing.category):
        chapters_.setdefault(code, []).extend(group)
    return chapters_


def _town_hall_first(listings: Iterable[Listing]) -> list[Listing]:
    """Put the town hall itself before its services, the main one before its annexes."""
    return sorted(listings, key=_town_hall_rank)


def _town_hall_rank(listing: Listing) -> int:
    name = fold(listing.name)
    if not name.startswith("mairie"):
        return 2
    return 1 if "annexe" in name or "deleguee" in name else 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(content: BookletContent) -> dict[str, str]:
    return {
        **content.place_names,
        **{listing.id: listing.name for listing in content.listings if listing.id},
    }


def _nothing(_content: BookletContent) -> list[Block]:
    return []


def _team(content: BookletContent) -> list[Block]:
    team = [member for member in content.settings.team if member.name]
    if not team:
        return []
    rows = tuple(labelled(member.name, words(_capital(member.role))) for member in team)
    return [
        Group(
            (
                Heading(2, words("L’équipe municipale"), style="heading-3"),
                Definitions(rows, "person", label_width=_NAME_WIDTH),
            )
        )
    ]


def _steps(content: BookletContent) -> list[Block]:
    steps = tuple(words(step) for step in content.settings.first_steps if step)
    if not steps:
        return []
    invitation = "Vous venez d’arriver ? Cochez au fur et à mesure."
    return [
        Paragraph(words(invitation), "lead"),
        ItemList(steps, Marker.TICK, "step"),
    ]


def _neighbourhood_rules(content: BookletContent) -> list[Block]:
    rules = tuple(words(rule) for rule in content.settings.neighbourhood_rules if rule)
    return [ItemList(rules, Marker.BULLET, "step")] if rules else []


_OPENINGS = MappingProxyType[str, Opening](
    {"first-steps": _steps, "living-together": _neighbourhood_rules}
)
_ORDERS = MappingProxyType[str, Callable[[Iterable[Listing]], list[Listing]]](
    {"town-hall": _town_hall_first}
)
_CLOSINGS = MappingProxyType[str, Opening]({"town-hall": _team})
