"""A small window as large as its words need: Qt counts broken lines too low, at large letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT

_USUAL_LETTER = 7
"""Average width in pixels of the letters that sizes are given for."""


def resize_with_letters(window: QWidget, width: int, height: int) -> None:
    """Give a window the room that usual letters need, more for larger ones; never off the screen.

    Args:
        window: Not shown yet.
        width: In pixels, for usual letters.
        height: Likewise.
    """
    grown = max(1.0, window.fontMetrics().averageCharWidth() / _USUAL_LETTER)
    room = window.screen().availableSize()
    window.resize(
        min(round(width * grown), max(width, room.width() - 2 * MARGIN)),
        min(round(height * grown), max(height, room.height() - 4 * MARGIN)),
    )


class RoomyDialog(QDialog):
    """Takes the height of what it holds, whenever that changes; it never leaves the screen.

    Attributes:
        letters: Letters of the person's size that a line holds at least, where there is room.
    """

    def __init__(self, narrowest: int, letters: int = 0, parent: QWidget | None = None) -> None:
        """Prepare an empty window.

        Args:
            narrowest: Width in pixels.
            letters: See the attribute.
            parent: Owner.
        """
        super().__init__(parent)
        self._narrowest, self.letters = narrowest, letters
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        self.column.setSpacing(UNIT)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room."""
        self.take_room()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take it again when something in it is shown, hidden or said otherwise."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.take_room()
        return taken

    def take_room(self) -> None:
        """Resize to the words."""
        room = self.screen().availableSize()
        asked = max(self._narrowest, self.letters * self.fontMetrics().averageCharWidth())
        width = min(asked, room.width() - 2 * MARGIN)
        high = min(self.column.totalHeightForWidth(width), room.height() - 2 * MARGIN)
        if (self.width(), self.height()) != (width, high):
            self.setMinimumSize(width, high)
            self.resize(width, high)
