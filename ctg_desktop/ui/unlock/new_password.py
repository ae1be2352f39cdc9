"""A new password, typed twice, with its quality in words at each key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.passwords import ASKED, RULES, lacking
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.password_field import PasswordField
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.passwords import proposed, quality, same

_PROPOSED = (
    "Sept mots au hasard, faciles à retenir comme une petite histoire. Retapez-les ci-dessous pour "
    "les apprendre."
)


class NewPassword(QWidget):
    """Two lines and a verdict."""

    confirmed = Signal()
    """Enter in the second line."""

    def __init__(self, label: str = "Mot de passe", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forbidden: tuple[str, ...] = ()
        self.first = PasswordField(label)
        self.second = PasswordField("Le même, encore une fois")
        self.quality = IconText(Icon.INFORMATION, ASKED, Tone.NEUTRAL)
        self.propose_button = link("Proposer sept mots", self.propose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.first)
        column.addWidget(self.quality)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.propose_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.second)
        self.first.line.textEdited.connect(lambda _text: self._judge())
        self.second.line.textEdited.connect(lambda _text: self._compare())
        self.first.line.returnPressed.connect(self.second.line.setFocus)
        self.second.line.returnPressed.connect(self.confirmed)

    def set_forbidden(self, names: Sequence[str]) -> None:
        """Take the names that the password must not lean on."""
        self._forbidden = tuple(names)
        self._judge()

    def propose(self) -> None:
        """Fill the first line with words drawn at random, to be read and typed again."""
        self.first.accept()
        self.first.line.setText(proposed())
        self.first.show_text(shown=True)
        self.second.clear()
        self.quality.show()
        self.quality.show_text(_PROPOSED, Icon.CHECKED, Tone.GOOD)
        self.second.line.setFocus()

    def clear(self) -> None:
        """Forget both."""
        for field in (self.first, self.second):
            field.clear()
            field.accept()
        self._judge()

    def password(self) -> str | None:
        """Return the password, when it is strong and twice the same; otherwise say why not."""
        typed = self.first.text()
        if not typed:
            self.refuse(UserError("password-missing", field="password"))
        elif not quality(typed, self._forbidden).enough:
            self.first.refuse(self.quality.text())
            self.quality.hide()
            self.first.line.setFocus()
        elif not same(self.second.text(), typed):
            self.second.refuse("Ce n’est pas le même mot de passe. Retapez-le.")
            self.second.line.setFocus()
        else:
            return typed
        return None

    def refuse(self, error: UserError) -> None:
        """Stand an error beside the first line."""
        self.first.refuse(sentence(error))
        self.first.line.setFocus()

    def _judge(self) -> None:
        typed = self.first.text()
        self.quality.show()
        if not typed:
            self.quality.show_text(ASKED, Icon.INFORMATION, Tone.NEUTRAL)
            return
        found = quality(typed, self._forbidden)
        if found.rule is not None:
            self.quality.show_text(RULES[found.rule], Icon.CHECKED, Tone.GOOD)
        else:
            missing = [(one.lack, one.count) for one in found.missing]
            said = lacking(missing, found.weaknesses)
            self.quality.show_text(said, Icon.WARNING, Tone.WARNING)

    def _compare(self) -> None:
        if self.second.text() and same(self.second.text(), self.first.text()):
            self.second.set_hint("C’est bien le même.", Icon.CHECKED, Tone.GOOD)
        else:
            self.second.set_hint("")
