"""The strip under the commune's band of a vault that is only consulted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ctg_desktop.domain.consultation import Consultation
from ctg_desktop.messages.consultation import advice, headline
from ctg_desktop.ui.theme.icons import Icon, pixmap
from ctg_desktop.ui.theme.measures import MARGIN, UNIT, label_font
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.text import Text

_EYE = 22


class ConsultingBand(QFrame):
    """Says why nothing can be changed, of when the data are, and what to do."""

    retry_wanted = Signal()

    def __init__(self, reading: Consultation, today: date, parent: QWidget | None = None) -> None:
        """Prepare the strip.

        Args:
            reading: Why the vault may only be read.
            today: The day it is.
            parent: Owner.
        """
        super().__init__(parent)
        self.setObjectName("consulting")
        self._picture = QLabel()
        self.headline = Text(headline(reading, today), wrap=True)
        self.headline.setFont(label_font(self.headline.font()))
        self.advice = Text(advice(reading, today), wrap=True)
        self.retry_button = plain("Réessayer", self.retry_wanted.emit, Icon.REFRESH)
        self.retry_button.setToolTip("Ouvrir pour modifier, si rien ne l’empêche plus")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, UNIT, MARGIN, UNIT)
        row.setSpacing(MARGIN)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the new colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._paint()

    def _paint(self) -> None:
        ink = self.palette().windowText().color()
        self._picture.setPixmap(pixmap(Icon.SHOWN, ink, _EYE, self.devicePixelRatioF()))
