"""From slices to pages: nothing cut that fits one page, no heading left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.typesetting.atoms import Atom, Tie
from ctg_desktop.pdf.typesetting.structure import Element

_EPSILON = 0.01
_WORTH_STARTING = 0.4


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
        figure: What the picture behind the text is in the structure tree.
    """

    number: int
    setup: PageSetup
    section: Section
    placed: list[Placed] = field(default_factory=list)
    figure: Element | None = None


class Place(NamedTuple):
    """Where an anchor is: page number from 1, distance from its upper edge."""

    page: int
    top: float


class Paginator:
    """Places the slices of a section, column after column, page after page.

    Args:
        section: What the pages belong to.
        setup: Their geometry.
        first: Number of the first page.
        column_step: From the left edge of a column to that of the next.
    """

    def __init__(self, section: Section, setup: PageSetup, first: int, column_step: float) -> None:
        self.pages = [Page(first, setup, section)]
        self._setup = setup
        self._step = column_step
        self._column = 0
        self._y = 0.0
        self._column_start = 0
        self._room = setup.text_height
        self._top = setup.top

    def masthead(self, atoms: list[Atom], gap: float) -> None:
        """Place slices across the columns of the first page, which begin below them."""
        for atom in atoms:
            self._put_one(atom)
        self._top += self._y + gap
        self._room -= self._y + gap
        self._y = 0.0

    def place(self, atoms: list[Atom]) -> list[Page]:
        """Place all slices and return the pages."""
        for chunk in _chunks(atoms, Tie.GROUP):
            self._place_together(chunk)
        self._close_column()
        return self.pages

    def _place_together(self, chunk: list[Atom]) -> None:
        if self._fits(chunk):
            self._put(chunk)
        elif _height(chunk, at_top=True) <= self._setup.text_height + _EPSILON:
            self._next_column()
            self._put(chunk)
        else:
            self._place_in_parts(chunk)

    def _place_in_parts(self, chunk: list[Atom]) -> None:
        if self._y > self._room * (1 - _WORTH_STARTING):
            self._next_column()
        for part in _chunks(chunk, Tie.HARD):
            if not self._fits(part) and self._y > 0:
                self._next_column()
            for atom in part:
                if not self._fits([atom]) and self._y > 0:
                    self._next_column()
                self._put([atom])

    def _fits(self, chunk: list[Atom]) -> bool:
        needed = _height(chunk, at_top=self._y == 0)
        if self._y == 0:
            needed += sum(atom.height for atom in chunk[0].repeated)
        return self._y + needed <= self._room + _EPSILON

    def _put(self, chunk: list[Atom]) -> None:
        if self._y == 0 and chunk[0].repeated and self._continues:
            for atom in chunk[0].repeated:
                self._put_one(atom)
        for atom in chunk:
            self._put_one(atom)

    @property
    def _continues(self) -> bool:
        return len(self.pages) > 1 or self._column > 0

    def _put_one(self, atom: Atom) -> None:
        if self._y > 0:
            self._y += atom.before
        page = self.pages[-1]
        x = self._setup.left(page.number) + self._column * self._step
        page.placed.append(Placed(x, self._top + self._y, atom))
        self._y += atom.height

    def _next_column(self) -> None:
        self._close_column()
        columns = self.pages[-1].section.columns
        self._y = 0.0
        self._column = (self._column + 1) % columns
        if self._column == 0:
            last = self.pages[-1]
            self.pages.append(Page(last.number + 1, self._setup, last.section))
            self._room, self._top = self._setup.text_height, self._setup.top
        self._column_start = len(self.pages[-1].placed)

    def _close_column(self) -> None:
        placed = self.pages[-1].placed
        springs = [item for item in placed[self._column_start :] if item.atom.fill]
        if not springs:
            return
        share = max(0.0, self._room - self._y) / len(springs)
        drop = 0.0
        for index in range(self._column_start, len(placed)):
            item = placed[index]
            placed[index] = item._replace(top=item.top + drop)
            if item.atom.fill:
                drop += share


def anchors(pages: Iterable[Page]) -> dict[str, Place]:
    """Return where each anchor came to stand."""
    return {
        name: Place(page.number, placed.top)
        for page in pages
        for placed in page.placed
        for name in placed.atom.anchors
    }


def _chunks(atoms: list[Atom], tie: Tie) -> Iterator[list[Atom]]:
    chunk: list[Atom] = []
    for atom in atoms:
        chunk.append(atom)
        if atom.tie < tie:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _height(chunk: list[Atom], *, at_top: bool) -> float:
    total = sum(atom.height + atom.before for atom in chunk)
    return total - chunk[0].before if at_top else total
