"""Sheets of labels lie on their page; those that do not are refused by the measure at fault."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.label_sheets import (
    CUSTOM_START,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SHEETS,
    LabelSheet,
    checked_sheet,
    sheet_of,
)
from ctg_desktop.errors import UserError


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.code)
def test_a_common_sheet_is_centred_on_its_page(sheet: LabelSheet) -> None:
    assert checked_sheet(sheet) == sheet
    assert sheet.left == pytest.approx(PAGE_WIDTH - sheet.right_edge, abs=0.11)
    assert sheet.top == pytest.approx(PAGE_HEIGHT - sheet.lower_edge, abs=0.11)
    assert sheet.code.startswith(f"{sheet.count}-")
    assert sheet_of(sheet.code) is sheet


def test_labels_are_read_row_by_row() -> None:
    cells = list(sheet_of("21-63.5x38.1").cells())
    assert [(one.row, one.column) for one in cells[:4]] == [(1, 1), (1, 2), (1, 3), (2, 1)]
    assert (cells[-1].row, cells[-1].column) == (7, 3)
    assert all((one.y, one.x) < (two.y, two.x) for one, two in pairwise(cells))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"columns": 0}, "labels-measure-invalid", "columns"),
        ({"left": -1.0}, "labels-measure-invalid", "left"),
        ({"top": float("nan")}, "labels-measure-invalid", "top"),
        ({"pitch_x": float("inf")}, "labels-measure-invalid", "pitch_x"),
        ({"columns": 20, "rows": 20}, "labels-too-many", "columns"),
        ({"width": 20.0}, "labels-too-small", "width"),
        ({"height": 8.0}, "labels-too-small", "height"),
        ({"pitch_x": 60.0}, "labels-overlap", "pitch_x"),
        ({"pitch_y": 30.0}, "labels-overlap", "pitch_y"),
        ({"columns": 4}, "labels-off-page-right", "columns"),
        ({"top": 40.0}, "labels-off-page-foot", "rows"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(change: dict[str, float], code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        checked_sheet(replace(CUSTOM_START, **change))  # type: ignore[arg-type]  # measures by name
    assert (refused.value.code, refused.value.field) == (code, field)


def test_an_unknown_sheet_is_told_which_ones_are_known() -> None:
    with pytest.raises(UserError) as refused:
        sheet_of("L7160")
    assert refused.value.code == "labels-sheet-unknown"
    assert all(sheet.code in str(refused.value.params["known"]) for sheet in SHEETS)


measures = st.floats(0, 110) | st.sampled_from([float("nan"), float("inf"), -1.0, 400.0])


@given(st.integers(-1, 6), st.integers(-1, 14), st.lists(measures, min_size=7, max_size=7))
def test_what_passes_lies_on_the_page(columns: int, rows: int, lengths: list[float]) -> None:
    sheet = LabelSheet("sur-mesure", columns, rows, *lengths)
    try:
        checked_sheet(sheet)
    except UserError:
        return
    for cell in sheet.cells():
        assert cell.x >= 0
        assert cell.x + sheet.width <= PAGE_WIDTH + 0.1
        assert cell.y >= 0
        assert cell.y + sheet.height <= PAGE_HEIGHT + 0.1
