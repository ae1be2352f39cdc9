"""Which rows stand on which page, measured with the typesetter itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ctg_desktop.domain.attendance import AttendanceSheet
from ctg_desktop.pdf.attendance.blocks import (
    EMPTY,
    TOP_RULE,
    Row,
    Rows,
    head,
    head_again,
    privacy,
    rows_table,
    totals,
)
from ctg_desktop.pdf.attendance.theme import SHEET
from ctg_desktop.pdf.blocks import Block, Space
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.typesetting.atoms import Atom, Tie
from ctg_desktop.pdf.typesetting.blocks import set_blocks
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element

_SLACK = 1.0
_NOT_ALONE = 3
"""Rows that go on with the totals to a page of their own."""


def cut_into_pages(sheet: AttendanceSheet, setup: PageSetup) -> list[Rows]:
    """Return the rows of each page: those known, then the empty ones asked for.

    Args:
        sheet: What to print.
        setup: Its page.
    """
    return _Cutter(sheet, setup).pages()


class _Sized(NamedTuple):
    """A row and how high it is, in points."""

    row: Row
    height: float


class _Cutter:
    def __init__(self, sheet: AttendanceSheet, setup: PageSetup) -> None:
        self._sheet, self._width = sheet, setup.text_width
        self._shaper = Shaper()
        table = rows_table(sheet, (), 1)
        foot: list[Block] = [TOP_RULE, table, Space(fill=True), privacy(sheet)]
        room = setup.text_height - _SLACK
        self._header = self._height([table])
        self._first = room - self._height([*head(sheet), *foot])
        self._next = room - self._height([*head_again(sheet), *foot])
        self._totals = self._height([table, totals(sheet)]) - self._header
        self._empty, *self._known = self._sized((EMPTY, *sheet.known))

    def pages(self) -> list[Rows]:
        options = self._sheet.options
        pages = self._cut([*self._known, *[self._empty] * options.rows])
        if not options.rows:
            while len(pages) < options.pages:
                pages[-1].extend([self._empty] * self._empty_room(pages))
                pages.append([])
            pages[-1].extend([self._empty] * self._empty_room(pages, self._totals))
        return [[one.row for one in page] for page in pages]

    def _cut(self, rows: Iterable[_Sized]) -> list[list[_Sized]]:
        """Fill page after page; where the totals do not fit, some rows go on with them."""
        pages: list[list[_Sized]] = [[]]
        left = self._first
        for one in rows:
            if one.height > left and pages[-1]:
                pages.append([])
                left = self._next
            pages[-1].append(one)
            left -= one.height
        if left < self._totals and len(pages[-1]) > 1:
            moved = min(_NOT_ALONE, len(pages[-1]) - 1)
            pages.append(pages[-1][-moved:])
            del pages[-2][-moved:]
        return pages

    def _empty_room(self, pages: list[list[_Sized]], kept: float = 0.0) -> int:
        """Return how many empty rows the last page has room for."""
        room = self._first if len(pages) == 1 else self._next
        used = sum(one.height for one in pages[-1])
        return max(int((room - kept - used) / self._empty.height), 0)

    def _sized(self, rows: Rows) -> Iterator[_Sized]:
        """Yield rows with their heights, as the typesetter sets them: a row is one tied slice."""
        atoms = iter(self._set([rows_table(self._sheet, rows, 1)]))
        height = -self._header
        for row in rows:
            for atom in atoms:
                height += atom.before + atom.height
                if atom.tie is Tie.FREE:
                    break
            yield _Sized(row, height)
            height = 0.0

    def _height(self, blocks: Iterable[Block]) -> float:
        return sum(atom.height + atom.before for atom in self._set(blocks))

    def _set(self, blocks: Iterable[Block]) -> list[Atom]:
        frame = Frame(self._shaper, SHEET, 0.0, self._width, "#000000", Element("Sect"))
        return set_blocks(tuple(blocks), frame)
