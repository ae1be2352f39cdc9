"""A small window that asks for a password again before who may open a door is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.unlock.password_field import PasswordField
from ctg_desktop.ui.unlock.sheet_form import WARNING, Draw
from ctg_desktop.ui.widgets.question_dialog import QuestionDialog
from ctg_desktop.usecases.door import OpenDoor
from ctg_desktop.usecases.recovery_sheet import recovery_sheet

_NARROWEST, _LETTERS = 560, 80
_OF_THE_PASSWORD = {
    "password-wrong",
    "register-password-wrong",
    "password-missing",
    "too-many-tries",
}


@dataclass(frozen=True, slots=True)
class DoorWords:
    """What is behind a door, as the sentences name it.

    Attributes:
        opens: "ouvrir les données".
        holds: "Les données ne sont pas réécrites".
        against: "n’ouvrira plus ces données ici".
        warning: What is lost with passwords and sheet.
        draw: Lays its sheet out.
    """

    opens: str = "ouvrir les données"
    holds: str = "Les données ne sont pas réécrites"
    against: str = "n’ouvrira plus ces données ici"
    warning: str = WARNING
    draw: Draw = recovery_sheet


@dataclass(frozen=True, slots=True)
class DoorInHand:
    """An open door whose users are changed.

    Attributes:
        profile: Whose vault it is: no password may lean on its name.
    """

    locks: OpenDoor
    profile: Profile
    words: DoorWords = DoorWords()


class AccessDialog(QuestionDialog):
    """Asks for a password again, does one thing, says in words what is wrong."""

    done_with = Signal(str)
    """What was done, as a sentence."""

    def __init__(
        self, desk: Desk, door: DoorInHand, title: str, said: str, word: str, parent: QWidget
    ) -> None:
        """Prepare the dialog.

        Args:
            desk: Tools.
            door: Whose users are changed.
            title: On top.
            said: What it is about.
            word: On the primary button.
            parent: Owner.
        """
        super().__init__(title, said, word, parent, narrowest=_NARROWEST, letters=_LETTERS)
        self.desk = desk
        self.door, self.access = door, door.locks
        self.password: PasswordField | None = None

    def ask_password(self, label: str = "Votre mot de passe") -> PasswordField:
        """Add a line for a password that exists."""
        field = PasswordField(label)
        field.line.returnPressed.connect(self.forward)
        self.body.addWidget(field)
        self.password = field
        return field

    def run(self, work: Callable[[], object], said: str) -> None:
        """Do something on the worker, then say it and close."""
        self._rest(busy=True)
        self.desk.tasks.run(work, partial(self._finish, said), failed=self._failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first line."""
        super().showEvent(event)
        first = next((one for one in self.findChildren(QLineEdit) if one.isVisible()), None)
        if first is not None:
            first.setFocus()

    def refuse(self, error: CtgError) -> None:
        """Say what is wrong, beside the password where it is the password."""
        if self.password is not None and error.code in _OF_THE_PASSWORD:
            self.password.refuse(sentence(error))
            self.password.line.setFocus()
            return
        self.error.show_text(sentence(error))
        self.error.show()

    def _finish(self, said: str, _result: object) -> None:
        self._rest(busy=False)
        self.done_with.emit(said)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._rest(busy=False)
        if isinstance(error, CtgError):
            self.refuse(error)
        else:
            self.desk.report(error)

    def _rest(self, *, busy: bool) -> None:
        self.error.hide()
        self.button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)
