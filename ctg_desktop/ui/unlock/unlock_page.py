"""Who opens the vault, and with which password."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.unlock.password_field import PasswordField
from ctg_desktop.ui.unlock.wait_line import WaitLine
from ctg_desktop.ui.widgets.buttons import link, primary
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text, page_title

_OPEN, _OPENING = "Ouvrir", "Ouverture…"
_FIRST = "Donnez votre mot de passe pour ouvrir les données de la commune."
_LOCKED = "Le programme s’est verrouillé. Ce que vous étiez en train d’écrire est gardé."


class UnlockPage(QWidget):
    """The password of one of the users of a vault."""

    wanted = Signal(str, str)
    """User and password."""
    forgotten = Signal()
    other_wanted = Signal()
    """Another commune."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_title("")
        self.title.setWordWrap(True)
        self.said = Text(_FIRST, wrap=True, quiet=True)
        self.user = QComboBox()
        self.user_field = LabelledField("Qui êtes-vous\u202f?", self.user)
        self.password = PasswordField("Mot de passe")
        self.wait = WaitLine()
        self.button = primary(_OPEN, self.try_it)
        self.forgotten_button = link("J’ai oublié mon mot de passe", self.forgotten.emit)
        self.other_button = link("Une autre commune…", self.other_wanted.emit)
        self._trying = False
        self._lay_out()
        self.password.line.returnPressed.connect(self.try_it)
        self.user.activated.connect(lambda _index: self._begin_anew())
        self.wait.over.connect(self._show_state)

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
        self.user.clear()
        self.user.addItems(sorted(users, key=lambda one: one != last))
        self.user_field.label.setText("Qui êtes-vous\u202f?" if len(users) > 1 else "Utilisateur")
        self.user.setEnabled(len(users) > 1)
        self._begin_anew()

    def users(self) -> list[str]:
        """Return who may open the vault, the last one first."""
        return [self.user.itemText(place) for place in range(self.user.count())]

    def take_focus(self) -> None:
        """Put the focus on the password."""
        self.password.line.setFocus()

    def try_it(self) -> None:
        """Ask for the vault, unless that is being done or there is something to wait for."""
        if self._trying or self.wait.is_waiting:
            return
        self._trying = True
        self._show_state()
        self.wanted.emit(self.user.currentText(), self.password.text())

    def show_wait(self, left: timedelta) -> None:
        """Count down before the next attempt."""
        self.wait.wait(left)
        self._show_state()

    def refuse(self, error: UserError) -> None:
        """Say what is wrong beside its field, and let try again."""
        self.rest()
        self.password.refuse(sentence(error))
        self.password.line.selectAll()
        self.password.line.setFocus()

    def rest(self) -> None:
        """Nothing is being tried any more."""
        self._trying = False
        self._show_state()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._trying = False
        self.password.clear()
        self.password.accept()
        self._show_state()

    def _begin_anew(self) -> None:
        self.forget()
        self.take_focus()

    def _show_state(self) -> None:
        self.button.set_words(_OPENING if self._trying else _OPEN)
        self.button.setEnabled(not self._trying and not self.wait.is_waiting)
        self.forgotten_button.setEnabled(not self._trying)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.other_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addSpacing(MARGIN)
        column.addWidget(self.user_field)
        column.addSpacing(UNIT)
        column.addWidget(self.password)
        column.addWidget(self.wait)
        row = QHBoxLayout()
        row.addWidget(self.forgotten_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column.addLayout(foot)
