"""A labelled input: label above, hint and error line beneath."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import label_font
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import IconText, Text, announce

_GAP = 4


class FieldLabel(Text):
    """The words above an input: one line, or more where there is no room for one."""

    def __init__(self, words: str) -> None:
        super().__init__(words, wrap=True)
        self.setFont(label_font(QApplication.font()))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, self.heightForWidth(width))


class LabelledField(QWidget):
    """An input with its label, which is its buddy, and what is said about it."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        focus: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare a field.

        Args:
            label: Words above the input; ``&`` before the letter that Alt goes there with.
            editor: The input, or a widget that holds it.
            hint: Quiet sentence beneath.
            optional: Say "facultatif" beside the label.
            focus: What takes the focus where ``editor`` only holds it.
            parent: Owner.
        """
        super().__init__(parent)
        self.editor = editor
        self.target = focus or editor
        self.label = FieldLabel(label)
        self.label.setBuddy(self.target)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.hint = IconText(Icon.INFORMATION, hint, Tone.NEUTRAL)
        if not hint:
            self.hint.hide()
        self.hint.picture.hide()
        if not self.target.accessibleName():
            self.target.setAccessibleName(label.replace("&", ""))
        self.target.setAccessibleDescription(hint)
        self._lay_out(optional=optional)

    def refuse(self, sentence: str) -> None:
        """Stand an error beside the input, in plain French, with what to do next."""
        self.error.show_text(sentence)
        self.error.show()
        self.target.setAccessibleDescription(sentence)
        self._mark(refused=True)
        announce(self.target, sentence)

    def accept(self) -> None:
        """Take the error away."""
        if self.error.isHidden():
            return
        self.error.hide()
        self.target.setAccessibleDescription(self.hint.text())
        self._mark(refused=False)

    @property
    def is_refused(self) -> bool:
        """Whether an error stands beside the input."""
        return not self.error.isHidden()

    def set_hint(self, text: str, icon: Icon | None = None, tone: Tone = Tone.NEUTRAL) -> None:
        """Say what was understood of what is typed, or how to type it."""
        self.hint.show_text(text, icon, tone)
        self.hint.picture.setVisible(icon is not None)
        self.hint.setVisible(bool(text))
        if not self.is_refused:
            self.target.setAccessibleDescription(text)

    def _lay_out(self, *, optional: bool) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.label)
        if optional:
            top.addWidget(Text("facultatif", quiet=True))
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addWidget(self.editor)
        column.addWidget(self.hint)
        column.addWidget(self.error)

    def _mark(self, *, refused: bool) -> None:
        self.target.setProperty("refused", refused)
        self.target.style().unpolish(self.target)
        self.target.style().polish(self.target)
