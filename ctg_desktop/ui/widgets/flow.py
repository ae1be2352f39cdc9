"""Layouts that break lines, as words do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.item_layout import ItemLayout

_Line = tuple[list[QLayoutItem], list[QLayoutItem]]
"""What stands left in a line, and what stands apart in it."""


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


class ApartLayout(ItemLayout):
    """Lays buttons out from the left, and those that destroy at the right end of a line.

    Attributes:
        first_apart: Number of the first item that stands apart.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = UNIT) -> None:
        super().__init__(parent)
        self.setSpacing(spacing)
        self.first_apart = 0

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Break lines where the next button does not fit; the others take the last one's end."""
        shown = [one for one in enumerate(self.items) if not one[1].isEmpty()]
        lines = self._lines([item for at, item in shown if at < self.first_apart], rect.width())
        for item in (item for at, item in shown if at >= self.first_apart):
            lines = self._with_apart(lines, item, rect.width())
        y = rect.y()
        for left, right in lines:
            if move:
                self._place(left, right, QRect(rect.x(), y, rect.width(), 0))
            y += max(item.sizeHint().height() for item in (*left, *right)) + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def one_line(self) -> int:
        """Return the width in which nothing has to go to another line."""
        return self._width([one for one in self.items if not one.isEmpty()])

    def _lines(self, items: Sequence[QLayoutItem], width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in items:
            if lines and self._width([*lines[-1][0], item]) <= width:
                lines[-1][0].append(item)
            else:
                lines.append(([item], []))
        return lines

    def _with_apart(self, lines: list[_Line], item: QLayoutItem, width: int) -> list[_Line]:
        if lines and self._width([*lines[-1][0], *lines[-1][1], item]) <= width:
            lines[-1][1].append(item)
            return lines
        return [*lines, ([], [item])]

    def _width(self, items: Sequence[QLayoutItem]) -> int:
        widths = [one.sizeHint().width() for one in items]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def _place(self, left: Sequence[QLayoutItem], right: Sequence[QLayoutItem], at: QRect) -> None:
        x = at.x()
        for item in left:
            item.setGeometry(QRect(QPoint(x, at.y()), item.sizeHint()))
            x += item.sizeHint().width() + self.spacing()
        x = at.right() + 1 - self._width(right)
        for item in right:
            item.setGeometry(QRect(QPoint(x, at.y()), item.sizeHint()))
            x += item.sizeHint().width() + self.spacing()
