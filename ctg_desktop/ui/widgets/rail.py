"""The rail on the left: one button a page, with its word; icons alone in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.icons import icon as draw
from ctg_desktop.ui.theme.measures import ICON, MARGIN, RAIL, RAIL_NARROW, UNIT, label_font
from ctg_desktop.ui.theme.roles import accent_ink
from ctg_desktop.ui.widgets.buttons import press_on_enter
from ctg_desktop.ui.widgets.text import follows

_BESIDE_WORDS = MARGIN + (ICON + 2) + 3 * UNIT
"""Left of a word in the rail, its icon, and some air right of it."""


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page in the rail.

    Attributes:
        key: Name of the page for the program.
        at_bottom: Stands apart, at the foot of the rail.
        shortcut: Keys, for the tooltip.
    """

    key: str
    word: str
    icon: Icon
    shortcut: str = ""
    at_bottom: bool = False


class Rail(QFrame):
    """The list of pages."""

    chosen = Signal(str)
    """Key of the page a person wants."""

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Pages")
        self._items = {item.key: item for item in items}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(2)
        for item in (one for one in items if not one.at_bottom):
            column.addWidget(self._button(item))
        column.addStretch(1)
        for item in (one for one in items if one.at_bottom):
            column.addWidget(self._button(item))
        self.set_narrow(False)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)
        self._paint()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - the state itself
        """Show icons alone (``True``) or icons with words."""
        self._narrow = narrow
        self.setFixedWidth(RAIL_NARROW if narrow else max(RAIL, self._words_width()))
        style = Qt.ToolButtonStyle
        for key, button in self._buttons.items():
            item = self._items[key]
            keys = f" ({item.shortcut})" if item.shortcut else ""
            button.setToolTip(f"{item.word}{keys}")
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )

    def button(self, key: str) -> QToolButton:
        """Return the button of a page."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((i for i, one in enumerate(buttons) if one.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, and the size of the letters."""
        super().changeEvent(event)
        if not hasattr(self, "_buttons"):
            return
        if follows(event):
            self._paint()
        if event.type() == QEvent.Type.FontChange:
            self.set_narrow(self._narrow)

    def _button(self, item: RailItem) -> QToolButton:
        button = _RailButton(self)
        button.setText(f"  {item.word}")
        button.setAccessibleName(item.word)
        button.setCheckable(True)
        button.setIconSize(QSize(ICON + 2, ICON + 2))
        button.setFixedHeight(5 * UNIT)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(item.key))
        self._group.addButton(button)
        self._buttons[item.key] = button
        return button

    def _words_width(self) -> int:
        """Return what the longest word takes, in the bold letters of the page that is shown."""
        letters = QFontMetrics(label_font(self.font()))
        longest = max(letters.horizontalAdvance(one.text()) for one in self._buttons.values())
        return _BESIDE_WORDS + longest

    def _paint(self) -> None:
        palette = QApplication.palette()
        for key, button in self._buttons.items():
            role = palette.ColorRole.Text
            colour = accent_ink(palette) if button.isChecked() else palette.color(role)
            button.setIcon(draw(self._items[key].icon, colour, ICON + 2))


class _RailButton(QToolButton):
    """A page; the rail handles the arrows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        elif not press_on_enter(self, event):
            super().keyPressEvent(event)
