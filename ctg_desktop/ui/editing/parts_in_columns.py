"""The parts of a form, one under the other, or in columns where there is room for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.item_layout import ItemLayout

_GUTTER = MARGIN + MARGIN // 2


class PartsInColumns(QWidget):
    """Places its parts anew when it is told how many columns there are; their order stays."""

    def __init__(self, places: Mapping[int, Sequence[int]], parent: QWidget | None = None) -> None:
        """Prepare without any part.

        Args:
            places: How many columns there are, from two on → the column of each part, never
                going back.
            parent: Owner.
        """
        super().__init__(parent)
        parts = max(map(len, places.values()))
        self._places = {1: (0,) * parts, **places}
        self._layout = _ColumnsLayout(self, self._places[1])

    def add(self, part: QWidget) -> None:
        """Add the part that is filled in next."""
        self._layout.addWidget(part)

    def show_columns(self, count: int) -> None:
        """Place the parts.

        Args:
            count: How many columns there is room for: one, or one of the numbers given.
        """
        self._layout.show_places(self._places[count])


class _ColumnsLayout(ItemLayout):
    def __init__(self, parent: QWidget, places: Sequence[int]) -> None:
        super().__init__(parent)
        self._places = places

    def show_places(self, places: Sequence[int]) -> None:
        """Put each item into another column."""
        if places != self._places:
            self._places = places
            self.invalidate()

    def minimumSize(self) -> QSize:
        """Ask for the width of one column: more are shown only where there is room for them."""
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Stand each item below the one before it in its column."""
        columns = max(self._places) + 1
        width = (rect.width() - (columns - 1) * _GUTTER) // columns
        ends = [rect.y()] * columns
        for item, column in zip(self.items, self._places, strict=False):
            hint = item.heightForWidth(width) if item.hasHeightForWidth() else -1
            height = hint if hint >= 0 else item.sizeHint().height()
            top = ends[column] if ends[column] == rect.y() else ends[column] + MARGIN
            if move:
                left = rect.x() + column * (width + _GUTTER)
                item.setGeometry(QRect(left, top, width, height))
            ends[column] = top + height
        return max(ends) - rect.y()
