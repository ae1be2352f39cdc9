"""Says that something is being done, and that nothing is to be answered."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from ctg_desktop.ui.unlock.framed_page import FramedPage


class BusyPage(FramedPage):
    """A title, a sentence and a bar that runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Travail en cours")
        self.body.addWidget(self.bar)
        self.body.addStretch(1)

    def say(self, title: str, said: str) -> None:
        """Say what is being done."""
        self.title.setText(title)
        self.said.setText(said)
