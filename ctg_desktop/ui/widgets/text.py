"""Labels that show what was typed as it was typed, never as markup."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ctg_desktop.ui.theme.icons import Icon, pixmap
from ctg_desktop.ui.theme.measures import ICON, UNIT, section_font, title_font
from ctg_desktop.ui.theme.roles import Tone, tone_colour

WIDEST_WORD = 160
_BREAK = "\u200b"
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


class Text(QLabel):
    """A label of plain text."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        quiet: bool = False,
    ) -> None:
        """Prepare a label.

        Args:
            text: Shown as is.
            parent: Owner.
            wrap: Break lines rather than ask for a wider window.
            quiet: Secondary text.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if quiet:
            self.setProperty("quiet", True)

    def minimumSizeHint(self) -> QSize:
        """Never let one endless word widen the window."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(WIDEST_WORD, hint.height())) if self.wordWrap() else hint


class ElidedText(Text):
    """A line that shortens itself with "…" and tells the whole in its tooltip."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        self._whole = ""
        super().__init__("", parent, quiet=quiet)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Set the text; line breaks become spaces, no-break spaces stay."""
        self._whole = _BREAKS.sub(" ", text).strip(" ")
        self.setAccessibleName(self._whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 2 * UNIT)
        )
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else tooltip(self._whole))


class IconText(QWidget):
    """An icon and a sentence, in the colour of a tone: never the colour alone."""

    def __init__(
        self,
        icon: Icon,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
        *,
        coloured: bool = True,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._coloured = icon, tone, coloured
        self.picture = QLabel()
        self.label = Text(text, wrap=True)
        line = self.label.fontMetrics().height()
        self.picture.setFixedSize(ICON, max(ICON, line))
        self.label.setContentsMargins(0, max(0, ICON - line) // 2, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        self._paint()

    def show_text(self, text: str, icon: Icon | None = None, tone: Tone | None = None) -> None:
        """Change the sentence, and the icon and tone where they are given."""
        self._icon = icon or self._icon
        self._tone = tone or self._tone
        self.label.setText(text)
        self._paint()

    def text(self) -> str:
        """Return the sentence."""
        return self.label.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if follows(event):
            self._paint()
            # The style sheet gives the label, which is dressed after this, its old colours back.
            QTimer.singleShot(0, self, self._paint)

    def _paint(self) -> None:
        colour = tone_colour(self._tone, QApplication.palette())
        self.picture.setPixmap(crisp(self, self._icon, colour.name()))
        if self._coloured:
            palette = self.label.palette()
            palette.setColor(palette.ColorRole.WindowText, colour)
            self.label.setPalette(palette)


def section_title(text: str, parent: QWidget | None = None) -> Text:
    """Return the title of a section: 13 points bold."""
    label = Text(text, parent)
    label.setFont(section_font(QApplication.font()))
    return label


def page_title(text: str, parent: QWidget | None = None) -> Text:
    """Return the title of a page: 20 points semi-bold."""
    label = Text(text, parent)
    label.setFont(title_font(QApplication.font()))
    return label


def breakable(path: Path) -> str:
    """Return a path that may be broken after each folder."""
    return str(path).replace("/", f"/{_BREAK}").replace("\\", f"\\{_BREAK}")


def tooltip(text: str) -> str:
    """Return a tooltip that shows a text as it is, wrapped by Qt."""
    return f"<span>{escape(text[:1000])}</span>"


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text in lines of a width, for widgets that cannot break their words themselves.

    Args:
        text: Without line breaks; no-break spaces hold.
        metrics: Of its letters.
        width: In pixels; a longer word keeps its line.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def on_button(text: str) -> str:
    """Return a text for a button or a menu, where ``&`` is not a shortcut."""
    return text.replace("&", "&&")


def crisp(widget: QWidget, icon: Icon, colour: str, size: int = ICON) -> QPixmap:
    """Return an icon for the resolution of the screen that shows a widget."""
    return pixmap(icon, QColor(colour), size, widget.devicePixelRatioF())


def follows(event: QEvent) -> bool:
    """Tell whether an event means that colours are to be looked up again."""
    return event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that appeared elsewhere than at the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
