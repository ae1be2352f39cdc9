"""Who opens the vault, and with which password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.unlock.password_form import PasswordForm
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.text import Text, page_title

_FIRST = "Donnez votre mot de passe pour ouvrir les données de la commune."
_LOCKED = "Le programme s’est verrouillé. Ce que vous étiez en train d’écrire est gardé."


class UnlockPage(PasswordForm):
    """The password of one of the users of a vault."""

    other_wanted = Signal()
    """Another commune."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_title("")
        self.title.setWordWrap(True)
        self.said = Text(_FIRST, wrap=True, quiet=True)
        self.other_button = link("Une autre commune…", self.other_wanted.emit)
        self._surround()

    def show_vault(self, name: str, users: Sequence[str], last: str, *, locked: bool) -> None:
        """Show whose vault it is and who may open it.

        Args:
            name: Of the commune.
            users: In the order in which they came.
            last: Who opened it last here, who stands first; empty when that is not known.
            locked: It was open until a moment ago.
        """
        self.title.setText(name)
        self.said.setText(_LOCKED if locked else _FIRST)
        self.show_users(users, last)
        self.take_focus()

    def _surround(self) -> None:
        self.column.insertWidget(0, self.title)
        self.column.insertWidget(1, self.said)
        self.column.insertSpacing(2, MARGIN)
        self.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.other_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.column.addLayout(foot)
