"""A line on top of the page that stays until it was read: undo, and what happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton, plain
from ctg_desktop.ui.widgets.text import IconText, announce

_ICONS = {"Annuler": Icon.UNDO, "Rétablir": Icon.REDO, "Ouvrir": Icon.OPEN}


class Banner(QFrame):
    """Says one thing and offers one action; never goes away by itself."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._action: Callable[[], None] | None = None
        self.message = IconText(Icon.INFORMATION, "", Tone.INFORMATION, coloured=False)
        self.button = plain("Annuler", self._act, Icon.UNDO)
        self.close_button = IconButton(
            Icon.CLOSE, "Fermer ce message", self.dismiss, kind=ButtonKind.QUIET
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, UNIT // 2, UNIT // 2, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self.hide()

    def say(
        self,
        text: str,
        action_label: str = "",
        action: Callable[[], None] | None = None,
        *,
        icon: Icon = Icon.CHECKED,
        tone: Tone = Tone.GOOD,
    ) -> None:
        """Replace what is said.

        Args:
            text: One French sentence.
            action_label: Word on the button; empty for none.
            action: What the button does; the banner goes away first.
            icon: Before the sentence.
            tone: Colour of the icon.
        """
        self._action = action
        self.message.show_text(text, icon, tone)
        self.button.setVisible(bool(action_label and action))
        self.button.set_words(action_label)
        self.button.set_icon(_ICONS.get(action_label))
        self.show()
        announce(self, text)

    def text(self) -> str:
        """Return what is said; empty when nothing is."""
        return "" if self.isHidden() else self.message.text()

    def dismiss(self) -> None:
        """Take the line away."""
        self._action = None
        self.hide()
        self.dismissed.emit()

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()
