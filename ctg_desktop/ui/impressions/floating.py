"""A sheet that lies over the foot of another widget while it has something to say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.card import Card

_WIDEST = 460


class FloatingCard(Card):
    """Shown while the widget on it is shown; takes no room from what is below."""

    def __init__(self, widget: QWidget, over: QWidget) -> None:
        """Lay a widget over another one.

        Args:
            widget: Hidden as yet; shows and hides itself.
            over: What it lies on.
        """
        super().__init__(parent=over)
        self._widget, self._over = widget, over
        self.body.addWidget(widget)
        self.hide()
        widget.installEventFilter(self)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget, and the size of what is below."""
        kind = event.type()
        if watched is self._widget and kind in {
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        }:
            self.setVisible(kind is QEvent.Type.ShowToParent)
            self._place()
        elif watched is self._over and kind is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(_WIDEST, self._over.width() - 2 * MARGIN)
        height = self.sizeHint().height()
        left = (self._over.width() - width) // 2
        self.setGeometry(left, self._over.height() - height - MARGIN, width, height)
        self.raise_()
