"""What a family needs, as boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.ui.editing.inputs import TickInput
from ctg_desktop.ui.theme.measures import UNIT

_SIDE_BY_SIDE = 2


class NeedsInput(QWidget):
    """One box a need, two beside each other."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {need.code: TickInput(need.label) for need in NEEDS}
        self._unknown: list[str] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(UNIT // 2)
        for place, box in enumerate(self._boxes.values()):
            box.edited.connect(self.edited)
            grid.addWidget(box, *divmod(place, _SIDE_BY_SIDE))
        # The label above leads to the first box; were that its buddy, it would tick it as well, and
        # were it a focus proxy, Tab would pass over it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the first box."""
        next(iter(self._boxes.values())).setFocus(event.reason())

    def value(self) -> list[str]:
        """Return the codes ticked, in the order of the needs."""
        return [code for code, box in self._boxes.items() if box.value()] + self._unknown

    def set_value(self, value: list[str]) -> None:
        """Tick the boxes of these codes; a code that is not offered is kept."""
        self._unknown = [code for code in value if code not in self._boxes]
        for code, box in self._boxes.items():
            box.set_value(code in value)
