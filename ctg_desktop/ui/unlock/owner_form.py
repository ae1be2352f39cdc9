"""Somebody who will open the vault: a name and a new password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.unlock.new_password import NewPassword
from ctg_desktop.ui.widgets.field import LabelledField

NAME_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Owner:
    """A name, and a password that no ``repr`` shows."""

    name: str
    password: str = field(repr=False)


class OwnerForm(QWidget):
    """Asks for both."""

    confirmed = Signal()
    """Enter in the last line."""

    def __init__(self, label: str = "Votre prénom et votre nom") -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name_field = LabelledField(label, self.name, hint="Le journal dira qui a fait quoi.")
        self.new = NewPassword()
        self._names: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.name_field)
        column.addSpacing(UNIT)
        column.addWidget(self.new)
        column.addStretch(1)
        self.name.textEdited.connect(self._named)
        self.name.returnPressed.connect(self.new.first.line.setFocus)
        self.new.confirmed.connect(self.confirmed)

    def set_forbidden(self, names: Sequence[str]) -> None:
        """Take the names, beside the person's own, that the password must not lean on."""
        self._names = tuple(names)
        self._named()

    def answer(self) -> Owner | None:
        """Return who and which password; otherwise say what is wrong."""
        name = " ".join(self.name.text().split())
        if not name:
            self.name_field.refuse(sentence(UserError("user-name-missing", field="name")))
            self.name.setFocus()
            return None
        password = self.new.password()
        return None if password is None else Owner(name, password)

    def answers(self) -> tuple[Owner, ...] | None:
        """Return the one person, where several could be named."""
        answer = self.answer()
        return None if answer is None else (answer,)

    def refuse(self, error: UserError) -> None:
        """Stand an error of the keyring beside its field."""
        if error.field == "password":
            self.new.refuse(error)
        else:
            self.name_field.refuse(sentence(error))
            self.name.setFocus()

    def take_focus(self) -> None:
        """Begin with the name, or with the password when there is a name."""
        (self.new.first.line if self.name.text() else self.name).setFocus()

    def clear(self) -> None:
        """Forget everything."""
        self.name.clear()
        self.new.clear()

    def _named(self, _text: str = "") -> None:
        self.name_field.accept()
        self.new.set_forbidden((*self._names, self.name.text()))
