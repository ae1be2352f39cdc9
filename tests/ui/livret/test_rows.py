from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingColumn, ListingRow, ListingState
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.ui.editing.pages_of_rows import KEPT_PAGES, PAGE, PagesOfRows, open_list
from ctg_desktop.ui.editing.table_model import ROW_ROLE
from ctg_desktop.ui.livret.columns import COLUMNS
from ctg_desktop.ui.livret.model import ListingTableModel
from ctg_desktop.ui.livret.table import ListingTable
from ctg_desktop.ui.tasks import TaskRunner

MANY = tuple(f"id-{number:06}" for number in range(100_000))


def row(listing_id: str) -> ListingRow:
    return ListingRow(
        id=listing_id,
        name=f"Fiche {listing_id}",
        kind=ListingKind.PLACE,
        category="town-hall",
        place="Le Bourg",
        phone="+33549000000",
        email="",
        state=ListingState.CURRENT,
        verified_on=None,
        closed_until=None,
        published=True,
        updated_at="",
    )


class Shelf:
    """Counts the pages asked for; may fail once."""

    def __init__(self, error: Exception | None = None) -> None:
        self.asked: list[Sequence[str]] = []
        self.error = error

    def fetch(self, ids: Sequence[str]) -> list[ListingRow]:
        self.asked.append(ids)
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return [row(one) for one in ids if one != "id-000003"]


def build(shelf: Shelf) -> tuple[TaskRunner, list[Exception], ListingTableModel]:
    faults: list[Exception] = []
    tasks = TaskRunner(faults.append)
    return tasks, faults, ListingTableModel(PagesOfRows(tasks, shelf.fetch, faults.append))


def test_a_hundred_thousand_rows_paint_first_and_fill_after(qtbot: QtBot) -> None:
    shelf = Shelf()
    tasks, faults, model = build(shelf)
    table = ListingTable(model)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    before = time.perf_counter()
    model.set_ids(MANY)
    table.grab()
    assert time.perf_counter() - before < 0.5
    assert model.rowCount() == 100_000
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Fiche id-000000")
    assert len(shelf.asked) == 1
    table.scrollToBottom()
    table.grab()
    qtbot.waitUntil(lambda: model.index(99_999, 0).data() == "Fiche id-099999")
    assert sum(map(len, shelf.asked)) <= 3 * PAGE
    tasks.shutdown()
    assert faults == []


def test_a_hundred_thousand_selected_rows_cost_no_painting(qtbot: QtBot) -> None:
    tasks, _, model = build(Shelf())
    table = ListingTable(model)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    model.set_ids(MANY)
    table.grab()
    table.selectAll()
    before = time.perf_counter()
    table.grab()
    assert time.perf_counter() - before < 0.5
    assert table.selected_count() == len(MANY)
    tasks.shutdown()


def test_a_window_that_grows_or_shrinks_changes_no_wish(qtbot: QtBot) -> None:
    tasks, _, model = build(Shelf())
    table = ListingTable(model)
    qtbot.addWidget(table)
    before = table.columns_state()
    with qtbot.assertNotEmitted(table.columns_changed):
        table.show()
        for width in (360, 1200, 420, 900):
            table.resize(width, 400)
            table.set_some_closed(width > 800)
            table.grab()
    assert table.columns_state() == before
    place = COLUMNS.index(ListingColumn.PLACE)
    assert not table.isColumnHidden(place)
    table.horizontalHeader().resizeSection(place, 222)
    assert table.columns_state()["widths"]["place"] == 222
    tasks.shutdown()


def test_placeholder_until_the_page_comes_and_blank_for_a_deleted_row(qtbot: QtBot) -> None:
    tasks, _, model = build(Shelf())
    model.set_ids(MANY)
    assert model.index(5, 0).data() == "…"
    assert model.index(5, 0).data(ROW_ROLE) is None
    qtbot.waitUntil(lambda: model.index(5, 0).data() != "…")
    assert model.index(3, 0).data(ROW_ROLE) is None
    tasks.shutdown()


def test_only_the_pages_looked_at_last_are_kept(qtbot: QtBot) -> None:
    shelf = Shelf()
    tasks, _, model = build(shelf)
    model.set_ids(MANY)
    for page in range(KEPT_PAGES + 5):
        qtbot.waitUntil(lambda at=page * PAGE: model.index(at, 0).data() != "…")
    asked = len(shelf.asked)
    assert model.index(0, 0).data() == "…"
    qtbot.waitUntil(lambda: model.index(0, 0).data() != "…")
    assert len(shelf.asked) == asked + 1
    tasks.shutdown()


def test_answers_to_an_older_list_are_dropped(qtbot: QtBot) -> None:
    tasks, _, model = build(Shelf())
    model.set_ids(MANY)
    model.index(0, 0).data()
    model.set_ids(MANY[::-1])
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Fiche id-099999")
    tasks.shutdown()


def test_refresh_keeps_rows_until_the_new_ones_come(qtbot: QtBot) -> None:
    shelf = Shelf()
    tasks, _, model = build(shelf)
    model.set_ids(MANY[:10])
    qtbot.waitUntil(lambda: model.index(0, 0).data() != "…")
    model.refresh()
    assert model.index(0, 0).data() == "Fiche id-000000"
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    tasks.shutdown()


def test_a_fault_is_reported_and_the_next_look_asks_again(qtbot: QtBot) -> None:
    tasks, faults, model = build(Shelf(OSError("disk")))
    model.set_ids(MANY[:10])
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: len(faults) == 1)
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Fiche id-000000")
    tasks.shutdown()


def test_a_list_opened_with_its_first_page_is_painted_with_words(qtbot: QtBot) -> None:
    shelf = Shelf()
    tasks, _, model = build(shelf)
    opened = open_list(lambda: MANY, shelf.fetch)
    assert [len(one) for one in shelf.asked] == [PAGE]
    model.set_ids(opened.ids, opened.first)
    assert model.index(0, 0).data() == "Fiche id-000000"
    assert model.index(PAGE, 0).data() == "…"
    qtbot.waitUntil(lambda: model.index(PAGE, 0).data() != "…")
    assert len(shelf.asked) == 2
    tasks.shutdown()


def test_rows_read_with_a_refresh_are_shown_at_once_and_the_others_when_looked_at(
    qtbot: QtBot,
) -> None:
    shelf = Shelf()
    tasks, _, model = build(shelf)
    model.set_ids(MANY[: 2 * PAGE])
    for place in (0, PAGE):
        qtbot.waitUntil(lambda at=place: model.index(at, 0).data() != "…")
    fresh = [replace(one, name="Changée") for one in open_list(lambda: MANY, shelf.fetch).first]
    asked = len(shelf.asked)
    model.refresh(fresh)
    assert model.index(0, 0).data() == "Changée"
    assert len(shelf.asked) == asked
    assert model.index(PAGE, 0).data() == f"Fiche {MANY[PAGE]}"
    qtbot.waitUntil(lambda: len(shelf.asked) == asked + 1)
    tasks.shutdown()


@pytest.mark.usefixtures("qapp")
def test_an_empty_list_asks_for_no_rows() -> None:
    shelf = Shelf()
    tasks, _, model = build(shelf)
    opened = open_list(lambda: (), shelf.fetch)
    model.set_ids(opened.ids, opened.first)
    assert (model.rowCount(), shelf.asked) == (0, [])
    tasks.shutdown()
