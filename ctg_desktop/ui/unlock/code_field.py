"""A line for the recovery code, forgiving about everything but a wrong sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.passwords import GROUP, LENGTH, RecoveryCode

_HINT = "Sept groupes de cinq. Majuscules ou minuscules, avec ou sans tirets\u00a0: c’est pareil."


class CodeField(LabelledField):
    """The code as a person types it, and how much of it there is."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        font = QFont(self.line.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self.line.setFont(font)
        super().__init__(label, self.line, hint=_HINT, parent=parent)
        self.line.textEdited.connect(self._typed)

    def code(self) -> RecoveryCode | None:
        """Return the code, when it is whole and without a mistake; otherwise say what is wrong."""
        try:
            return RecoveryCode.parse(self.line.text())
        except UserError as error:
            self.refuse(sentence(error))
            self.line.setFocus()
            return None

    def clear(self) -> None:
        """Forget what is typed."""
        self.line.clear()
        self.accept()
        self.set_hint(_HINT)

    def _typed(self, text: str) -> None:
        self.accept()
        signs = sum(sign.isalnum() for sign in text)
        if not signs:
            self.set_hint(_HINT)
            return
        groups = plural(signs // GROUP, "groupe entier", "groupes entiers")
        self.set_hint(f"{groups} sur {LENGTH // GROUP}.")
