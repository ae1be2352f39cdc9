"""Colours to choose among: each dark enough for white text, each with a name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from ctg_desktop.ui.theme.measures import ICON
from ctg_desktop.ui.widgets.flow import FlowLayout

COLOURS: tuple[tuple[str, str], ...] = (
    ("#1f5f5b", "Vert canard"),
    ("#2f6f3e", "Vert forêt"),
    ("#3f6212", "Vert olive"),
    ("#1d5b79", "Bleu rivière"),
    ("#2c5c8f", "Bleu"),
    ("#334e8c", "Bleu nuit"),
    ("#5b3a8c", "Violet"),
    ("#86198f", "Fuchsia"),
    ("#7a1f3d", "Bordeaux"),
    ("#9a3412", "Brique"),
    ("#8a4b08", "Ambre"),
    ("#6b4423", "Brun"),
    ("#3f4a54", "Ardoise"),
)
_SCALE = 2.0


def swatch(colour: str) -> QIcon:
    """Return a patch of a colour."""
    side = round(ICON * _SCALE)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, side, side, 8, 8)
    painter.end()
    picture.setDevicePixelRatio(_SCALE)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def colour_name(colour: str) -> str:
    """Return the name of a colour, or its code where it has none."""
    return dict(COLOURS).get(colour, f"Autre ({colour})")


class ColourChoice(QWidget):
    """All the colours side by side, for the accent of the commune."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, spacing=4)
        self._buttons: dict[str, QRadioButton] = {}
        for colour, word in COLOURS:
            self._add(colour, word)
        self._group.buttonClicked.connect(lambda _button: self.edited.emit())

    def value(self) -> str:
        """Return the colour chosen, ``#rrggbb``."""
        return next((one for one, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, colour: str) -> None:
        """Show a colour; one that is not offered is added."""
        if colour not in self._buttons:
            self._add(colour, colour_name(colour))
        self._buttons[colour].setChecked(True)

    def _add(self, colour: str, word: str) -> None:
        button = QRadioButton(word)
        button.setIcon(swatch(colour))
        button.setIconSize(QSize(ICON, ICON))
        button.setMinimumWidth(150)
        self._group.addButton(button)
        self._flow.addWidget(button)
        self._buttons[colour] = button


class ColourList(QComboBox):
    """The colours in a list, for a chapter or a cover."""

    edited = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, first: tuple[str, str] | None = None
    ) -> None:
        """Prepare a list.

        Args:
            parent: Owner.
            first: Code and words of a choice before the colours, e.g. to follow the commune's.
        """
        super().__init__(parent)
        self.setIconSize(QSize(ICON, ICON))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if first is not None:
            self.addItem(first[1], first[0])
        for colour, word in COLOURS:
            self.addItem(swatch(colour), word, colour)
        self.activated.connect(lambda _index: self.edited.emit())

    def value(self) -> str:
        """Return the colour chosen."""
        return str(self.currentData())

    def set_value(self, colour: str) -> None:
        """Show a colour; one that is not offered is added."""
        if self.findData(colour) < 0:
            self.addItem(swatch(colour), colour_name(colour), colour)
        self.setCurrentIndex(self.findData(colour))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
