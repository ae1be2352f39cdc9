"""Counts and measures to type or to step through; the wheel scrolls the page, not the value."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from ctg_desktop.ui.theme.measures import UNIT

_FRENCH = QLocale(QLocale.Language.French, QLocale.Country.France)


class CountInput(QSpinBox):
    """A whole number."""

    edited = Signal()

    def __init__(
        self,
        least: int,
        most: int,
        *,
        none: str = "",
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Prepare an input.

        Args:
            least: Smallest value.
            most: Largest value.
            none: Words shown instead of the smallest value.
            suffix: Words behind the number.
            parent: Owner.
        """
        super().__init__(parent)
        self.setRange(least, most)
        self.setSpecialValueText(none)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(UNIT, 0, UNIT, 0)
        self.valueChanged.connect(lambda _value: self.edited.emit())

    def set_value(self, value: int) -> None:
        """Show a value without announcing it."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class MeasureInput(QDoubleSpinBox):
    """A length in millimetres, with a decimal comma."""

    edited = Signal()

    def __init__(
        self,
        least: float,
        most: float,
        *,
        decimals: int = 1,
        unit: str = "\u00a0mm",
        parent: QWidget | None = None,
    ) -> None:
        """Prepare an input.

        Args:
            least: Smallest length.
            most: Largest length.
            decimals: Digits after the comma.
            unit: Behind the number; empty where it is said elsewhere.
            parent: Owner.
        """
        super().__init__(parent)
        self.setLocale(_FRENCH)
        self.setDecimals(decimals)
        self.setSingleStep(0.1)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.lineEdit().setTextMargins(UNIT, 0, UNIT, 0)
        self.valueChanged.connect(lambda _value: self.edited.emit())

    def set_value(self, value: float) -> None:
        """Show a value without announcing it."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
