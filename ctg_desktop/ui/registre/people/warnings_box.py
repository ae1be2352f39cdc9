"""What only a person can judge, said above the form; nothing is refused for it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.register.rules import RegisterWarning
from ctg_desktop.messages.register import WARNING_SENTENCES
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import IconText, announce

WHILE_TYPING = (
    RegisterWarning.REGISTERED_TWICE,
    RegisterWarning.OBJECTED_BEFORE,
    RegisterWarning.TOO_YOUNG,
)
"""What is worth saying before a new person is typed to the end."""


class WarningsBox(QWidget):
    """One line a warning; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RegisterWarning, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT // 2)
        self.hide()

    def words(self) -> list[str]:
        """Return what is said."""
        return [WARNING_SENTENCES[one] for one in self._shown]

    def show_warnings(self, found: Collection[RegisterWarning]) -> None:
        """Say these warnings, and announce those that are new."""
        if tuple(found) == self._shown:
            return
        new = [one for one in found if one not in self._shown]
        self._shown = tuple(found)
        while (item := self._column.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for words in self.words():
            self._column.addWidget(IconText(Icon.WARNING, words, Tone.WARNING))
        self.setVisible(bool(found))
        for one in new:
            announce(self, WARNING_SENTENCES[one])
