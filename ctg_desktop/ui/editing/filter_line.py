"""A line above a list that filters it while it is typed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_TYPING_MS = 120


class FilterLine(QLineEdit):
    """Searches as it is typed in; Escape empties it, the arrow goes into the list."""

    settled = Signal(str)
    leave_down = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(lambda: self.settled.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._timer.start())

    def show_text(self, text: str) -> None:
        """Show a text without searching again."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Enter and the arrow go on into the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave_down.emit()
        else:
            super().keyPressEvent(event)
