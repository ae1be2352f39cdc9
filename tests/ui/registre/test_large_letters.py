"""The register at twice the letters, in the smallest window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.registre.book import ALERT
from ctg_desktop.ui.registre.page import RegisterPage
from ctg_desktop.ui.theme.measures import WINDOW_MIN
from tests.register_for_tests import KEEPER_PASSWORD
from tests.ui.keys import press
from tests.ui.opened import Opened, opened_window

from .conftest import TODAY, fill

LINES = 10
"""Persons that a list shows at least."""


@pytest.fixture
def small(
    large_letters: None,  # noqa: ARG001 - set before the window is made
    qapp: QApplication,  # noqa: ARG001 - likewise
    empty_folder: Path,
) -> Iterator[Opened]:
    with opened_window(empty_folder, lambda: TODAY) as found:
        found.window.resize(*WINDOW_MIN)
        yield found
        assert (found.window.width(), found.window.height()) == WINDOW_MIN
    assert found.faults == []


@pytest.fixture
def settle(qtbot: QtBot, small: Opened) -> Callable[[], None]:
    def wait() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: not small.desk.tasks.is_busy)
            QApplication.processEvents()

    return wait


def shown(small: Opened, settle: Callable[[], None]) -> RegisterPage:
    page = small.show("registre")
    assert isinstance(page, RegisterPage)
    settle()
    return page


def unlocked(small: Opened, settle: Callable[[], None]) -> RegisterPage:
    fill(small.office)
    page = shown(small, settle)
    page.door.closed.form.password.line.setText(KEEPER_PASSWORD)
    page.door.closed.form.try_it()
    settle()
    assert page.book is not None
    return page


def is_seen_whole(widget: QWidget, within: QWidget) -> bool:
    place = QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())
    return within.rect().contains(place)


def test_the_door_is_not_cut_and_shows_what_has_the_focus(
    small: Opened, settle: Callable[[], None], qtbot: QtBot
) -> None:
    closed = shown(small, settle).door.closed
    assert closed.content.width() <= closed.viewport().width()
    assert closed.set_up_button.hasFocus()
    qtbot.waitUntil(lambda: is_seen_whole(closed.set_up_button, closed.viewport()))


def test_the_password_is_seen_while_it_is_typed(
    small: Opened, settle: Callable[[], None], qtbot: QtBot
) -> None:
    fill(small.office)
    closed = shown(small, settle).door.closed
    line = closed.form.password.line
    assert line.hasFocus()
    qtbot.waitUntil(lambda: is_seen_whole(line, closed.viewport()))


def test_the_list_has_room_and_its_states_are_not_cut(
    small: Opened, settle: Callable[[], None]
) -> None:
    page = unlocked(small, settle)
    assert page.book is not None
    people = page.book.people
    assert people.chips.is_folded
    assert people.table.viewport().height() >= LINES * people.table.rowHeight(0)
    late = people.model.index(1, 1)
    assert late.data() == "retard de 4\u00a0jours"
    hint = people.table.sizeHintForIndex(late)
    assert people.table.columnWidth(1) >= hint.width()


def test_the_views_are_chosen_from_the_list_that_drops_down(
    small: Opened, settle: Callable[[], None]
) -> None:
    page = unlocked(small, settle)
    assert page.book is not None
    people = page.book.people
    assert people.chips.dropped.accessibleName() == "Quelles personnes"
    people.chips.dropped.setFocus()
    press(people.chips.dropped, Qt.Key.Key_Down)
    settle()
    assert people.view == "to-acknowledge"
    assert [row.name for row in people.model.rows] == ["Guérin Paulette", "Pailler Roger"]
    small.window.resize(2 * WINDOW_MIN[0], WINDOW_MIN[1])
    settle()
    assert not people.chips.is_folded
    assert people.chips.chips.current == "to-acknowledge"
    small.window.resize(*WINDOW_MIN)


def test_calls_are_made_without_scrolling_to_the_phone(
    small: Opened, settle: Callable[[], None], qtbot: QtBot
) -> None:
    page = unlocked(small, settle)
    book = page.book
    assert book is not None
    book.register.begin_alert("Canicule d’août, deuxième épisode", TODAY, TODAY)
    book.alert.reload()
    settle()
    book.show_part(ALERT)
    settle()
    calls = book.alert.calls
    qtbot.waitUntil(calls.panel.isVisible)
    assert is_seen_whole(calls.panel.phone, calls.panel)
    assert all(is_seen_whole(one, calls.panel) for one in calls.panel.buttons.values())
    tops = {one.mapTo(calls, QPoint(0, 0)).y() for one in (calls.sheet_button, calls.end_button)}
    assert len(tops) == 1
    assert calls.table.viewport().height() >= 3 * calls.table.rowHeight(0)
