"""The printed code, then another password for one of the users."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.unlock.code_field import CodeField
from ctg_desktop.ui.unlock.new_password import NewPassword
from ctg_desktop.ui.unlock.wait_line import WaitLine
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text, page_title

_CODE = (
    "Prenez la feuille de secours au coffre de la mairie et recopiez son code. Elle ouvre vos "
    "données\u202f; vous choisirez ensuite un nouveau mot de passe."
)
_CHOOSE = (
    "Le code est bon. Choisissez votre nouveau mot de passe\u202f; vos données n’ont pas changé."
)


class CodePage(QWidget):
    """Two steps, one after the other."""

    code_wanted = Signal(object)
    """A :class:`~ctg_desktop.usecases.passwords.RecoveryCode` to try."""
    password_wanted = Signal(str, str)
    """User and new password."""
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, asked: str = _CODE, proved: str = _CHOOSE
    ) -> None:
        """Prepare the page.

        Args:
            parent: Owner.
            asked: What is said while the code is asked for.
            proved: Likewise, once it was right.
        """
        super().__init__(parent)
        self._said_of_step = (asked, proved)
        self.title = page_title("Mot de passe oublié")
        self.said = Text(asked, wrap=True, quiet=True)
        self.code = CodeField("Code de secours")
        self.wait = WaitLine()
        self.user = QComboBox()
        self.user_field = LabelledField("Qui êtes-vous\u202f?", self.user)
        self.new = NewPassword("Nouveau mot de passe")
        self.back_button = plain("Retour", self.left.emit)
        self.button = primary("Continuer", self.forward)
        self._steps = QStackedWidget()
        self._commune = ""
        self._trying = False
        self._lay_out()
        self.code.line.returnPressed.connect(self.forward)
        self.new.confirmed.connect(self.forward)
        self.user.currentTextChanged.connect(lambda _name: self._forbid())
        self.wait.over.connect(self._show_state)

    def begin(self, commune: str, users: Sequence[str], user: str) -> None:
        """Ask for the code; ``user`` is who will probably have another password."""
        self._commune = commune
        self.user.clear()
        self.user.addItems(list(users))
        self.user.setCurrentText(user)
        self.forget()
        self._steps.setCurrentIndex(0)
        self.said.setText(self._said_of_step[0])
        self._show_state()
        self.code.line.setFocus()

    def ask_password(self) -> None:
        """The code is right: ask for the new password."""
        self._trying = False
        self.code.clear()
        self._steps.setCurrentIndex(1)
        self.said.setText(self._said_of_step[1])
        self._forbid()
        self._show_state()
        self.new.first.line.setFocus()

    def forward(self) -> None:
        """Try what is typed."""
        if self._trying or self.wait.is_waiting:
            return
        if self._steps.currentIndex() == 0:
            code = self.code.code()
            if code is not None:
                self._try()
                self.code_wanted.emit(code)
            return
        password = self.new.password()
        if password is not None:
            self._try()
            self.password_wanted.emit(self.user.currentText(), password)

    def show_wait(self, left: timedelta) -> None:
        """Count down before the next attempt."""
        self.wait.wait(left)
        self._show_state()

    def refuse(self, error: UserError) -> None:
        """Say what is wrong beside its field."""
        self.rest()
        if self._steps.currentIndex() == 0:
            self.code.refuse(sentence(error))
            self.code.line.setFocus()
        else:
            self.new.refuse(error)

    def rest(self) -> None:
        """Nothing is being tried any more."""
        self._trying = False
        self._show_state()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._trying = False
        self.code.clear()
        self.new.clear()

    def _try(self) -> None:
        self._trying = True
        self._show_state()

    def _show_state(self) -> None:
        self.button.set_words("Continuer" if self._steps.currentIndex() == 0 else "Ouvrir")
        self.button.setEnabled(not self._trying and not self.wait.is_waiting)
        self.back_button.setEnabled(not self._trying)

    def _forbid(self) -> None:
        self.new.set_forbidden((self.user.currentText(), self._commune))

    def _lay_out(self) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.code)
        column.addWidget(self.wait)
        column.addStretch(1)
        second = Scrolled()
        second.column.setSpacing(UNIT)
        second.column.addWidget(self.user_field)
        second.column.addSpacing(UNIT)
        second.column.addWidget(self.new)
        second.column.addStretch(1)
        self._steps.addWidget(first)
        self._steps.addWidget(second)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addSpacing(MARGIN)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)
