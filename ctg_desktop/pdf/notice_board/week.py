"""The sheet of a week: a row a day, with room to write by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.moments import last_day
from ctg_desktop.domain.notice_board import (
    SheetPaper,
    WeekContent,
    WeekSheetOptions,
    week_words,
)
from ctg_desktop.pdf import dates
from ctg_desktop.pdf.blocks import Block, Break, Columns, Definition, Heading, Paragraph, Part
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import Area, Furniture, Rectangle, Shape
from ctg_desktop.pdf.notice_board.contacts import town_hall_foot
from ctg_desktop.pdf.notice_board.measuring import Measure
from ctg_desktop.pdf.notice_board.theme import MARGIN, RULE, tint, week_sheet
from ctg_desktop.pdf.notice_board.town_hall_hours import hours_by_day
from ctg_desktop.pdf.notice_board.week_rows import halved, levelled, told
from ctg_desktop.pdf.style import A4, PageSetup, StyleSheet
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.words import labelled, words

_SIZES = {SheetPaper.PORTRAIT: A4, SheetPaper.LANDSCAPE: (A4[1], A4[0])}
_FORMS = (
    *((scale, True) for scale in (1.3, 1.15, 1.0, 0.9)),
    *((scale, False) for scale in (1.0, 0.9, 0.82, 0.78)),
)
"""Scale of the text, and whether each day keeps room to write by hand."""
_HEADS = {SheetPaper.PORTRAIT: (24.0, 18.0), SheetPaper.LANDSCAPE: (18.0, 12.0)}
"""White above and below the head."""
_WEEK_SHARE = 0.4
"""Of the width, for the number of the week beside its days on a sheet that lies."""
_PADDINGS = {SheetPaper.PORTRAIT: 7.5, SheetPaper.LANDSCAPE: 4.5}
_FOOT_PADDING = 12.0
_FOOT_CODE = 45.0
_DAY_WIDTH = 63.0
_HOURS_WIDTHS = {True: 90.0, False: 135.0}
"""Width of the hours of the town hall on an upright sheet and on one that lies."""
_GAP = 12.0
_WRITING = 24.0
"""Room to write by hand that each day keeps."""
_SUNDAY = 6
_SATURDAY = 5
_ALL_DAY = "journée"


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """The sheet of a week, and how many entries found no room on it."""

    document: Document
    left_out: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """Seven rows and their heights."""

    sheet: StyleSheet
    blocks: tuple[tuple[Block, ...], ...]
    heights: tuple[float, ...]
    left_out: int = 0


def week_document(content: WeekContent, options: WeekSheetOptions) -> WeekSheet:
    """Return the sheet of a week, always one page."""
    layout = _Layout(content, options.paper)
    rows = layout.fitted()
    week, days = week_words(content.monday)
    margin = MARGIN
    document = Document(
        title=f"{week}, {days}",
        language="fr",
        author=content.profile.name,
        subject=f"Agenda de la semaine, {content.profile.name}",
        edition=content.edition,
        page=PageSetup(*layout.size, margin, margin, margin, margin, mirrored=False),
        sheet=rows.sheet,
        sections=(layout.section(rows),),
    )
    return WeekSheet(document, rows.left_out)


class _Layout:
    """Where everything stands on the sheet."""

    def __init__(self, content: WeekContent, paper: SheetPaper) -> None:
        self._content = content
        self.size = _SIZES[paper]
        self._padding = _PADDINGS[paper]
        self._head_top, head_bottom = _HEADS[paper]
        self._upright = paper is SheetPaper.PORTRAIT
        self._width = self.size[0] - 2 * MARGIN
        self._colour = content.profile.accent
        self._shaper = Shaper()
        self._hours = hours_by_day(content.town_hall, content.days, content.holidays)
        measure = Measure(week_sheet(1.0), self._shaper)
        self._head_blocks = self._head()
        head = measure.height(self._head_blocks, self._width)
        self._head_height = self._head_top + head + head_bottom
        self._foot_blocks = town_hall_foot(
            content.town_hall,
            content.profile,
            f"Feuille du {wording.day_full(content.edition)}",
            width=self._width,
            code=_FOOT_CODE,
        )
        foot = measure.height(self._foot_blocks, self._width)
        self._foot_height = max(foot, _FOOT_CODE) + 2 * _FOOT_PADDING

    @property
    def _room(self) -> float:
        return self.size[1] - self._head_height - self._foot_height

    def fitted(self) -> _Rows:
        """Return the rows in the largest size that fits; the last entries cut where none does."""
        for scale, with_writing in _FORMS:
            rows = self._rows(scale, writing=_WRITING if with_writing else 0.0)
            if sum(rows.heights) <= self._room:
                return rows
        most = [len(_of_day(self._content, day)) for day in self._content.days]
        while sum(rows.heights) > self._room and any(most):
            fullest = max(
                (number for number, count in enumerate(most) if count),
                key=lambda number: rows.heights[number],
            )
            most[fullest] -= 1
            rows = self._rows(_FORMS[-1][0], most)
        return rows

    def section(self, rows: _Rows) -> Section:
        """Return the page."""
        blocks: list[Block] = [*self._head_blocks, Break()]
        panels = [self._panel(self._head_top, self._head_height - self._head_top)]
        shapes: list[Shape] = [self._ground(0.0, self._head_height, self._colour)]
        top = self._head_height
        for number, height in enumerate(levelled(rows.heights, self._room)):
            blocks += [*rows.blocks[number], Break()]
            panels.append(self._panel(top + self._padding, height - self._padding))
            if number in (_SATURDAY, _SUNDAY):
                shapes.append(self._ground(top, height, tint(self._colour)))
            if number:
                shapes.append(self._ground(top, 0.75, RULE))
            top += height
        foot = self.size[1] - self._foot_height
        shapes.append(self._ground(foot, 1.5, self._colour))
        panels.append(self._panel(foot + _FOOT_PADDING, self._foot_height - _FOOT_PADDING))
        return Section(
            "Semaine",
            (*blocks, *self._foot_blocks),
            self._colour,
            Furniture(shapes=tuple(shapes)),
            panels=tuple(panels),
        )

    def _head(self) -> tuple[Block, ...]:
        week, days = week_words(self._content.monday)
        commune = Paragraph(
            words(f"Agenda de la commune · {self._content.profile.name}"), "commune"
        )
        if self._upright:
            return (
                commune,
                Heading(1, words(week), style="week"),
                Paragraph(words(days), "dates"),
            )
        parts = (
            Part((Heading(1, words(week), style="week-low"),), _WEEK_SHARE),
            Part((Paragraph(words(days), "dates-low"),), 1 - _WEEK_SHARE),
        )
        return (commune, Columns(parts, _GAP))

    def _rows(self, scale: float, most: Sequence[int] = (), writing: float = 0.0) -> _Rows:
        sheet = week_sheet(scale)
        measure = Measure(sheet, self._shaper)
        found: list[tuple[Block, ...]] = []
        left_out = 0
        for number, day in enumerate(self._content.days):
            occurrences = _of_day(self._content, day)
            kept = occurrences[: most[number]] if most else occurrences
            left_out += len(occurrences) - len(kept)
            row = self._row(day, kept, len(occurrences) - len(kept), measure, scale)
            found.append((row,))
        heights = tuple(
            measure.height(blocks, self._width) + 2 * self._padding + writing for blocks in found
        )
        return _Rows(sheet, tuple(found), heights, left_out)

    def _row(
        self,
        day: date,
        occurrences: Sequence[Occurrence],
        left_out: int,
        measure: Measure,
        scale: float,
    ) -> Block:
        hours = _HOURS_WIDTHS[self._upright] * scale + _GAP if self._hours else 0.0
        room = self._width - _DAY_WIDTH - _GAP - hours
        events: list[Block] = []
        if day in self._content.holidays:
            events.append(Paragraph(words(f"Férié : {self._content.holidays[day]}"), "label"))
        if occurrences:
            rows = tuple(self._event(one, day) for one in occurrences)
            events.append(
                told(rows, scale) if self._upright else halved(rows, room, measure, scale)
            )
        if left_out:
            others = wording.plural(left_out, "autre", "autres")
            events.append(Paragraph(words(f"… et {others}, voir à la mairie"), "label"))
        parts = [
            Part(
                (
                    Heading(2, words(wording.day_number(day.day)), style="day-number"),
                    Paragraph(words(WEEKDAYS[day.weekday()]), "weekday"),
                ),
                _DAY_WIDTH,
            ),
            Part(tuple(events), room),
        ]
        if self._hours:
            parts.append(Part(self._opening(day), hours - _GAP))
        return Columns(tuple(parts), _GAP)

    def _event(self, occurrence: Occurrence, day: date) -> Definition:
        """Return when and what; where it is and until when once a week."""
        goes_on = occurrence.day < day and day != self._content.monday
        where = "" if goes_on else dates.place(occurrence.place, self._content.place_names)
        told = [where, _until(occurrence, day, goes_on=goes_on), dates.moved(occurrence)]
        text = "".join(f", {one}" for one in told if one)
        hours = dates.hours(occurrence) if occurrence.day == day else ""
        title = words(dates.title(occurrence), strong=True)
        return labelled(hours or _ALL_DAY, title + words(text))

    def _opening(self, day: date) -> tuple[Block, ...]:
        slots = "\n".join(self._hours[day])
        if self._upright:
            return (Paragraph(words("Mairie"), "label"), Paragraph(words(slots), "hours"))
        return (Paragraph(words("Mairie : ", strong=True) + words(slots), "hours"),)

    def _panel(self, top: float, height: float) -> Panel:
        return Panel(0, MARGIN, top, self._width, height)

    def _ground(self, top: float, height: float, colour: str) -> Rectangle:
        return Rectangle(Area(0.0, top, self.size[0], height), colour)


def _of_day(content: WeekContent, day: date) -> list[Occurrence]:
    """Return what takes place on a day: what begins, then what is still going on."""
    touching = [
        one for one in content.occurrences if one.day <= day <= last_day(one.start, one.end)
    ]
    return sorted(touching, key=lambda one: one.day < day)


def _until(occurrence: Occurrence, day: date, *, goes_on: bool) -> str:
    if occurrence.day < day == last_day(occurrence.start, occurrence.end):
        return "dernier jour"
    return "" if goes_on else dates.until(occurrence)
