"""A keyboard alone, as it is used at the counter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import Household
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.widgets.field import LabelledField
from tests.ui.familles.known import settle, stored
from tests.ui.keys import type_text
from tests.ui.opened import Opened

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def target(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def said(self) -> str:
        """Return what a screen reader says of where the focus is."""
        return self.target().accessibleName()

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


class NewFamily(Keyboard):
    """A family that is noted by keys alone."""

    def __init__(self, qtbot: QtBot, opened: Opened, page: FamiliesPage) -> None:
        super().__init__(opened.window)
        self._qtbot, self._opened, self.page = qtbot, opened, page

    def begin(self) -> None:
        page = self.page
        self.press(Key.Key_N, CONTROL)
        self._qtbot.waitUntil(lambda: page.editor.base is not None and not page.editor.record_id)
        self._qtbot.waitUntil(lambda: self.said() == "Nom")

    def type_name(self, name: str) -> None:
        assert self.said() == "Nom"
        self.type_(name)

    def type_phone(self, number: str) -> None:
        self.press(Key.Key_T, ALT)
        assert self.said() == "Téléphone 1"
        self.type_(number)

    def type_child(self, first_name: str, year: str) -> None:
        """Type the first person, who is a child."""
        self.press(Key.Key_P, ALT)
        self.type_(first_name)
        self.tab(2)
        self.press(Key.Key_Space)
        self.tab()
        self.type_(year)

    def save(self) -> None:
        """Ask for it to be stored, which may be refused."""
        self.press(Key.Key_S, CONTROL)

    def store(self, name: str) -> Household:
        """Store it and return what the vault has of it."""
        self.save()
        self._qtbot.waitUntil(lambda: bool(self.page.editor.record_id))
        settle(self._qtbot, self._opened)
        return stored(self._opened, name)

    def field(self, name: str) -> LabelledField:
        found = self.page.detail.form.fields.field(name)
        assert found is not None
        return found

    def keep_draft(self) -> None:
        """Hand what is typed to the vault, as it is done while somebody types."""
        self.page.editor.drafts.flush()
        settle(self._qtbot, self._opened)
        assert self._opened.office.drafts.keys("household:") == ["household:new"]
