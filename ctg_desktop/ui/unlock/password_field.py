"""A line for a password: hidden, shown on request, with a word when capitals are locked."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.field import LabelledField

CAPITALS = "Les majuscules sont verrouillées."
_LONGEST = 200
_VK_CAPITAL = 0x14


class PasswordLine(QLineEdit):
    """A line whose text is neither shown, suggested, kept by an input method nor dragged away."""

    capitals = Signal(bool)
    """Capitals are locked, or no longer, as far as the keys typed tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setDragEnabled(False)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(
            hint.ImhHiddenText
            | hint.ImhSensitiveData
            | hint.ImhNoPredictiveText
            | hint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice a capital without the key for capitals, and the reverse."""
        text = event.text()
        if len(text) == 1 and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(text.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(_capitals_locked())
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask the system, where it answers."""
        super().focusInEvent(event)
        self.capitals.emit(_capitals_locked())


class PasswordField(LabelledField):
    """A password with its label and a button that shows it."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Prepare the field.

        Args:
            label: Words above the line.
            hint: Quiet sentence beneath.
            parent: Owner.
        """
        self.line = PasswordLine()
        self.button = plain("Montrer", self._turn)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        super().__init__(label, holder, hint=hint, focus=self.line, parent=parent)
        self._said = hint
        self._name_button()
        self.line.textEdited.connect(lambda _text: self.accept())
        self.line.capitals.connect(self._tell_capitals)

    def text(self) -> str:
        """Return what is typed, untrimmed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed, and hide what will be."""
        self.line.clear()
        self.show_text(shown=False)

    @property
    def is_shown(self) -> bool:
        """Whether what is typed can be read."""
        return self.line.echoMode() is QLineEdit.EchoMode.Normal

    def show_text(self, *, shown: bool) -> None:
        """Let what is typed be read, or hide it."""
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Normal if shown else echo.Password)
        self._name_button()

    def _turn(self) -> None:
        self.show_text(shown=not self.is_shown)
        self.line.setFocus()

    def _name_button(self) -> None:
        self.button.set_words("Masquer" if self.is_shown else "Montrer")
        self.button.setAccessibleName(f"{self.button.text()} – {self.label.text()}")

    def _tell_capitals(self, locked: bool) -> None:  # noqa: FBT001 - receives a Qt signal
        if locked:
            self.set_hint(CAPITALS, Icon.WARNING, Tone.WARNING)
        else:
            self.set_hint(self._said)


def _capitals_locked() -> bool:
    """Ask Windows; the other systems are known by the keys that are typed alone."""
    if os.name != "nt":
        return False
    import ctypes

    return bool(ctypes.CDLL("user32.dll").GetKeyState(_VK_CAPITAL) & 1)
