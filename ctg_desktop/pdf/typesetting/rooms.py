"""Where text flows on the pages of a section: columns between margins, or panels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.style import PageSetup


class Room(NamedTuple):
    """A rectangle that text flows through, from the upper left corner of its page.

    Attributes:
        page: Which page of the section, from 0.
    """

    page: int
    x: float
    top: float
    width: float
    height: float

    def lowered(self, by: float) -> Room:
        """Return the same rectangle without its upper part."""
        return self._replace(top=self.top + by, height=self.height - by)


class Rooms:
    """The rooms of a section in reading order, round after round, without end.

    Columns are rounds of one page, panels say themselves how many pages a round has.

    Args:
        section: Whose rooms.
        setup: Geometry of its pages.
        gutter: Between two columns.
        first: Number of its first page.
    """

    def __init__(self, section: Section, setup: PageSetup, gutter: float, first: int) -> None:
        self._section = section
        self._setup = setup
        self._gutter = gutter
        self._first = first
        self.pages = 1 + max((panel.page for panel in section.panels), default=0)
        self.round = self.of_round(0)
        self.are_columns = section.columns > 1 and not section.panels
        self.highest = max(room.height for room in self.round)
        self.narrowest = min(room.width for room in self.round)
        self.is_even = all(room.width == self.narrowest for room in self.round)

    def __iter__(self) -> Iterator[Room]:
        """Yield the rooms, the first panels of the first round left out where asked."""
        yield from self.round[self._section.first_panel :]
        for number in count(1):
            yield from self.of_round(number)

    def of_round(self, number: int) -> list[Room]:
        """Return the rooms of one round, counted from 0."""
        panels = self._section.panels
        if panels:
            first = number * self.pages
            return [Room(first + one.page, one.x, one.y, one.width, one.height) for one in panels]
        setup, columns = self._setup, self._section.columns
        left = setup.left(self._first + number)
        width = (setup.text_width - self._gutter * (columns - 1)) / columns
        step = width + self._gutter
        return [
            Room(number, left + column * step, setup.top, width, setup.text_height)
            for column in range(columns)
        ]
