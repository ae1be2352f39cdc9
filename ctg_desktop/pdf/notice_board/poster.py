"""The poster of a month: always one page, its text as large as the month allows."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain import wording
from ctg_desktop.domain.month_programme import programme
from ctg_desktop.domain.notice_board import MonthContent, MonthPosterOptions
from ctg_desktop.pdf.blocks import Block, Break, Figure
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import Area, Furniture, Landscape, Rectangle, Shape
from ctg_desktop.pdf.notice_board.pictures import cropped
from ctg_desktop.pdf.notice_board.poster_fitting import Middle, PosterFitter
from ctg_desktop.pdf.notice_board.poster_frame import PosterFrame
from ctg_desktop.pdf.style import PageSetup

MOST_A_ROW = 4
"""Dates of one day that stay together."""
_SPREAD = 9.0
"""Most white added above and below each rule, in points of A4."""
_MOST_SPREAD = 15.0
"""The same in a column that is lower than its neighbour."""
_FOR_ROWS = 0.4
"""Share of the free height that rows get before the picture."""
_BAND = 0.48
_DRAWN = 150.0
_SKY = 0.3
"""Share of the drawn landscape that is plain sky, in the colour of the head."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster, and how many entries found no room on it."""

    document: Document
    left_out: int


def poster(content: MonthContent, options: MonthPosterOptions) -> Poster:
    """Return the poster of a month.

    Args:
        content: What takes place; at least one date.
        options: Paper, colour, picture.
    """
    frame = PosterFrame(content, options)
    month = programme(content.first, content.occurrences, content.events, MOST_A_ROW)
    middle = PosterFitter(frame).fit(month)
    return Poster(_document(middle), middle.left_out)


def _document(middle: Middle) -> Document:
    frame = middle.frame
    content = frame.content
    name = wording.month(content.first.year, content.first.month)
    width, height = frame.size
    page = PageSetup(
        width, height, frame.margin, frame.margin, frame.margin, frame.margin, mirrored=False
    )
    return Document(
        title=f"Agenda de {content.profile.name}, {name}",
        language="fr",
        author=content.profile.name,
        subject=f"Manifestations du mois de {name}",
        edition=content.edition,
        page=page,
        sheet=middle.sheet,
        sections=(_Page(middle).section(),),
    )


class _Page:
    """Where everything stands on the poster, from top to bottom."""

    def __init__(self, middle: Middle) -> None:
        self._frame = frame = middle.frame
        self._middle = middle
        self._head = frame.head_height
        free = max(middle.free, 0.0)
        gaps = 2 * max(len(column.rows) - 1 for column in middle.columns)
        spread = min(free * _FOR_ROWS, _SPREAD * frame.unit * gaps)
        self._band = self._band_height(free - spread)
        self._spread = min(free - self._band, _SPREAD * frame.unit * gaps)

    def section(self) -> Section:
        """Return the page."""
        frame, middle = self._frame, self._middle
        blocks: list[Block] = [*frame.head, Break()]
        panels = [self._panel(frame.head_top, self._head - frame.head_top)]
        picture = self._picture()
        if picture is not None:
            blocks += [picture, Break()]
            panels.append(Panel(0, 0.0, self._head, frame.size[0], self._band))
        for number, column in enumerate(middle.columns):
            blocks += [*column.blocks(self._spread_in(number)), Break()]
            left = frame.margin + number * (column.width + middle.sheet.gutter)
            height = self._bottom + frame.gap - self._top
            panels.append(Panel(0, left, self._top, column.width, height))
        if middle.strip:
            blocks += [*middle.strip, Break()]
            panels.append(self._panel(self._bottom + frame.gap, middle.strip_height + frame.gap))
        foot = frame.size[1] - frame.foot_height + frame.foot_padding
        panels.append(self._panel(foot, frame.foot_height - frame.foot_padding))
        return Section(
            "Agenda",
            (*blocks, *frame.foot),
            frame.colour,
            Furniture(backdrop=self._landscape(), shapes=self._shapes()),
            panels=tuple(panels),
        )

    def _spread_in(self, number: int) -> float:
        """Return what each gap of a column gets so that columns end at about one height."""
        gaps = 2 * (len(self._middle.columns[number].rows) - 1)
        lower = self._middle.height - self._middle.heights[number]
        most = _MOST_SPREAD * self._frame.unit
        return min((self._spread + lower) / gaps, most) if gaps else 0.0

    @property
    def _has_picture(self) -> bool:
        return self._frame.picture_room > 0

    @property
    def _top(self) -> float:
        return self._head + self._band + self._frame.gap

    @property
    def _bottom(self) -> float:
        """Lower end of the columns."""
        frame, middle = self._frame, self._middle
        strip = middle.strip_height + frame.gap if middle.strip else 0.0
        return frame.size[1] - frame.foot_height - frame.gap - strip

    def _band_height(self, free: float) -> float:
        most = self._frame.size[1] * _BAND
        if self._has_picture:
            return min(free, most) if free >= self._frame.picture_room * 0.6 else 0.0
        return min(free, most) if free >= _DRAWN * self._frame.unit else 0.0

    def _panel(self, top: float, height: float) -> Panel:
        return Panel(0, self._frame.margin, top, self._frame.width, height)

    def _picture(self) -> Figure | None:
        content, width = self._frame.content, self._frame.size[0]
        if content.picture is None or not self._band or not self._has_picture:
            return None
        alt = content.picture_alt or f"Image : {content.profile.name}"
        return Figure(cropped(content.picture, width / self._band), alt, width, self._band)

    def _landscape(self) -> Landscape | None:
        """Return the drawn landscape, whose sky goes over into the colour field."""
        if not self._band or self._has_picture:
            return None
        width = self._frame.size[0]
        height = self._band / (1 - _SKY)
        top = self._head + self._band - height
        return Landscape(self._frame.colour, Area(0.0, top, width, height))

    def _shapes(self) -> tuple[Shape, ...]:
        width, height = self._frame.size
        foot = self._frame.foot_height
        drawn = self._band and not self._has_picture
        sky = self._band * _SKY / (1 - _SKY) if drawn else 0.0
        return (
            Rectangle(Area(0.0, 0.0, width, self._head - sky + 1.0), self._frame.colour),
            Rectangle(Area(0.0, height - foot, width, foot), self._frame.tint),
        )
