"""The lines of the cards of the first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import CONTROL, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import IconText, Text


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know or to do.

    Attributes:
        note: Quiet words on the right.
        action_label: Words of the button; empty for none.
        action_name: What a screen reader says of the button.
    """

    icon: Icon
    tone: Tone
    text: str
    note: str = ""
    action_label: str = ""
    action_name: str = ""
    action: Callable[[], object] | None = None


class LinesCard(Card):
    """A card of lines, with plain buttons at its foot."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._rows: list[_LineRow] = []
        self._feet: list[QPushButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(UNIT)
        self._buttons.addStretch(1)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.body.addLayout(self._buttons)

    def add_button(self, text: str, clicked: Callable[[], object]) -> None:
        """Put a button at the foot."""
        button = plain(text, clicked)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        self._feet.append(button)

    def show_lines(self, lines: list[Line]) -> None:
        """Replace the lines."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = [_LineRow(one) for one in lines]
        for row in self._rows:
            self._lines.addWidget(row)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons from top to bottom."""
        return [*(row.button for row in self._rows if row.button is not None), *self._feet]


class _LineRow(QWidget):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.button: QPushButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
        row.setSpacing(UNIT)
        words = IconText(line.icon, line.text, line.tone, coloured=False)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        if line.note:
            row.addWidget(Text(line.note, quiet=True))
        if line.action is not None:
            button = link(line.action_label, line.action)
            button.setAccessibleName(line.action_name or line.action_label)
            row.addWidget(button)
            self.button = button
        self.setMinimumHeight(CONTROL)
