"""Pages with what stands on them, and where anchors came to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.typesetting.atoms import Atom
from ctg_desktop.pdf.typesetting.structure import Element


class Strip(NamedTuple):
    """What stands in one room.

    Attributes:
        order: Counts the rooms of the section in reading order.
        start: Index of its first slice among those of the page.
    """

    order: int
    start: int


class Placed(NamedTuple):
    """A slice on its page: ``x`` from the left edge, ``top`` from the upper edge."""

    x: float
    top: float
    atom: Atom


@dataclass(slots=True)
class Page:
    """A page with its slices in reading order.

    Attributes:
        number: Counts from 1.
        index: Counts the pages of the section, from 0.
        round: Number of the first page of those that are read together.
        strips: The rooms that were filled, in the order of the slices.
        figure: What the picture behind the text is in the structure tree.
    """

    number: int
    setup: PageSetup
    section: Section
    index: int
    round: int
    strips: list[Strip] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    figure: Element | None = None

    def stretches(self) -> Iterator[tuple[int, list[Placed]]]:
        """Yield the slices of each room with its place in reading order."""
        ends = [strip.start for strip in self.strips[1:]]
        for strip, end in zip(self.strips, [*ends, len(self.placed)], strict=False):
            yield strip.order, self.placed[strip.start : end]


class Place(NamedTuple):
    """Where an anchor is: page number from 1, distance from its upper edge."""

    page: int
    top: float


def anchors(pages: Iterable[Page]) -> dict[str, Place]:
    """Return where each anchor came to stand."""
    return {
        name: Place(page.number, placed.top)
        for page in pages
        for placed in page.placed
        for name in placed.atom.anchors
    }
