"""The printed code of the register, asked for on a card of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.ui.registre.door import words
from ctg_desktop.ui.registre.door.centred import centred, door_card
from ctg_desktop.ui.unlock.code_page import CodePage


class CodeCard(QWidget):
    """Holds a :class:`CodePage`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = CodePage(asked=words.CODE_ASKED, proved=words.CODE_PROVED)
        card = door_card(self)
        card.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(centred(card))
