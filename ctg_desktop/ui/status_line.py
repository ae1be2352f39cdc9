"""The bottom line: when something was saved, and on the right the state of backups."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ctg_desktop.domain.wording import time
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import ElidedText, IconText


class StatusLine(QFrame):
    """Quiet words at the foot of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.left = IconText(Icon.INFORMATION, "Rien à enregistrer", Tone.NEUTRAL)
        self.left.label.setWordWrap(False)
        self.right = ElidedText(quiet=True)
        self.right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, 3, UNIT, 3)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.left)
        row.addWidget(self.right, 1)

    def show_saved(self, at: datetime) -> None:
        """Say when the last change was saved."""
        self.left.show_text(f"Enregistré à {time(at)}", Icon.CHECK, Tone.GOOD)

    def show_backup(self, text: str) -> None:
        """Say how old the last verified backup is."""
        self.right.set_whole(text)
