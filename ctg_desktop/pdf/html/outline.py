"""Where the headings of a page stand: their levels, their names for links, the contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctg_desktop.pdf.blocks import Beside, Block, Box, Columns, Group, Heading
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.html.markup import legal

LOWEST = 6
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A heading on the page.

    Attributes:
        level: From 1 to 6, without a gap from one heading to the next.
        name: Its ``id``; empty where nothing needs one.
        section: Number of its section in the document.
    """

    heading: Heading
    level: int
    name: str
    section: int


class Outline:
    """The headings of a document in reading order.

    Attributes:
        titled: The first heading is the title of the whole; otherwise the page needs one.
    """

    def __init__(self, document: Document) -> None:
        found = [
            (number, heading)
            for number, section in enumerate(document.sections)
            for heading in _headings(section)
        ]
        self.titled = bool(found) and found[0][1].level == 1
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        levels = _levels([heading.level for _, heading in found], titled=self.titled)
        self.places: list[Place] = []
        for (number, heading), level in zip(found, levels, strict=True):
            first = not self.places or self.places[-1].section != number
            name = self._name(heading, needed=first)
            self.places.append(Place(heading, level, name, number))

    def title_of(self, section: int) -> Place | None:
        """Return the first heading of a section."""
        return next((place for place in self.places if place.section == section), None)

    def name(self, anchor: str) -> str:
        """Return the ``id`` that an anchor of the document has on the page; empty for none."""
        return self._names.get(anchor, "")

    def contents(self, depth: int) -> list[Place]:
        """Return the headings that the contents list down to a level of the document."""
        bookmarked = (one for one in self.places if one.heading.bookmark and one.heading.anchor)
        return [one for one in bookmarked if one.heading.level <= depth]

    def _name(self, heading: Heading, *, needed: bool) -> str:
        known = bool(heading.anchor) and heading.anchor not in self._names
        if not (known or needed):
            return ""
        wanted = heading.anchor if known and _PLAIN.fullmatch(heading.anchor) else ""
        if not wanted or wanted in self._taken:
            wanted = f"titre-{len(self.places) + 1}"
        while wanted in self._taken:
            wanted += "-"
        self._taken.add(wanted)
        if known:
            self._names[heading.anchor] = wanted
        return wanted


def is_shown(section: Section) -> bool:
    """Tell whether a section has its place on a page: those that fill up a sheet have not."""
    return not section.multiple


def has_text(heading: Heading) -> bool:
    """Tell whether a heading says anything."""
    return any(legal(run.text).strip() for run in heading.runs)


def _headings(section: Section) -> Iterator[Heading]:
    if is_shown(section):
        yield from _walk((*section.masthead, *section.blocks))


def _walk(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        match block:
            case Heading():
                if has_text(block):
                    yield block
            case Group(blocks=inner) | Beside(blocks=inner) | Box(blocks=inner):
                yield from _walk(inner)
            case Columns(parts=parts):
                for part in parts:
                    yield from _walk(part.blocks)
            case _:
                pass


def _levels(levels: list[int], *, titled: bool) -> list[int]:
    """Return levels on the page: one title, everything else below it, one step down at a time."""
    ones = levels.count(1)
    shift = 1 if ones > titled else 0
    placed = [1] if titled else []
    before = 1
    for level in levels[len(placed) :]:
        before = min(max(level + shift, 2), before + 1, LOWEST)
        placed.append(before)
    return placed
