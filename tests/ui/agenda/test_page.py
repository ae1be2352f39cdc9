from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.calendar_words import WEEKDAYS, WEEKDAYS_SHORT
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.ui.agenda.line_words import day_words
from ctg_desktop.ui.agenda.month_grid import MonthGrid
from ctg_desktop.ui.agenda.month_model import MonthModel
from ctg_desktop.ui.agenda.move_dialog import MoveDialog
from ctg_desktop.ui.agenda.page import CalendarPage
from tests.ui.keys import retype, type_text
from tests.ui.opened import Opened, at, nameless, opened_window, out_of_order

Key = Qt.Key


def titles(page: CalendarPage) -> list[str]:
    return [line.occurrence.title for line in page.list.model.rows]


def stored(opened: Opened, title: str) -> Event:
    return next(one for one in opened.office.calendar.events() if one.title == title)


def line(page: CalendarPage, name: str) -> QLineEdit:
    field = page.detail.form.fields.field(name)
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    return field.target


@pytest.fixture
def choose(qtbot: QtBot, page: CalendarPage) -> Callable[[str], None]:
    def open_(title: str) -> None:
        page.list.table.selectRow(titles(page).index(title))
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.title == title)

    return open_


def test_list_shows_what_comes_in_order_with_words(page: CalendarPage) -> None:
    shown = titles(page)
    assert shown[:4] == [
        "Conseil municipal",
        "Loto <b>géant</b>",
        "Café des parents",
        "Marché de Noël",
    ]
    assert "Fête passée" not in shown
    model = page.list.model
    row = [str(model.index(2, at).data()).replace("\xa0", " ") for at in range(5)]
    assert row == ["sam. 5 déc. 2026", "9 h 30 – 11 h 30", "Café des parents", "—", "se répète"]
    assert day_words(model.rows[3].occurrence).replace("\xa0", " ") == "12 – 13 déc. 2026"
    assert (
        page.header.summary.accessibleName().replace("\xa0", " ") == "6 manifestations, 5 publiées"
    )


def test_filters_by_word_text_and_month(qtbot: QtBot, page: CalendarPage) -> None:
    page.list.chips.chosen.emit("past")
    qtbot.waitUntil(lambda: "Fête passée" in titles(page))
    page.list.chips.chosen.emit("drafts")
    qtbot.waitUntil(lambda: titles(page) == ["Vœux"])
    page.list.chips.chosen.emit("cancelled")
    qtbot.waitUntil(lambda: titles(page) == ["Loto <b>géant</b>"])
    page.list.show_all()
    qtbot.waitUntil(lambda: len(titles(page)) > 5)
    page.focus_search()
    type_text(page.list.line, "cafe")
    qtbot.waitUntil(lambda: set(titles(page)) == {"Café des parents"})
    page.list.months.set_value("2026-12-01")
    page.list.months.edited.emit()
    qtbot.waitUntil(lambda: len(titles(page)) == 1)


def test_new_event_is_typed_the_way_people_do(
    qtbot: QtBot, opened: Opened, page: CalendarPage
) -> None:
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    type_text(line(page, "title"), "Thé dansant")
    all_day = page.detail.form.fields._entries["all_day"].input
    assert isinstance(all_day, QWidget)
    all_day.click()  # type: ignore[attr-defined]  # a box to tick
    retype(line(page, "start_day"), "3/12")
    retype(line(page, "start_time"), "14h30")
    retype(line(page, "end_time"), "18h")
    with qtbot.waitSignal(page.saved):
        page.save_()
    event = stored(opened, "Thé dansant")
    assert (event.start, event.end) == (at(2026, 12, 3, 14, 30), at(2026, 12, 3, 18))
    qtbot.waitUntil(lambda: "Thé dansant" in titles(page))


def test_end_before_start_stands_beside_the_end(
    qtbot: QtBot, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Marché de Noël")
    retype(line(page, "end_day"), "10/12/2026")
    page.save_()
    field = page.detail.form.fields.field("end_day")
    assert field is not None
    qtbot.waitUntil(lambda: field.is_refused)
    assert "avant le début" in field.error.text()


def test_repetition_is_said_in_french_with_the_next_five_dates(
    qtbot: QtBot, opened: Opened, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Conseil municipal")
    chooser = page.detail.form._recurrence.choice
    chooser.set_value("monthly-last")
    chooser.edited.emit()
    field = page.detail.form.fields.field("recurrence")
    assert field is not None
    said = field.hint.text().replace("\xa0", " ")
    assert said.startswith("Le dernier jeudi du mois à 20 h 30.")
    assert said.count(", ") >= 4
    with qtbot.waitSignal(page.saved):
        page.save_()
    assert stored(opened, "Conseil municipal").recurrence == "FREQ=MONTHLY;BYDAY=-1TH"


def test_one_date_cancelled_restored_taken_out(
    qtbot: QtBot, opened: Opened, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Café des parents")
    qtbot.waitUntil(page.detail.box.isVisible)
    page.detail.box.cancel_button.click()
    qtbot.waitUntil(lambda: stored(opened, "Café des parents").cancelled_on == (date(2026, 12, 5),))
    qtbot.waitUntil(lambda: page.list.model.rows[2].occurrence.cancelled)
    page.list.table.clearSelection()
    choose("Café des parents")
    qtbot.waitUntil(page.detail.box.restore_button.isVisible)
    page.detail.box.restore_button.click()
    qtbot.waitUntil(lambda: stored(opened, "Café des parents").cancelled_on == ())
    qtbot.waitUntil(lambda: not page.list.model.rows[2].occurrence.cancelled)
    page.list.table.clearSelection()
    choose("Café des parents")
    qtbot.waitUntil(page.detail.box.skip_button.isVisible)
    page.detail.box.skip_button.click()
    qtbot.waitUntil(lambda: stored(opened, "Café des parents").exceptions == (date(2026, 12, 5),))
    qtbot.waitUntil(lambda: "retirée" in opened.notices[-1].text)
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: stored(opened, "Café des parents").exceptions == ())


def test_a_date_cancelled_while_the_worker_is_busy_and_what_is_typed_are_both_stored(
    qtbot: QtBot,
    opened: Opened,
    page: CalendarPage,
    choose: Callable[[str], None],
    request: pytest.FixtureRequest,
) -> None:
    choose("Café des parents")
    qtbot.waitUntil(page.detail.box.isVisible)
    let_go = request.getfixturevalue("let_go")
    page.detail.box.cancel_button.click()
    retype(line(page, "price"), "2 euros")
    page.save_()
    let_go()
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    event = stored(opened, "Café des parents")
    assert (event.price, event.cancelled_on) == ("2 euros", (date(2026, 12, 5),))
    assert page.editor.base == event


def test_one_date_moved(
    qtbot: QtBot, opened: Opened, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Café des parents")
    qtbot.waitUntil(page.detail.box.isVisible)
    page.detail.box.move_button.click()
    dialog = page.detail.findChild(MoveDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    retype(dialog.day.line, "nimporte")
    dialog.confirm()
    assert dialog.day.is_refused
    retype(dialog.day.line, "6/12/2026")
    retype(dialog.start.editor, "10h")  # type: ignore[arg-type]  # a line
    retype(dialog.end.editor, "")  # type: ignore[arg-type]  # a line
    dialog.confirm()
    qtbot.waitUntil(lambda: bool(stored(opened, "Café des parents").moved))
    event = stored(opened, "Café des parents")
    found = occurrences(event, date(2026, 12, 1), date(2026, 12, 31))
    assert [one.start for one in found] == [at(2026, 12, 6, 10)]
    special = page.detail.form.fields.field("special")
    assert special is not None
    qtbot.waitUntil(special.isVisible)


def test_place_is_a_listing_picked_by_name(
    qtbot: QtBot, opened: Opened, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Conseil municipal")
    picker = line(page, "place")
    opened.window.activateWindow()
    picker.setFocus()
    retype(picker, "salle")
    with qtbot.waitSignal(picker.picked):  # type: ignore[attr-defined]  # a picker
        qtbot.waitUntil(picker.completer().popup().isVisible)
        popup = picker.completer().popup()
        popup.setCurrentIndex(popup.model().index(0, 0))
        qtbot.keyClick(popup, Key.Key_Return)
    assert picker.text() == "Salle des fêtes"
    with qtbot.waitSignal(page.saved):
        page.save_()
    place = stored(opened, "Conseil municipal").place
    assert opened.office.directory.names([place]) == {place: "Salle des fêtes"}


def test_drafts_undo_and_history_as_in_the_directory(
    qtbot: QtBot, opened: Opened, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Conseil municipal")
    type_text(line(page, "title"), "Grand ")
    qtbot.waitUntil(lambda: bool(opened.office.drafts.keys("event:")))
    with qtbot.waitSignal(page.saved):
        page.save_()
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    assert opened.office.drafts.keys() == []
    page.list.table.setFocus()
    qtbot.keyClick(opened.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: line(page, "title").text() == "Conseil municipal")


def test_several_deleted_and_brought_back(qtbot: QtBot, opened: Opened, page: CalendarPage) -> None:
    page.list.table.selectAll()
    assert page.selection.isVisible()
    page.selection.hide_button.click()
    qtbot.waitUntil(lambda: not stored(opened, "Café des parents").published)
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    page.list.table.selectAll()
    qtbot.keyClick(page.list.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: len(opened.office.calendar.events()) == 1)
    qtbot.waitUntil(lambda: "supprimée" in opened.notices[-1].text)
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(opened.office.calendar.events()) == 6)


def test_month_is_walked_by_keyboard_and_read_aloud(
    qtbot: QtBot, opened: Opened, page: CalendarPage
) -> None:
    page.month_button.click()
    opened.window.activateWindow()
    grid = page.month.grid
    grid.setFocus()
    assert page.month.day == date(2026, 11, 23)
    qtbot.keyClick(grid, Key.Key_Right)
    qtbot.keyClick(grid, Key.Key_Right)
    qtbot.keyClick(grid, Key.Key_Right)
    assert page.month.day == date(2026, 11, 26)
    qtbot.waitUntil(lambda: page.month.day_list.count() == 1)
    spoken = grid.model().data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "jeudi 26\xa0novembre 2026, 1\xa0manifestation" in spoken
    assert "Conseil municipal, 20\xa0h\xa030, Mairie" in spoken
    table = QAccessible.queryAccessibleInterface(grid)
    assert table.role() == QAccessible.Role.Table
    qtbot.keyClick(grid, Key.Key_Return)
    assert page.month.day_list.hasFocus()
    qtbot.waitUntil(
        lambda: page.editor.base is not None and page.editor.base.title == "Conseil municipal"
    )
    qtbot.keyClick(page.month.day_list, Key.Key_Return)
    assert line(page, "title").hasFocus()
    qtbot.keyClick(line(page, "title"), Key.Key_Escape)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Key.Key_PageDown)
    assert page.month.day == date(2026, 12, 26)
    qtbot.keyClick(grid, Key.Key_Down)
    qtbot.keyClick(grid, Key.Key_Down)
    assert page.month.day == date(2027, 1, 9)
    page.new_()
    qtbot.waitUntil(lambda: not page.editor.record_id)
    assert page.editor.values()["start_day"].replace("\xa0", " ") == "sam. 9 janv. 2027"


def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Café des parents")
    page.detail.form.details.set_open(True)
    chooser = page.detail.form._recurrence.choice
    chooser.set_value("custom")
    chooser.edited.emit()
    assert nameless(page) == []
    page.month_button.click()
    qtbot.waitUntil(page.month.isVisible)
    assert nameless(page) == []


def test_tab_goes_down_the_form_as_the_eye_does(
    qtbot: QtBot, page: CalendarPage, choose: Callable[[str], None]
) -> None:
    choose("Café des parents")
    form = page.detail.form
    form.details.set_open(True)
    holder = form.widget()
    qtbot.waitUntil(lambda: out_of_order(page, holder) == [])


def test_empty_calendar_offers_the_first_action(
    qtbot: QtBot, qapp: QApplication, vault_folder: Path
) -> None:
    assert qapp is not None
    with opened_window(vault_folder) as found:
        page = found.show("agenda")
        assert isinstance(page, CalendarPage)
        qtbot.waitUntil(page._empty.isVisible)
        page.new_()
        qtbot.waitUntil(page.detail.isVisible)
    assert found.faults == []


@pytest.mark.parametrize(("width", "names"), [(1400, WEEKDAYS), (480, WEEKDAYS_SHORT), (200, None)])
def test_days_of_the_month_are_named_in_the_room_they_have(
    qtbot: QtBot, width: int, names: Sequence[str] | None
) -> None:
    model = MonthModel(date(2026, 9, 1), date(2026, 9, 3))
    grid = MonthGrid(model)
    qtbot.addWidget(grid)
    grid.resize(width, 400)
    grid.show()
    shown = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(7)]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert shown == list(names or "LMMJVSD")
    said = [model.headerData(at, Qt.Orientation.Horizontal, spoken) for at in range(7)]
    assert said == list(WEEKDAYS)
