"""A small window that asks for what one action needs: title, words, inputs, two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot
from ctg_desktop.ui.widgets.roomy_dialog import RoomyDialog
from ctg_desktop.ui.widgets.text import IconText, Text, section_title


class QuestionDialog(RoomyDialog):
    """Fill :attr:`body`; :meth:`forward` is the primary button."""

    def __init__(
        self, title: str, said: str, word: str, parent: QWidget, *, narrowest: int, letters: int
    ) -> None:
        """Prepare the window.

        Args:
            title: On top.
            said: What will happen; empty for nothing to say.
            word: On the primary button.
            parent: Owner.
            narrowest: Width in pixels.
            letters: That a line holds at least, where there is room.
        """
        super().__init__(narrowest, letters, parent)
        self.setWindowTitle(title)
        self.about = Text(said, wrap=True, quiet=True)
        if not said:
            self.about.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(UNIT + UNIT // 2)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.button = primary(word, self.forward)
        self.cancel_button = plain("Annuler", self.reject)
        top = section_title(title)
        top.setWordWrap(True)
        column = self.column
        column.addWidget(top)
        column.addWidget(self.about)
        column.addSpacing(UNIT)
        column.addLayout(self.body)
        column.addWidget(self.error)
        column.addStretch(1)
        column.addSpacing(UNIT)
        column.addLayout(foot((), (self.cancel_button, self.button)))

    def forward(self) -> None:
        """Do it."""
        raise NotImplementedError
