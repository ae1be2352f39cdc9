"""Which rows stand on which page, measured with the typesetter itself."""

from __future__ import annotations

from collections.abc import Iterable

from ctg_desktop.domain.attendance import AttendanceSheet
from ctg_desktop.pdf.attendance.blocks import (
    EMPTY,
    Row,
    Rows,
    head,
    head_again,
    privacy,
    rows_table,
    totals,
)
from ctg_desktop.pdf.attendance.theme import SHEET
from ctg_desktop.pdf.document import Block, Space
from ctg_desktop.pdf.style import PageSetup
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


class _Cutter:
    def __init__(self, sheet: AttendanceSheet, setup: PageSetup) -> None:
        self._sheet, self._setup = sheet, setup
        self._shaper = Shaper()
        table = rows_table(sheet, (), 1)
        foot: list[Block] = [table, Space(fill=True), privacy(sheet)]
        room = setup.text_height - _SLACK
        self._header = self._height([table])
        self._empty = self._row_height(EMPTY)
        self._first = room - self._height([*head(sheet), *foot])
        self._next = room - self._height([*head_again(sheet), *foot])
        self._totals = self._height([table, totals(sheet)]) - self._header

    def pages(self) -> list[Rows]:
        options = self._sheet.options
        rows = [*self._sheet.known, *(EMPTY for _ in range(options.rows))]
        pages = self._cut(rows)
        if not options.rows:
            while len(pages) < options.pages:
                pages[-1].extend([EMPTY] * self._empty_room(pages))
                pages.append([])
            pages[-1].extend([EMPTY] * self._empty_room(pages, self._totals))
        return list(pages)

    def _cut(self, rows: Iterable[Row]) -> list[list[Row]]:
        """Fill page after page; where the totals do not fit, some rows go on with them."""
        pages: list[list[Row]] = [[]]
        left = self._first
        for row in rows:
            height = self._row_height(row) if row else self._empty
            if height > left and pages[-1]:
                pages.append([])
                left = self._next
            pages[-1].append(row)
            left -= height
        if left < self._totals and len(pages[-1]) > 1:
            moved = min(_NOT_ALONE, len(pages[-1]) - 1)
            pages.append(pages[-1][-moved:])
            del pages[-2][-moved:]
        return pages

    def _empty_room(self, pages: list[list[Row]], kept: float = 0.0) -> int:
        """Return how many empty rows the last page has room for."""
        room = self._first if len(pages) == 1 else self._next
        used = sum(self._row_height(row) if row else self._empty for row in pages[-1])
        return max(int((room - kept - used) / self._empty), 0)

    def _row_height(self, row: Row) -> float:
        return self._height([rows_table(self._sheet, (row,), 1)]) - self._header

    def _height(self, blocks: Iterable[Block]) -> float:
        width = self._setup.text_width
        frame = Frame(self._shaper, SHEET, 0.0, width, "#000000", Element("Sect"))
        atoms = set_blocks(tuple(blocks), frame)
        return sum(atom.height + atom.before for atom in atoms)
