"""Who opens a door, and with which password."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.unlock.password_field import PasswordField
from ctg_desktop.ui.unlock.wait_line import WaitLine
from ctg_desktop.ui.widgets.buttons import link, primary
from ctg_desktop.ui.widgets.field import LabelledField


class PasswordForm(QWidget):
    """The password of one of those who may open it; whoever shows it places the button."""

    wanted = Signal(str, str)
    """User and password."""
    forgotten = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        word: str = "Ouvrir",
        doing: str = "Ouverture…",
    ) -> None:
        """Prepare the form.

        Args:
            parent: Owner.
            word: On the button.
            doing: Likewise, while the password is tried.
        """
        super().__init__(parent)
        self._words = (word, doing)
        self.user = QComboBox()
        self.user_field = LabelledField("Qui êtes-vous\u202f?", self.user)
        self.password = PasswordField("Mot de passe")
        self.wait = WaitLine()
        self.button = primary(word, self.try_it)
        self.forgotten_button = link("J’ai oublié mon mot de passe", self.forgotten.emit)
        self._trying = False
        self.column = QVBoxLayout(self)
        self._lay_out()
        self.password.line.returnPressed.connect(self.try_it)
        self.user.activated.connect(lambda _index: self._begin_anew())
        self.wait.over.connect(self._show_state)

    def show_users(self, users: Sequence[str], last: str = "") -> None:
        """Show who may open it.

        Args:
            users: In the order in which they came.
            last: Who opened it last here, who stands first; empty when that is not known.
        """
        self.user.clear()
        self.user.addItems(sorted(users, key=lambda one: one != last))
        self.user_field.label.setText("Qui êtes-vous\u202f?" if len(users) > 1 else "Utilisateur")
        self.user.setEnabled(len(users) > 1)
        self.forget()

    def users(self) -> list[str]:
        """Return who may open it, the last one first."""
        return [self.user.itemText(place) for place in range(self.user.count())]

    def take_focus(self) -> None:
        """Put the focus on the password."""
        self.password.line.setFocus()

    def try_it(self) -> None:
        """Ask to open, unless that is being done or there is something to wait for."""
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
        self.button.set_words(self._words[self._trying])
        self.button.setEnabled(not self._trying and not self.wait.is_waiting)
        self.forgotten_button.setEnabled(not self._trying)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
        self.column.addWidget(self.user_field)
        self.column.addSpacing(UNIT)
        self.column.addWidget(self.password)
        self.column.addWidget(self.wait)
        row = QHBoxLayout()
        row.addWidget(self.forgotten_button)
        row.addStretch(1)
        self.column.addLayout(row)
