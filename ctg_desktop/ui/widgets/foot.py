"""The buttons at the foot of a card: apart from one another, or below where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import UNIT

_SIDE_BY_SIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class Foot(QWidget):
    """What is rare on the left, what goes on on the right."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        """Prepare the foot.

        Args:
            left: In their order.
            right: In their order, the primary one last.
            parent: Owner.
        """
        super().__init__(parent)
        self._buttons = (*left, *right)
        self._row = QBoxLayout(_SIDE_BY_SIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT)
        for one in left:
            self._row.addWidget(one)
        self._row.addStretch(1)
        for one in right:
            self._row.addWidget(one)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest button alone: the others go below it."""
        widest = max(self._widths(), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the buttons below one another where they do not fit side by side."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Look again whether they fit, e.g. after one of them was shown."""
        widths = self._widths()
        fits = sum(widths) + UNIT * len(widths) <= self.width()
        self._row.setDirection(_SIDE_BY_SIDE if fits else _BELOW)

    def _widths(self) -> list[int]:
        return [one.sizeHint().width() for one in self._buttons if not one.isHidden()]
