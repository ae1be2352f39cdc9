"""What a poster shows around its dates: head, picture and foot, and the room they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import MONTHS
from ctg_desktop.domain.notice_board import MonthContent, MonthPosterOptions, PosterPaper
from ctg_desktop.pdf import dates
from ctg_desktop.pdf.blocks import Block, Columns, Heading, Paragraph, Part, Space
from ctg_desktop.pdf.notice_board.contacts import town_hall_foot
from ctg_desktop.pdf.notice_board.measuring import Measure
from ctg_desktop.pdf.notice_board.theme import poster_sheet, tint
from ctg_desktop.pdf.style import A3, A4
from ctg_desktop.pdf.typesetting.frame import baseline
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.words import words

_SIZES = {PosterPaper.A4: A4, PosterPaper.A3: A3}
_PICTURE_ROOM = 120.0
_YEAR = 0.2
"""Share of the width that the year takes."""


@dataclass(frozen=True, slots=True)
class _White:
    """White around the parts of a poster, in points of A4."""

    margin: float
    gap: float
    head_top: float
    head_bottom: float
    foot_padding: float
    code: float


_AIRY = _White(margin=48, gap=24, head_top=30, head_bottom=24, foot_padding=15, code=57)
_DENSE = _White(margin=33, gap=10.5, head_top=18, head_bottom=10.5, foot_padding=9, code=45)


@dataclass(frozen=True)
class PosterFrame:
    """The parts of a poster that do not depend on what takes place.

    Attributes:
        dense: Leave more room to a full month.
    """

    content: MonthContent
    options: MonthPosterOptions
    dense: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper, in points."""
        return _SIZES[self.options.paper]

    @property
    def unit(self) -> float:
        """Width of the paper over that of A4."""
        return self.size[0] / A4[0]

    @property
    def margin(self) -> float:
        """White on the left and on the right."""
        return self._white.margin * self.unit

    @property
    def gap(self) -> float:
        """White between two parts of the poster."""
        return self._white.gap * self.unit

    @property
    def width(self) -> float:
        """Width of the text."""
        return self.size[0] - 2 * self.margin

    @property
    def colour(self) -> str:
        """The colour of the poster, ``#rrggbb``."""
        return self.options.colour or self.content.profile.accent

    @property
    def tint(self) -> str:
        """The tinted ground in that colour."""
        return tint(self.colour)

    @property
    def places(self) -> Mapping[str, str]:
        """Listing id → name."""
        return self.content.place_names

    @property
    def picture_room(self) -> float:
        """Least height of the picture, 0 when there is none."""
        wanted = self.options.picture and self.content.picture is not None
        return _PICTURE_ROOM * self.unit if wanted else 0.0

    @cached_property
    def head(self) -> tuple[Block, ...]:
        """Return commune, month and public holidays, white on the colour field."""
        first = self.content.first
        holidays = " · ".join(
            f"{dates.short_day(day)}, {name}" for day, name in self.content.holidays.items()
        )
        name = f"Agenda de la commune · {self.content.profile.name}"
        closed = f"Férié : {holidays}" if holidays else ""
        month = self._month(MONTHS[first.month - 1].capitalize(), str(first.year))
        if self.dense:
            kicker = " · ".join(one for one in (name, closed) if one)
            return (Paragraph(words(kicker), "commune-dense"), month)
        return (
            Paragraph(words(name), "commune"),
            month,
            Paragraph(words(closed), "holidays"),
        )

    def _month(self, month: str, year: str) -> Block:
        """Return the month in large letters, its year at the right on the same line."""
        sheet = self._measure.sheet
        ending = "-dense" if self.dense else ""
        lower = baseline(sheet[f"month{ending}"]) - baseline(sheet[f"year{ending}"])
        heading = Heading(1, words(month), style=f"month{ending}")
        right = (Space(lower), Paragraph(words(year), f"year{ending}"))
        return Columns((Part((heading,), 1 - _YEAR), Part(right, _YEAR)), gap=0.0)

    @property
    def head_top(self) -> float:
        """Where the text of the head begins."""
        return self._white.head_top * self.unit

    @cached_property
    def head_height(self) -> float:
        """Height of the colour field."""
        text = self._measure.height(self.head, self.width)
        return text + self.head_top + self._white.head_bottom * self.unit

    @cached_property
    def foot(self) -> tuple[Block, ...]:
        """Who tells more."""
        return town_hall_foot(
            self.content.town_hall,
            self.content.profile,
            f"Affiche du {wording.day_full(self.content.edition)}",
            width=self.width,
            code=self._white.code * self.unit,
        )

    @property
    def foot_padding(self) -> float:
        """White around the text of the foot."""
        return self._white.foot_padding * self.unit

    @cached_property
    def foot_height(self) -> float:
        """Height of the tinted ground at the foot."""
        text = self._measure.height(self.foot, self.width)
        return text + 2 * self.foot_padding

    def room(self, *, strip: bool) -> float:
        """Return the height that is left for dates, strip and picture."""
        gaps = (3 if strip else 2) * self.gap
        return self.size[1] - self.head_height - self.foot_height - gaps

    @property
    def _white(self) -> _White:
        return _DENSE if self.dense else _AIRY

    @cached_property
    def _measure(self) -> Measure:
        return Measure(poster_sheet(self.unit, 1.0, dense=False), Shaper())
