"""The leaflets that a listing belongs to, as boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.category import Theme
from ctg_desktop.ui.editing.inputs import TickInput


class ThemesInput(QWidget):
    """One box a theme; codes that are not offered are kept."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, TickInput] = {}
        self._codes: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_themes(self, themes: Sequence[Theme]) -> None:
        """Offer these themes, keeping what is ticked."""
        labels = {theme.code: theme.label for theme in themes}
        if labels == {code: box.accessibleName() for code, box in self._boxes.items()}:
            return
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self._boxes = {code: TickInput(label) for code, label in labels.items()}
        for code, box in self._boxes.items():
            box.edited.connect(lambda code=code: self._toggled(code))
            self._column.addWidget(box)
        self.set_value(self._codes)

    def value(self) -> list[str]:
        """Return the codes, in the order they were given."""
        return list(self._codes)

    def set_value(self, value: list[str]) -> None:
        """Tick the boxes of these codes."""
        self._codes = list(value)
        for code, box in self._boxes.items():
            box.set_value(code in value)

    def _toggled(self, code: str) -> None:
        if self._boxes[code].value():
            self._codes.append(code)
        else:
            self._codes.remove(code)
        self.edited.emit()
