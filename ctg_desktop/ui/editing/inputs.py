"""Stock inputs that say when a person, and only a person, changed them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from ctg_desktop.domain.text import TEXT_LIMIT
from ctg_desktop.ui.widgets.text import WIDEST_WORD, broken, on_button, tooltip

_FRAME = 12
_INSET = 2
_LINE_ENDS = dict.fromkeys((0x2028, 0x2029), "\n")


class Input(Protocol):
    """Something that a form shows a value in and takes it back from."""

    edited: SignalInstance

    def value(self) -> Any:
        """Return what stands there, JSON-able."""

    def set_value(self, value: Any) -> None:
        """Show a value without saying that a person typed it."""


class LineInput(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def value(self) -> str:
        """Return what is typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show a text from its first letter."""
        if value != self.text():
            self.setText(value)
            self.setCursorPosition(0)


class AreaInput(QPlainTextEdit):
    """Several lines of text; grows with what is typed, up to a limit."""

    edited = Signal()
    shortened = Signal(int)
    """What was pasted was too long: only this many characters are kept in all."""

    def __init__(
        self,
        lines: int = 3,
        most: int = 12,
        limit: int = TEXT_LIMIT,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare an area.

        Args:
            lines: Lines it is high when empty.
            most: Lines from which it scrolls.
            limit: Characters up to which it takes what is pasted; a million would freeze it.
            parent: Owner.
        """
        super().__init__(parent)
        self._lines, self._most, self._limit = lines, most, limit
        self._showing = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._say)
        self._fit()

    def value(self) -> str:
        """Return what is typed, no-break spaces included."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_value(self, value: str) -> None:
        """Show a text."""
        if value == self.value():
            return
        self._showing = True
        self.setPlainText(value)
        self._showing = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, as much of it as there is room for."""
        selected = len(self.textCursor().selectedText())
        room = max(self._limit - (self.document().characterCount() - 1 - selected), 0)
        text = source.text()
        self.insertPlainText(text[:room])
        if len(text) > room:
            self.shortened.emit(self._limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _say(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), self._lines), self._most)
        margins = 2 * int(self.document().documentMargin()) + _FRAME
        height = lines * self.fontMetrics().lineSpacing() + margins
        if height != self.height():
            self.setFixedHeight(height)


class ChoiceInput(QComboBox):
    """One of several codes, shown by their words; the wheel scrolls the page, not the choice."""

    edited = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_choices(choices)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _index: self.edited.emit())

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, words), keeping the choice."""
        kept = self.value()
        self.clear()
        for code, words in choices:
            self.addItem(words, code)
        if kept:
            self.set_value(kept)

    def value(self) -> str:
        """Return the code chosen; empty before any."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a code; one that is not offered is shown as it is."""
        index = self.findData(value)
        if index < 0:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shorten words with "…": Qt cuts them within a letter."""
        option = self._option()
        option.currentText = self._fitting(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """Tell the whole words where they are shortened."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            option = self._option()
            is_short = self._fitting(option) != option.currentText
            whole = tooltip(option.currentText) if is_short else ""
            QToolTip.showText(event.globalPos(), whole, self)
            return True
        return super().event(event)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width()
        elide = Qt.TextElideMode.ElideRight
        return option.fontMetrics.elidedText(option.currentText, elide, room - _INSET)


class TickInput(QCheckBox):
    """Yes or no; its words break where there is no room for them in one line."""

    edited = Signal()

    def __init__(self, words: str, parent: QWidget | None = None, *, key: str = "") -> None:
        """Prepare a box.

        Args:
            words: Beside it.
            parent: Owner.
            key: The letter of the words that toggles it with Alt; empty for none.
        """
        super().__init__(parent)
        self._words, self._key = words, key
        self.setText(self._marked(words))
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _on: self.edited.emit())

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the value itself
        """Tick it or not."""
        self.setChecked(bool(value))

    def minimumSizeHint(self) -> QSize:
        """Never let a long sentence widen the window."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(WIDEST_WORD, hint.height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words, broken into lines of a width."""
        more = self._broken(width).count("\n") * self.fontMetrics().lineSpacing()
        return self.sizeHint().height() + more

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words in as many lines as they need."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._marked(self._broken(self.width()))
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.end()

    def _marked(self, words: str) -> str:
        shown = on_button(words)
        return shown.replace(self._key, f"&{self._key}", 1) if self._key else shown

    def _broken(self, width: int) -> str:
        metrics = self.fontMetrics()
        box = self.sizeHint().width() - metrics.horizontalAdvance(self._words)
        return broken(self._words, metrics, width - box)
