"""Sheets of sticky labels on A4: exact measures in millimetres, and what a sheet must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from math import isfinite
from typing import NamedTuple

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.wording import number
from ctg_desktop.errors import UserError

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
SMALLEST_WIDTH, SMALLEST_HEIGHT = 25.0, 12.0
MOST = 200
CUSTOM = "sur-mesure"

_TOLERANCE = 0.051
"""Makers round to a tenth of a millimetre."""


class Cell(NamedTuple):
    """A label of a sheet.

    Attributes:
        row: From 1.
        column: From 1.
        x: Of its left edge, in millimetres from the left edge of the paper.
        y: Of its upper edge, in millimetres from the upper edge of the paper.
    """

    row: int
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels of one size on an A4 page, read row by row. All measures in millimetres.

    Attributes:
        left: From the left edge of the paper to the first label.
        top: From the upper edge of the paper to the first label.
        pitch_x: From the left edge of a label to that of the next one.
        pitch_y: From the upper edge of a label to that of the one below.
        radius: Of the corners.
    """

    code: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    radius: float = 0.0

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    @property
    def words(self) -> str:
        """What the sheet is called: "24 par page – 70 × 37 mm"."""
        size = f"{number(self.width)} × {number(self.height)}{NBSP}mm"
        return f"{self.count} par page – {size}"

    @property
    def right_edge(self) -> float:
        """Where the last column ends, from the left edge of the paper."""
        return self.left + (self.columns - 1) * self.pitch_x + self.width

    @property
    def lower_edge(self) -> float:
        """Where the last row ends, from the upper edge of the paper."""
        return self.top + (self.rows - 1) * self.pitch_y + self.height

    def cell(self, place: int) -> Cell:
        """Return a label by its place, from 1."""
        row, column = divmod(place - 1, self.columns)
        return Cell(
            row + 1,
            column + 1,
            self.left + column * self.pitch_x,
            self.top + row * self.pitch_y,
        )

    def cells(self) -> Iterator[Cell]:
        """Yield the labels in reading order."""
        return (self.cell(place) for place in range(1, self.count + 1))


SHEETS = (
    LabelSheet("24-70x37", 3, 8, 70.0, 37.0, 0.0, 0.5, 70.0, 37.0),
    LabelSheet("24-63.5x33.9", 3, 8, 63.5, 33.9, 7.2, 12.9, 66.04, 33.9, 2.5),
    LabelSheet("21-63.5x38.1", 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1, 2.5),
    LabelSheet("14-99.1x38.1", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1, 2.5),
    LabelSheet("16-99.1x33.9", 2, 8, 99.1, 33.9, 4.65, 12.9, 101.6, 33.9, 2.5),
    LabelSheet("10-99.1x57", 2, 5, 99.1, 57.0, 4.65, 6.0, 101.6, 57.0, 2.5),
    LabelSheet("8-99.1x67.7", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7, 2.5),
    LabelSheet("65-38.1x21.2", 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2, 1.5),
)
"""The common sheets, by the measures that their makers publish."""

CUSTOM_START = LabelSheet(CUSTOM, 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1, 2.5)
"""Where a person begins who types the measures of another sheet."""


def sheet_of(code: str) -> LabelSheet:
    """Return a common sheet.

    Raises:
        UserError: ``labels-sheet-unknown``.
    """
    for sheet in SHEETS:
        if sheet.code == code:
            return sheet
    known = ", ".join(sheet.code for sheet in SHEETS)
    raise UserError("labels-sheet-unknown", field="sheet", value=code[:40], known=known)


def checked_sheet(sheet: LabelSheet) -> LabelSheet:
    """Return a sheet whose labels lie on an A4 page beside one another, or refuse it.

    Raises:
        UserError: ``labels-measure-invalid``, ``labels-too-many``, ``labels-too-small``,
            ``labels-overlap``, ``labels-off-page-right``, ``labels-off-page-foot``; ``field`` names
            the measure.
    """
    _check_numbers(sheet)
    if sheet.count > MOST:
        raise UserError("labels-too-many", field="columns", limit=MOST)
    for field, size, least in (
        ("width", sheet.width, SMALLEST_WIDTH),
        ("height", sheet.height, SMALLEST_HEIGHT),
    ):
        if size < least:
            raise UserError("labels-too-small", field=field, least=number(least))
    for field, count, pitch, size in (
        ("pitch_x", sheet.columns, sheet.pitch_x, sheet.width),
        ("pitch_y", sheet.rows, sheet.pitch_y, sheet.height),
    ):
        if count > 1 and pitch < size - _TOLERANCE:
            raise UserError("labels-overlap", field=field, pitch=number(pitch), size=number(size))
    for code, field, reach, page in (
        ("labels-off-page-right", "columns", sheet.right_edge, PAGE_WIDTH),
        ("labels-off-page-foot", "rows", sheet.lower_edge, PAGE_HEIGHT),
    ):
        if reach > page + _TOLERANCE:
            raise UserError(code, field=field, reach=number(reach), page=number(page))
    return sheet


def _check_numbers(sheet: LabelSheet) -> None:
    for one in fields(LabelSheet):
        value = getattr(sheet, one.name)
        if one.name == "code":
            continue
        least = 1 if one.name in {"columns", "rows"} else 0
        if not isfinite(value) or not least <= value <= PAGE_HEIGHT:
            raise UserError("labels-measure-invalid", field=one.name)
