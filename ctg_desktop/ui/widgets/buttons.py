"""The buttons of the window: one primary action a page, plain ones beside it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.icons import icon as draw
from ctg_desktop.ui.theme.measures import CONTROL, ICON
from ctg_desktop.ui.theme.roles import accent_ink, on_accent, quiet
from ctg_desktop.ui.widgets.text import follows, on_button

_ICON_GAP = " "


def press_on_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button on Enter, as on Space; Qt leaves Enter to the desktop, or to no one.

    Returns:
        Whether the event was Enter, and is done with.
    """
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


class ButtonKind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    MENU = "menu"


class Button(QPushButton):
    """A button with a word, perhaps an icon that follows the palette."""

    def __init__(
        self,
        text: str,
        clicked: Callable[[], object] | None = None,
        *,
        icon: Icon | None = None,
        kind: ButtonKind = ButtonKind.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare a button.

        Args:
            text: Plain words; ``&`` is shown.
            clicked: What it does.
            icon: Drawn before the words.
            kind: Its look.
            parent: Owner.
        """
        super().__init__(parent)
        self._icon, self._kind = icon, kind
        self.setProperty("kind", str(kind))
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._paint()

    def set_words(self, text: str) -> None:
        """Change the words on the button and what a screen reader says."""
        gap = _ICON_GAP if self._icon and text else ""
        self.setText(f"{gap}{on_button(text)}")
        self.setAccessibleName(text)

    def set_icon(self, icon: Icon | None) -> None:
        """Change the icon before the words; ``None`` for none."""
        words, self._icon = self.accessibleName(), icon
        self.setIcon(QIcon())
        self.set_words(words)
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_on_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if follows(event) or event.type() is QEvent.Type.EnabledChange:
            self._paint()

    def _paint(self) -> None:
        if self._icon is not None:
            self.setIcon(draw(self._icon, self._ink()))

    def _ink(self) -> QColor:
        palette = QApplication.palette()
        if not self.isEnabled():
            return quiet(palette)
        if self._kind is ButtonKind.PRIMARY:
            return on_accent(palette)
        if self._kind is ButtonKind.LINK:
            return accent_ink(palette)
        return palette.color(palette.ColorRole.ButtonText)


class IconButton(QToolButton):
    """A button with an icon alone; its name is its tooltip."""

    def __init__(
        self,
        icon: Icon,
        name: str,
        clicked: Callable[[], object] | None = None,
        *,
        kind: ButtonKind = ButtonKind.QUIET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setProperty("kind", str(kind))
        self.setIconSize(QSize(ICON, ICON))
        self.setMinimumSize(CONTROL, CONTROL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(name)
        self.setAccessibleName(name)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._paint()

    def set_icon(self, icon: Icon, name: str) -> None:
        """Change what the button stands for."""
        self._icon = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_on_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if follows(event) or event.type() is QEvent.Type.EnabledChange:
            self._paint()

    def _paint(self) -> None:
        palette = QApplication.palette()
        enabled = palette.color(palette.ColorRole.ButtonText)
        self.setIcon(draw(self._icon, enabled if self.isEnabled() else quiet(palette)))


def primary(
    text: str, clicked: Callable[[], object] | None = None, icon: Icon | None = None
) -> Button:
    """Return the one primary button of a page."""
    return Button(text, clicked, icon=icon, kind=ButtonKind.PRIMARY)


def plain(
    text: str, clicked: Callable[[], object] | None = None, icon: Icon | None = None
) -> Button:
    """Return a plain text button."""
    return Button(text, clicked, icon=icon)


def link(
    text: str, clicked: Callable[[], object] | None = None, icon: Icon | None = None
) -> Button:
    """Return a button that looks like a link."""
    return Button(text, clicked, icon=icon, kind=ButtonKind.LINK)
