"""The register closes: by hand, by itself, with the vault. What was typed comes back sealed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.page import MINUTES, RegisterPage
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY
from tests.register_for_tests import KEEPER_PASSWORD
from tests.ui.keys import press, retype
from tests.ui.opened import Opened, opened_window

from .conftest import NAMES, TODAY, dialog_over, is_open, unlocked

Settle = Callable[[], None]
TYPED = "Quatremaille"


class Clock:
    """A wall clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


def last_name(book: RegisterBook) -> QLineEdit:
    field = book.people.detail.form.fields.field("last_name")
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    return field.target


def begin_typing(book: RegisterBook, settle: Settle) -> None:
    book.new_()
    settle()
    retype(last_name(book), TYPED)


def words_of(window: QWidget) -> str:
    labels = [one.text() for one in window.findChildren(QLabel)]
    lines = [one.text() for one in window.findChildren(QLineEdit)]
    return "\n".join([*labels, *lines])


def read_all(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_the_button_closes_it_and_no_name_is_left_in_the_window(
    page: RegisterPage, book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    begin_typing(book, settle)
    book.people.show_view("all")
    book.close_button.click()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not is_open(page)
    assert not book_is_alive(page)
    said = words_of(opened.window)
    assert not any(name in said for name in (*NAMES, TYPED))
    assert "Registre" not in opened.window.windowTitle()
    assert not any(one.is_open for one in opened.office.register._open)


def book_is_alive(page: RegisterPage) -> bool:
    return bool(page.findChildren(RegisterBook))


def test_what_was_typed_comes_back_and_lay_sealed_meanwhile(
    page: RegisterPage, book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    begin_typing(book, settle)
    page.close_register()
    settle()
    assert opened.office.drafts.keys("") == []
    assert TYPED.encode() not in read_all(opened.office.folder)
    again = unlocked(page, settle)
    assert again is not book
    assert last_name(again).text() == TYPED
    assert again.people.detail.draft_line.isVisible()
    names = [row.name for row in again.people.model.rows]
    assert not any(TYPED in name for name in names)  # nobody decided to store it


def test_a_window_over_the_register_goes_with_it(
    page: RegisterPage, book: RegisterBook, settle: Settle
) -> None:
    book.people.editor.open(book.people.model.rows[0].id)
    settle()
    book.people.detail.delete_button.click()
    shown = dialog_over(book)
    assert not any(name in shown.windowTitle() for name in NAMES)
    page.close_register()
    assert not shown.isVisible()
    settle()


@contextmanager
def _page(desk: Desk, qtbot: QtBot, clock: Clock) -> Iterator[RegisterPage]:
    page = RegisterPage(desk, now=clock)
    qtbot.addWidget(page)
    page.show()
    page.activated()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    yield page
    page.close_register()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)


@pytest.fixture
def watched(
    filled_folder: Path, qtbot: QtBot, desk_of: Callable[[Office], Desk]
) -> Iterator[tuple[RegisterPage, Clock, Settle]]:
    clock = Clock()
    with open_office(filled_folder, "", KEY) as office:
        desk = desk_of(office)

        def settle() -> None:
            qtbot.waitUntil(lambda: not desk.tasks.is_busy)
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not desk.tasks.is_busy)

        with _page(desk, qtbot, clock) as page:
            unlocked(page, settle)
            yield page, clock, settle
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)


def go_by(page: RegisterPage, clock: Clock, seconds: int) -> None:
    for _ in range(seconds // 5):
        clock.at += 5
        page.idle.tick()


def test_it_closes_by_itself_after_five_minutes(
    watched: tuple[RegisterPage, Clock, Settle],
) -> None:
    page, clock, settle = watched
    assert page.book is not None
    register = page.book.register
    go_by(page, clock, 60 * MINUTES - 5)
    assert is_open(page)
    go_by(page, clock, 5)
    assert not is_open(page)
    settle()
    assert not register.is_open
    assert not page.idle.is_watching


def test_a_key_on_it_begins_the_five_minutes_anew(
    watched: tuple[RegisterPage, Clock, Settle],
) -> None:
    page, clock, _settle = watched
    book = page.book
    assert book is not None
    go_by(page, clock, 60 * MINUTES - 5)
    press(book.people.line, Qt.Key.Key_A)
    go_by(page, clock, 60 * MINUTES - 5)
    assert is_open(page)
    go_by(page, clock, 5)
    assert not is_open(page)


def test_keys_typed_elsewhere_do_not_keep_it_open(
    watched: tuple[RegisterPage, Clock, Settle], qtbot: QtBot
) -> None:
    page, clock, _settle = watched
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    page.hide()
    go_by(page, clock, 60 * MINUTES - 5)
    press(other, Qt.Key.Key_A)
    go_by(page, clock, 5)
    assert not is_open(page)


def test_the_lock_of_the_vault_keeps_what_is_typed_and_closes_it(
    qtbot: QtBot, filled_folder: Path
) -> None:
    with opened_window(filled_folder, lambda: TODAY) as found:
        page = found.show("registre")
        assert isinstance(page, RegisterPage)

        def settle() -> None:
            qtbot.waitUntil(lambda: not found.desk.tasks.is_busy)
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not found.desk.tasks.is_busy)

        settle()
        book = unlocked(page, settle)
        begin_typing(book, settle)
        found.window.keep_typing()  # as the shell does behind the gate
        settle()
    assert found.faults == []
    assert not book.register.is_open
    assert TYPED.encode() not in read_all(filled_folder)
    with open_office(filled_folder, "", KEY) as office:
        register = office.register.unlock(KEEPER_PASSWORD)
        assert register.drafts.keys() == ["entry:new"]


def test_it_may_close_in_the_moment_it_opens(
    page: RegisterPage, settle: Settle, opened: Opened, qtbot: QtBot
) -> None:
    page.door.closed.form.password.line.setText(KEEPER_PASSWORD)
    page.door.closed.form.try_it()
    qtbot.waitUntil(lambda: is_open(page))
    page.close_register()
    settle()
    assert page.findChildren(RegisterBook) == []
    assert opened.faults == []
