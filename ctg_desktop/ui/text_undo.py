"""Lets Ctrl+Z take back typing first, and the last saved change when there is no typing left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


class TextUndo(QObject):
    """Watches the field that has the focus; only that one, so that typing costs nothing."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from taking Ctrl+Z when it has nothing to take back."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if (undo and not _can(watched, undo=True)) or (redo and not _can(watched, undo=False)):
            event.ignore()
            return True
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        is_text = isinstance(new, (QLineEdit, QPlainTextEdit, QTextEdit))
        self._watched = new if is_text else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _can(field: QObject, *, undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        document = field.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False
