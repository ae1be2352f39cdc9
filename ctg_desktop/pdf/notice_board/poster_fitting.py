"""How large the text of a poster can be, in one column or two, and what still fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ctg_desktop.domain.month_programme import Programme
from ctg_desktop.domain.notice_board import PosterPaper
from ctg_desktop.domain.wording import plural
from ctg_desktop.pdf.blocks import Block, Paragraph, Rule, Space
from ctg_desktop.pdf.notice_board.measuring import Measure
from ctg_desktop.pdf.notice_board.poster_frame import PosterFrame
from ctg_desktop.pdf.notice_board.programme import Row, RowLook, halves, rows, weekly_strip
from ctg_desktop.pdf.notice_board.theme import poster_sheet
from ctg_desktop.pdf.style import StyleSheet
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.words import words

_WITH_PICTURE = 1.0
"""Least scale at which a picture may take room from the text."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to set the middle of a poster.

    Attributes:
        scale: Of the text.
        gap: Above and below the rule between two days, in points of A4 at full scale.
    """

    scale: float
    columns: int
    dense: bool = False
    gap: float = 6.0


FORMS: tuple[Form, ...] = (
    *(Form(scale, 1, gap=9.0) for scale in (2.2, 2.0, 1.8, 1.6, 1.45, 1.3)),
    *(
        Form(scale, 2, gap=7.5)
        for scale in (1.4, 1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9)
    ),
    *(
        Form(scale, 2, dense=True, gap=2.4)
        for scale in (1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.775, 0.74, 0.71)
    ),
)
"""From the most legible on; see :data:`LEAST`."""

LEAST = {PosterPaper.A4: 0.773, PosterPaper.A3: 0.708}
"""Scale at which the text has 8.5 points on A4 and 11 on A3."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that stand one under another, and what is said below them."""

    rows: tuple[Row, ...]
    look: RowLook
    width: float
    gap: float
    more: str = ""

    def blocks(self, spread: float = 0.0) -> tuple[Block, ...]:
        """Return the rows with thin rules between them.

        Args:
            spread: Added above and below each rule, to fill the page.
        """
        gap = self.gap + spread
        found: list[Block] = []
        for number, row in enumerate(self.rows):
            if number:
                found += [Space(2 * gap)] if row.goes_on else [Space(gap), Rule(0, 0), Space(gap)]
            found.append(self.look.row(row, self.width, repeat=not number))
        if self.more:
            found += [Space(gap), Paragraph(words(self.more), "more")]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Middle:
    """What stands between the head and the foot of a poster, measured.

    Attributes:
        heights: Of the columns.
        strip: What comes each week.
        free: Height that nothing needs.
        left_out: How many entries did not find room.
    """

    frame: PosterFrame
    form: Form
    sheet: StyleSheet
    columns: tuple[Column, ...]
    heights: tuple[float, ...]
    strip: tuple[Block, ...]
    strip_height: float
    free: float
    left_out: int = 0

    @property
    def height(self) -> float:
        """Height of the highest column."""
        return max(self.heights)


class PosterFitter:
    """Tries forms one after the other on the frame of a poster."""

    def __init__(self, frame: PosterFrame) -> None:
        self._frames = {False: frame, True: replace(frame, dense=True)}
        least = LEAST[frame.options.paper]
        self._forms = [form for form in FORMS if form.scale >= least]
        self._shaper = Shaper()

    def fit(self, programme: Programme) -> Middle:
        """Return the most legible middle that fits; the last dates left out where none does."""
        with_picture = [form for form in self._forms if form.scale >= _WITH_PICTURE]
        room = self._frames[False].picture_room
        middle = self._most_legible(programme, with_picture, room) if room else None
        middle = middle or self._most_legible(programme, self._forms, 0.0)
        return middle or self._shortened(programme)

    def _most_legible(
        self, programme: Programme, forms: Sequence[Form], room: float
    ) -> Middle | None:
        """Return the first form that leaves some room, found by halving the forms in question."""
        found: Middle | None = None
        start, end = 0, len(forms)
        while start < end:
            half = (start + end) // 2
            middle = self._set(programme, forms[half])
            if middle.free >= room:
                found, end = middle, half
            else:
                start = half + 1
        return found

    def _shortened(self, programme: Programme) -> Middle:
        whole = programme.count
        fits, too_many = 0, whole
        middle = self._set(programme.cut(0), self._forms[-1], whole)
        while too_many - fits > 1:
            count = (fits + too_many) // 2
            tried = self._set(programme.cut(count), self._forms[-1], whole - count)
            if tried.free >= 0:
                fits, middle = count, tried
            else:
                too_many = count
        return middle

    def _set(self, programme: Programme, form: Form, left_out: int = 0) -> Middle:
        frame = self._frames[form.dense]
        length = frame.unit * form.scale
        sheet = poster_sheet(frame.unit, form.scale, dense=form.dense)
        measure = Measure(sheet, self._shaper)
        look = RowLook(length, form.dense, frame.places)
        width = (frame.width - sheet.gutter * (form.columns - 1)) / form.columns
        parts = self._parts(rows(programme), measure, look, width, form.columns)
        columns = [Column(part, look, width, form.gap * length) for part in parts]
        if left_out:
            last = columns[-1]
            columns[-1] = Column(last.rows, look, width, last.gap, more(left_out))
        heights = tuple(measure.height(column.blocks(), width) for column in columns)
        strip = weekly_strip(programme.weekly, look, frame.tint, measure, frame.width)
        strip_height = measure.height(strip, frame.width) if strip else 0.0
        room = frame.room(strip=bool(strip))
        free = room - max(heights) - strip_height
        return Middle(
            frame, form, sheet, tuple(columns), heights, strip, strip_height, free, left_out
        )

    @staticmethod
    def _parts(
        found: Sequence[Row], measure: Measure, look: RowLook, width: float, columns: int
    ) -> list[tuple[Row, ...]]:
        if columns == 1:
            return [tuple(found)]
        return halves(found, [measure.height((look.row(row, width),), width) for row in found])


def more(left_out: int) -> str:
    """Return what stands for the entries that found no room."""
    others = plural(left_out, "autre rendez-vous", "autres rendez-vous")
    return f"… et {others}, voir l’agenda à la mairie"
