"""The rail leads from page to page, by keys too, and cuts no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PAGES, PageKey
from ctg_desktop.ui.theme.measures import RAIL, RAIL_NARROW
from tests.ui.keys import CTRL, press

Settle = Callable[[], None]


@pytest.mark.parametrize("place", range(1, 6))
def test_ctrl_and_a_number_changes_page(window: MainWindow, settle: Settle, place: int) -> None:
    window.show_page(PageKey.HOME)
    settle()
    press(window, Qt.Key(Qt.Key.Key_0 + place), CTRL)
    settle()
    assert window.current is window.page(PAGES[place - 1].key)
    assert window.rail.button(PAGES[place - 1].key).isChecked()


def test_the_rail_shows_icons_alone_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(1366, 768)
    assert window.rail.width() == RAIL
    window.resize(1024, 700)
    assert window.rail.width() == RAIL_NARROW
    button = window.rail.button(PageKey.DIRECTORY)
    assert button.toolTip() == "Livret (Ctrl+2)"
    assert button.accessibleName() == "Livret"


def test_no_word_of_the_rail_is_cut_at_twice_the_letters(
    large_letters: None,  # noqa: ARG001 - set before the window is made
    window: MainWindow,
) -> None:
    window.resize(1366, 768)
    for page in PageKey:
        window.show_page(page)
        button = window.rail.button(page)
        shown = ink_end(button)
        window.rail.setFixedWidth(2 * window.rail.width())
        QApplication.processEvents()
        assert ink_end(button) == shown, button.text()
        window.rail.set_narrow(False)
        QApplication.processEvents()
    window.resize(1024, 700)
    assert window.rail.width() == RAIL_NARROW


def ink_end(widget: QWidget) -> int:
    """Return where the words in the middle of a widget end, in pixels."""
    picture = widget.grab().toImage()
    empty = picture.pixel(picture.width() - 1, picture.height() // 2)
    columns = range(picture.width() - 1, 0, -1)
    rows = range(picture.height() // 4, 3 * picture.height() // 4)
    return next(x for x in columns if any(picture.pixel(x, y) != empty for y in rows))


def test_the_arrows_move_in_the_rail(window: MainWindow) -> None:
    window.activateWindow()
    window.rail.button(PageKey.HOME).setFocus()
    press(window.rail.button(PageKey.HOME), Qt.Key.Key_Down)
    assert window.rail.button(PageKey.DIRECTORY).hasFocus()
