"""Says that typing was found again, and lets a person decide."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.editing.draft_keeper import Draft
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.text import IconText, announce


def draft_words(draft: Draft) -> str:
    """Return "Brouillon retrouvé du mar. 3 sept. 2026 à 10 h 42"."""
    return f"Brouillon retrouvé du {wording.moment(draft.at)}"


class DraftLine(QFrame):
    """One sentence, and the choice between going on with the draft and giving it up."""

    taken_up = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.message = IconText(Icon.HISTORY, "", Tone.INFORMATION, coloured=False)
        self.take_up_button = plain("Reprendre", self.taken_up.emit)
        self.give_up_button = link("Abandonner", self.given_up.emit)
        actions = QHBoxLayout()
        actions.addSpacing(3 * UNIT)
        actions.addWidget(self.take_up_button)
        actions.addWidget(self.give_up_button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.message)
        column.addLayout(actions)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Say which typing was found."""
        words = f"{draft_words(draft)}. Rien n’a été perdu."
        self.message.show_text(words)
        self.show()
        announce(self, words)
