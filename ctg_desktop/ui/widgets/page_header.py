"""Title, what it holds, and the actions of a page: the primary one last, top right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.text import ElidedText, page_title


class PageHeader(QWidget):
    """The top line of a page."""

    def __init__(
        self, title: str, actions: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        """Prepare the line.

        Args:
            title: Name of the page.
            actions: Buttons from left to right, the primary one last.
            parent: Owner.
        """
        super().__init__(parent)
        self.title = page_title(title)
        self.summary = ElidedText(quiet=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addSpacing(UNIT)
        row.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignBaseline)
        for action in actions:
            row.addWidget(action)

    def set_summary(self, text: str) -> None:
        """Say what the page holds, e.g. "148 fiches, 131 publiées", as far as there is room."""
        self.summary.set_whole(text)
