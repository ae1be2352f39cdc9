"""The frame of a page before the window: a title, a sentence, a body, buttons at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.text import Text, page_title


class FramedPage(QWidget):
    """Put things into :attr:`body`; buttons at the left and at the right of :attr:`foot`."""

    def __init__(self, title: str, said: str, parent: QWidget | None = None) -> None:
        """Prepare the page.

        Args:
            title: On top.
            said: What it is about, below the title.
            parent: Owner.
        """
        super().__init__(parent)
        self.title = page_title(title)
        self.title.setWordWrap(True)
        self.said = Text(said, wrap=True, quiet=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(UNIT)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addSpacing(MARGIN)
        column.addLayout(self.body, 1)
        column.addLayout(self.foot)

    def take_focus(self) -> None:
        """Put the focus where the page is answered."""
        self.setFocus()
