"""What stands above the list: the line that filters it, and the blank form beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton, link

_BLANK = "Demande vierge…"
_LETTERS = 24
"""Of the line, before the words beside it give way to their icon."""


class ListHead(QWidget):
    """One line, whatever the size of the letters."""

    def __init__(self, blank_form: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine("Filtrer cette liste (Ctrl+F)")
        self.button = link(_BLANK, blank_form, Icon.PRINT)
        self.icon = IconButton(Icon.PRINT, _BLANK, blank_form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        row.addWidget(self.icon)
        self.button.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in words where there is room for them."""
        super().resizeEvent(event)
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        room = self.width() >= letters + UNIT + self.button.sizeHint().width()
        if room != self.button.isHidden():
            return
        had_focus = self.button.hasFocus() or self.icon.hasFocus()
        self.button.setVisible(room)
        self.icon.setHidden(room)
        if had_focus:
            (self.button if room else self.icon).setFocus()
