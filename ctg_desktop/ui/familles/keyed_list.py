"""A short list in which each line has its digit: one key chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ctg_desktop.ui.editing.digits import DIGITS, digit_of
from ctg_desktop.ui.theme.measures import ROW


class KeyedList(QListWidget):
    """Up to ten lines, chosen by digit, by arrows and Enter, or by a click."""

    chosen = Signal(int)
    """The place of the line that a digit or a click chose."""
    confirmed = Signal(int)
    """The place of the line that Enter or a double click chose."""
    back = Signal()
    """Backspace."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemDoubleClicked.connect(lambda item: self.confirmed.emit(self.row(item)))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show up to ten lines; the first is current."""
        self.clear()
        for digit, words in zip(DIGITS, lines, strict=False):
            item = QListWidgetItem(f"{digit}   {words}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{digit}, {words}")
            item.setSizeHint(QSize(0, max(ROW, 2 * self.fontMetrics().height())))
            self.addItem(item)
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit choose its line, Enter the current one."""
        digit = digit_of(event)
        place = DIGITS.index(digit) if digit else -1
        if 0 <= place < self.count():
            self.setCurrentRow(place)
            self.chosen.emit(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.confirmed.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Backspace:
            self.back.emit()
        else:
            super().keyPressEvent(event)
