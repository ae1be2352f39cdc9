"""A keyboard alone, as it is used at the counter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from tests.ui.keys import type_text
from tests.ui.opened import TODAY, Opened

Key = Qt.Key


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def target(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def press(self, code: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.target(), code, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()
        self.pressed += 1

    def type_(self, text: str) -> None:
        type_text(self.target(), text)
        self.pressed += len(text)

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Key.Key_Tab)


def said(keyboard: Keyboard) -> str:
    return keyboard.target().accessibleName()


def stored(opened: Opened, name: str) -> Household:
    families = opened.office.families
    ids = families.index(HouseholdFilter(HouseholdView.ALL), HouseholdSort(), TODAY)
    return next(one for one in map(families.get, ids) if one.name == name)


def families_of(opened: Opened) -> int:
    return opened.office.families.counts(TODAY).by_view[HouseholdView.ALL]


def settle(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
