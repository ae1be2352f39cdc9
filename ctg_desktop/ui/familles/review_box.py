"""The time of a household has run out: says why, and leaves the decision to a person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.text import IconText

_DECIDE = " Rien ne s’efface tout seul\u00a0: prolongez avec un motif, ou effacez."


class ReviewBox(QFrame):
    """Why, and the two ways on."""

    prolong_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.message = IconText(Icon.CLOCK, "", Tone.LATE, coloured=False)
        self.prolong_button = plain("Prolonger…", self.prolong_wanted.emit)
        self.erase_button = link("Effacer…", self.erase_wanted.emit, Icon.DELETE)
        actions = QHBoxLayout()
        actions.addSpacing(3 * UNIT)
        actions.addWidget(self.prolong_button)
        actions.addStretch(1)
        actions.addWidget(self.erase_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.message)
        column.addLayout(actions)
        self.hide()

    def show_why(self, why: str) -> None:
        """Say why; hide when there is nothing to decide."""
        self.message.show_text(f"{why}{_DECIDE}" if why else "")
        self.setVisible(bool(why))
