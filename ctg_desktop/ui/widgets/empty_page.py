"""What an empty page says: what it is for, and the first thing to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import accent_ink
from ctg_desktop.ui.widgets.text import Text, crisp, follows, section_title

_PICTURE = 48
_WIDTH = 520


class EmptyPage(QWidget):
    """An icon, a sentence and the first action, in the middle of the page."""

    def __init__(
        self,
        icon: Icon,
        title: str,
        text: str,
        actions: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._actions = icon, tuple(actions)
        self._picture = QLabel()
        self.title = section_title(title)
        self.title.setWordWrap(True)
        self.text = Text(text, wrap=True, quiet=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(UNIT)
        self._row.addStretch(1)
        for action in actions:
            self._row.addWidget(action)
        self._row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        for widget in (self._picture, self.title, self.text):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addLayout(self._row)
        holder = QWidget()
        holder.setMaximumWidth(_WIDTH)
        holder.setLayout(column)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.setContentsMargins(2 * MARGIN, 0, 2 * MARGIN, 0)
        row.addWidget(holder)
        outer.addLayout(row)
        outer.addStretch(3)
        self._paint()

    def take_focus(self) -> None:
        """Put the focus on the first action."""
        if self._actions:
            self._actions[0].setFocus()

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest action alone: the others go below it."""
        widest = max((one.sizeHint().width() for one in self._actions), default=0)
        return QSize(widest + 4 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the actions one under another where they do not fit side by side."""
        widths = [one.sizeHint().width() for one in self._actions if not one.isHidden()]
        wanted = sum(widths) + UNIT * max(len(widths) - 1, 0)
        fits = wanted <= min(self.width() - 4 * MARGIN, _WIDTH)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if follows(event):
            self._paint()

    def _paint(self) -> None:
        colour = accent_ink(QApplication.palette()).name()
        self._picture.setPixmap(crisp(self, self._icon, colour, _PICTURE))
