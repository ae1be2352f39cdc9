"""Large choices, of which one is taken: a word in bold and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT, label_font
from ctg_desktop.ui.widgets.text import Text, on_button

_INDENT = 32


class Choices(QWidget):
    """Radio buttons with an explanation under each."""

    confirmed = Signal()
    """Enter on a choice."""

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Prepare the choices.

        Args:
            choices: Key, words and explanation of each.
            parent: Owner.
        """
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, words, explanation in choices:
            button = QRadioButton(on_button(words))
            button.setFont(label_font(button.font()))
            button.setAccessibleName(words)
            button.setAccessibleDescription(explanation)
            self._group.addButton(button)
            self._buttons[key] = button
            note = Text(explanation, wrap=True, quiet=True)
            note.setContentsMargins(_INDENT, 0, 0, 0)
            column.addWidget(button)
            column.addWidget(note)
            column.addSpacing(MARGIN - UNIT // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the choice that has the focus, and goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def value(self) -> str:
        """Return the key of the choice taken."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Take a choice."""
        self._buttons[key].setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the choice taken."""
        self._buttons[self.value() or next(iter(self._buttons))].setFocus()
