"""An alert: begun, called through by keyboard, printed, given to the prefect, ended, erased."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.register.entry import CallResult
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
from ctg_desktop.ui.registre.alert.call_table import CallTable
from ctg_desktop.ui.registre.alert.dialogs import EarlierCallDialog, ForgetDialog, PrefectDialog
from ctg_desktop.ui.registre.book import ALERT, RegisterBook
from ctg_desktop.ui.registre.people.step_dialogs import StepDialog
from tests.register_for_tests import KEEPER
from tests.ui.keys import press, press_enter, retype, type_text
from tests.ui.opened import Opened, nameless

from .conftest import NAMES, TODAY, dialog_over

Settle = Callable[[], None]


@pytest.fixture
def calls(book: RegisterBook, settle: Settle) -> CallTable:
    """Begin an alert by keyboard; the cursor is on the first person to call."""
    book.show_part(ALERT)
    settle()
    name = book.alert.begin_page.name
    assert name.hasFocus()
    type_text(name, "Canicule d’août")
    press_enter(name)
    settle()
    table = book.alert.calls.table
    assert table.hasFocus()
    return table


def names(table: CallTable) -> list[str]:
    return [row.name for row in table._rows.rows]


def results(book: RegisterBook, entry_id: str) -> list[tuple[CallResult, str]]:
    return [(one.result, one.by) for one in book.register.get(entry_id).calls]


def test_an_alert_without_a_name_is_not_begun(book: RegisterBook, settle: Settle) -> None:
    book.show_part(ALERT)
    settle()
    book.alert.begin_page.button.click()
    settle()
    assert book.alert.begin_page.name_field.is_refused
    assert book.alert.alert is None


def test_whom_nobody_looks_after_is_called_first_and_who_was_not_told_is_not_called(
    book: RegisterBook, calls: CallTable
) -> None:
    assert names(calls) == ["Roger Pailler", "Simone Aubrun"]
    panel = book.alert.calls.panel
    assert panel.phone.text() == "05\u00a036\u00a049\u00a002\u00a001"
    assert nameless(book) == []


@pytest.mark.parametrize(
    ("key", "result"),
    [
        (Qt.Key.Key_1, CallResult.WELL),
        (Qt.Key.Key_2, CallResult.NO_ANSWER),
        (Qt.Key.Key_3, CallResult.CALL_AGAIN),
        (Qt.Key.Key_4, CallResult.HELP_SENT),
    ],
)
def test_one_key_notes_the_call_its_time_and_who_called(
    book: RegisterBook, calls: CallTable, settle: Settle, key: Qt.Key, result: CallResult
) -> None:
    called = calls.current()
    assert called is not None
    press(calls, key)
    settle()
    assert results(book, called.id) == [(result, KEEPER)]
    assert book.register.get(called.id).calls[0].at.date() == TODAY
    after = calls.current()
    assert after is not None
    assert after.id != called.id  # the next one came up


def test_a_french_keyboard_needs_no_shift(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    called = calls.current()
    assert called is not None
    type_text(calls, "é")
    settle()
    assert results(book, called.id) == [(CallResult.NO_ANSWER, KEEPER)]


def test_progress_counts_who_was_reached(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    page = book.alert.calls
    assert page.progress.text() == "0 sur 2 jointe aujourd’hui"
    press(calls, Qt.Key.Key_1)
    settle()
    assert page.progress.text() == "1 sur 2 jointe aujourd’hui"
    assert (page.bar.value(), page.bar.maximum()) == (1, 2)
    assert names(calls) == ["Simone Aubrun", "Roger Pailler"]


def test_under_no_answer_stands_whom_to_warn(calls: CallTable, settle: Settle) -> None:
    calls.show_rows(list(calls._rows.rows), wanted=calls._rows.rows[1].id)
    press(calls, Qt.Key.Key_2)
    settle()
    said = [calls.model().index(row, 0).data() for row in range(2)]
    assert any(
        "Prévenir Claire Aubrun (fille) 06\u00a039\u00a098\u00a002\u00a011" in one for one in said
    )


def test_a_call_noted_by_mistake_is_taken_back(
    book: RegisterBook, calls: CallTable, settle: Settle, opened: Opened
) -> None:
    called = calls.current()
    assert called is not None
    press(calls, Qt.Key.Key_4)
    settle()
    notice = opened.notices[-1]
    assert not any(name in notice.text for name in NAMES)
    assert notice.action is not None
    notice.action()
    settle()
    assert results(book, called.id) == []


def test_a_key_pressed_before_the_next_person_came_up_is_not_heeded(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    first, second = (row.id for row in calls._rows.rows)
    press(calls, Qt.Key.Key_2)
    press(calls, Qt.Key.Key_2)
    settle()
    assert [len(results(book, one)) for one in (first, second)] == [1, 0]
    press(calls, Qt.Key.Key_1)
    settle()
    assert results(book, second) == [(CallResult.WELL, KEEPER)]


def test_a_call_of_the_sheet_is_noted_with_its_time(
    book: RegisterBook, calls: CallTable, settle: Settle, opened: Opened
) -> None:
    called = calls.current()
    assert called is not None
    press(book.alert.calls.panel.earlier_button, Qt.Key.Key_Space)
    asked = dialog_over(book)
    assert isinstance(asked, EarlierCallDialog)
    type_text(asked.time, "25h")
    asked.forward()
    settle()
    assert asked.fields["at"].is_refused
    retype(asked.time, "0h01")
    asked.forward()
    settle()
    assert asked.fields["result"].is_refused
    assert results(book, called.id) == []
    asked.gave.set_value(CallResult.HELP_SENT.value)
    retype(asked.by, "Bruno Petit")
    asked.forward()
    settle()
    (call,) = book.register.get(called.id).calls
    assert (call.at.date(), call.at.hour, call.at.minute) == (TODAY, 0, 1)
    assert (call.result, call.by) == (CallResult.HELP_SENT, "Bruno Petit")
    assert opened.notices[-1].text.endswith("01\u00a0: quelqu’un est envoyé.")


def test_an_alert_ended_by_mistake_goes_on(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    press(calls, Qt.Key.Key_1)
    settle()
    (alert,) = book.register.alerts()
    book.register.end_alert(alert.id, TODAY, TODAY)
    book.alert.reload()
    settle()
    (again,) = (
        one
        for one in book.alert.begin_page.past.findChildren(QPushButton)
        if one.accessibleName().startswith("Reprendre")
    )
    press(again, Qt.Key.Key_Space)
    settle()
    assert book.alert.alert is not None
    assert book.alert.alert.id == alert.id
    assert book.alert.calls.progress.text() == "1 sur 2 jointe aujourd’hui"


def test_the_buttons_do_what_the_keys_do(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    called = calls.current()
    assert called is not None
    button = book.alert.calls.panel.buttons[CallResult.CALL_AGAIN]
    assert button.accessibleName().startswith("3")
    press(button, Qt.Key.Key_Space)
    settle()
    assert results(book, called.id) == [(CallResult.CALL_AGAIN, KEEPER)]


@pytest.mark.usefixtures("calls")
def test_the_sheet_of_calls_is_seen_printed_and_noted(
    book: RegisterBook, settle: Settle, opened: Opened, tmp_path: Path
) -> None:
    opened.window.on_page(lambda page: page.print_())
    settle()
    paper = dialog_over(book)
    assert isinstance(paper, PaperDialog)
    paper.output.save_to(tmp_path / "appels.pdf")
    settle()
    last = [row.access for row in opened.office.access_log.rows()][-1]
    assert (last.what, last.actor, last.count) == ("register-call-sheet", KEEPER, 2)


@pytest.mark.usefixtures("calls")
def test_the_prefect_gets_a_table_and_that_is_noted(
    book: RegisterBook, settle: Settle, opened: Opened, tmp_path: Path
) -> None:
    book.alert.calls.prefect_button.click()
    asked = dialog_over(book)
    assert isinstance(asked, PrefectDialog)
    assert "communiqué au préfet" in "".join(
        one.text() for one in asked.findChildren(type(asked.error.label))
    )
    asked.format.set_value("xlsx")
    asked.reject()
    target = tmp_path / "préfet.xlsx"
    book.alert.write_prefect("xlsx", target)
    settle()
    sheet = load_workbook(target).worksheets[0]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Aubrun" in " ".join(map(str, cells))
    last = [row.access for row in opened.office.access_log.rows()][-1]
    assert (last.kind, last.what, last.actor) == (AccessKind.EXPORTED, "register-prefect", KEEPER)
    assert "journal" in opened.notices[-1].text


def test_an_alert_ends_and_is_erased_with_its_calls(
    book: RegisterBook, calls: CallTable, settle: Settle
) -> None:
    called = calls.current()
    assert called is not None
    press(calls, Qt.Key.Key_1)
    settle()
    book.alert.calls.end_button.click()
    end = dialog_over(book)
    assert isinstance(end, StepDialog)
    end.forward()
    settle()
    assert book.alert.alert is None
    assert results(book, called.id)
    (alert,) = book.register.alerts()
    book.alert.begin_page.remove_wanted.emit(alert)
    asked = dialog_over(book)
    assert isinstance(asked, ForgetDialog)
    asked.forward()
    settle()
    assert book.register.alerts() == []
    assert results(book, called.id) == []
