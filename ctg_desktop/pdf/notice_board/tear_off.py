"""A list of entries with strips to tear off: a name and a phone to take home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from ctg_desktop.domain import wording
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.notice_board import TearOffContent
from ctg_desktop.pdf.blocks import Block, Break, Heading, Paragraph
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import (
    Area,
    DashedLine,
    Furniture,
    Rectangle,
    Shape,
    TurnedText,
)
from ctg_desktop.pdf.notice_board.contacts import name_of, phone_of
from ctg_desktop.pdf.notice_board.measuring import Measure
from ctg_desktop.pdf.notice_board.tear_off_entries import entry, taken_home
from ctg_desktop.pdf.notice_board.theme import MARGIN, RULE, tear_off_sheet
from ctg_desktop.pdf.style import A4, PageSetup, StyleSheet
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.words import words

WIDTH, HEIGHT = A4
STRIP = 171.0
"""Height of a strip: 6 cm."""
_SCALES = (1.4, 1.3, 1.2, 1.1, 1.0)
_ALONE = (2.0, 1.8, 1.6, 1.4, 1.2, 1.0, 0.85, 0.7)
"""Scales of a list, and of an entry that has the page to itself."""
_FEW_PAGES = 3
"""Up to which it is tried whether larger letters cost none."""
_TEXT_WIDTH = WIDTH - 2 * MARGIN
_HEAD_TOP, _HEAD_BOTTOM = 27.0, 21.0
_GAP = 21.0
_ROW_GAP = 7.5
_FOOT = 24.0
_STRIP_PADDING = 12.0
_STRIP_LINES = 2


@dataclass(frozen=True, slots=True)
class _Page:
    """The entries of one page."""

    listings: tuple[Listing, ...]
    heights: tuple[float, ...]
    room: float

    @property
    def fits(self) -> bool:
        """Whether the entries are not higher than their place on the page."""
        gaps = 2 * _ROW_GAP * (len(self.heights) - 1)
        return sum(self.heights) + gaps <= self.room


def tear_off_document(content: TearOffContent, strips: int) -> Document:
    """Return the list; as many pages as it needs, each with the strips of its own entries.

    Args:
        content: At least one entry.
        strips: How many at the foot of each page.
    """
    scale, pages = _fitted(content, strips)
    return Document(
        title=f"{content.title} – {content.profile.name}",
        language="fr",
        author=content.profile.name,
        subject="Liste à languettes",
        edition=content.edition,
        page=PageSetup(*A4, MARGIN, MARGIN, MARGIN, MARGIN, mirrored=False),
        sheet=tear_off_sheet(scale),
        sections=tuple(
            _PageMaker(content, tear_off_sheet(scale), page, number, len(pages)).section(strips)
            for number, page in enumerate(pages, start=1)
        ),
    )


def _fitted(content: TearOffContent, strips: int) -> tuple[float, list[_Page]]:
    """Return the largest scale that does not cost a page, and the pages."""
    shaper = Shaper()
    scales = _ALONE if len(content.listings) == 1 else _SCALES
    smallest = _pages(content, scales[-1], strips, shaper)
    for scale in scales if len(smallest) <= _FEW_PAGES else ():
        pages = _pages(content, scale, strips, shaper)
        if len(pages) == len(smallest) and all(page.fits for page in pages):
            return scale, pages
    return scales[-1], smallest


def _pages(content: TearOffContent, scale: float, strips: int, shaper: Shaper) -> list[_Page]:
    """Fill pages one after the other, then share the entries out evenly where that fits too."""
    measure = Measure(tear_off_sheet(scale), shaper)
    heights = [measure.height(entry(one, content), _TEXT_WIDTH) for one in content.listings]
    room = HEIGHT - STRIP - _FOOT - 2 * _GAP - _head_height(content, measure)
    counts = _counts(heights, room, strips)
    even = ceil(len(heights) / len(counts))
    levelled = _counts(heights, room, even)
    counts = levelled if len(levelled) == len(counts) else counts
    found, start = [], 0
    for count in counts:
        part = slice(start, start + count)
        found.append(_Page(content.listings[part], tuple(heights[part]), room))
        start += count
    return found


def _counts(heights: Sequence[float], room: float, most: int) -> list[int]:
    """Return how many entries each page takes, one at least."""
    counts, used = [0], 0.0
    for height in heights:
        needed = height + (2 * _ROW_GAP if counts[-1] else 0.0)
        if counts[-1] and (used + needed > room or counts[-1] == most):
            counts.append(0)
            used, needed = 0.0, height
        counts[-1] += 1
        used += needed
    return counts


def _head(content: TearOffContent, pages: str = "") -> tuple[Block, ...]:
    return (
        Paragraph(words(f"{content.profile.name}{pages}"), "commune"),
        Heading(1, words(content.title), style="title"),
    )


def _head_height(content: TearOffContent, measure: Measure) -> float:
    return measure.height(_head(content), _TEXT_WIDTH) + _HEAD_TOP + _HEAD_BOTTOM


class _PageMaker:
    """One page: head, entries, strips."""

    def __init__(
        self, content: TearOffContent, sheet: StyleSheet, page: _Page, number: int, count: int
    ) -> None:
        self._content, self._page, self._sheet = content, page, sheet
        self._measure = Measure(sheet, Shaper())
        self._number = f"  ·  {number}/{count}" if count > 1 else ""
        self._head_height = _head_height(content, self._measure)

    def section(self, strips: int) -> Section:
        """Return the page."""
        content, top = self._content, self._head_height + _GAP
        blocks: list[Block] = [*_head(content, self._number), Break()]
        panels = [Panel(0, MARGIN, _HEAD_TOP, _TEXT_WIDTH, self._head_height - _HEAD_TOP)]
        shapes: list[Shape] = [Rectangle(Area(0.0, 0.0, WIDTH, self._head_height), content.colour)]
        gap = self._row_gap(self._page.room)
        for number, listing in enumerate(self._page.listings):
            if number:
                shapes.append(Rectangle(Area(MARGIN, top - gap, _TEXT_WIDTH, 0.5), RULE))
            height = self._page.heights[number]
            blocks += [*entry(listing, content), Break()]
            panels.append(Panel(0, MARGIN, top, _TEXT_WIDTH, height + gap))
            top += height + 2 * gap
        panels.append(Panel(0, MARGIN, HEIGHT - STRIP - _FOOT, _TEXT_WIDTH, _FOOT))
        return Section(
            content.title,
            (*blocks, Paragraph(words(self._foot()), "foot")),
            content.colour,
            Furniture(
                shapes=(*shapes, *_cuts(strips)),
                turned=tuple(self._turned(strips)),
            ),
            panels=tuple(panels),
        )

    def _row_gap(self, room: float) -> float:
        """Return the white above and below a rule: more where there is room."""
        gaps = 2 * (len(self._page.heights) - 1)
        free = room - sum(self._page.heights) - gaps * _ROW_GAP
        return _ROW_GAP + (min(max(free, 0.0) / gaps, 2 * _ROW_GAP) if gaps else 0.0)

    def _foot(self) -> str:
        hall = self._content.town_hall
        named = (name_of(hall, self._content.profile), phone_of(hall) if hall else "")
        who = ", ".join(one for one in named if one)
        when = wording.day(self._content.edition)
        return f"Languettes à détacher · {who} · liste du {when}"

    def _turned(self, strips: int) -> Iterator[TurnedText]:
        """Write the strips: one entry after the other, again and again."""
        width, room = WIDTH / strips, STRIP - 2 * _STRIP_PADDING
        reachable = [one for one in self._page.listings if taken_home(one)]
        offered = reachable or self._page.listings
        foot = HEIGHT - _STRIP_PADDING
        for number in range(strips):
            listing = offered[number % len(offered)]
            lines = [(line, "strip-name") for line in self._name(listing.name, room)]
            lines += [(taken_home(listing), "strip-phone")] if reachable else []
            leadings = [self._sheet[style].leading for _, style in lines]
            x = number * width + (width - sum(leadings)) / 2
            for (text, style), leading in zip(lines, leadings, strict=True):
                x += leading
                yield TurnedText(x - leading * 0.28, foot, room, text, style)

    def _name(self, name: str, room: float) -> list[str]:
        lines = self._measure.lines(name, self._sheet["strip-name"], room)
        return [*lines[: _STRIP_LINES - 1], " ".join(lines[_STRIP_LINES - 1 :])][:_STRIP_LINES]


def _cuts(strips: int) -> tuple[Shape, ...]:
    top, width = HEIGHT - STRIP, WIDTH / strips
    across = DashedLine(0.0, top, WIDTH, top)
    down = (DashedLine(number * width, top, number * width, HEIGHT) for number in range(1, strips))
    return (across, *down)
