"""A layout that breaks lines, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Lays widgets out like words: from left to right, then on the next line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = UNIT) -> None:
        super().__init__(parent)
        self.setSpacing(spacing)

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Break lines where the next widget does not fit."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self.items:
            if item.isEmpty():  # hidden: neither room nor a gap
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()
