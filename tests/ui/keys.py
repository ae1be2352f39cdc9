"""Typing as a keyboard does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def type_text(widget: QWidget, text: str) -> None:
    """Send letters, accents included."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press(widget: QWidget, code: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press one key."""
    QTest.keyClick(widget, code, modifier or Qt.KeyboardModifier.NoModifier)


def press_enter(widget: QWidget) -> None:
    """Press Enter."""
    press(widget, Qt.Key.Key_Return)


def retype(line: QLineEdit, text: str) -> None:
    """Put other words, or none, in place of those of a line."""
    line.selectAll()
    press(line, Qt.Key.Key_Delete)
    type_text(line, text)


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel of the mouse by one notch, downwards, over a widget."""
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, wheel)
