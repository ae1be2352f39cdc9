"""The head of a family's detail: its parts, and where the family stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ctg_desktop.domain.families.listing import HouseholdState
from ctg_desktop.ui.familles.columns import state_badge
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.chips import FilterChips
from ctg_desktop.ui.widgets.state_badge import StateBadge

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_BAR = 12


class DetailHead(QWidget):
    """Chips of the parts; the state beside them, or below where they take the whole line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = FilterChips("Parties de la famille")
        self.badge = StateBadge(state_badge(HouseholdState.TO_WELCOME))
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, _BAR, 0)
        self._row.setSpacing(UNIT)
        self._row.addWidget(self.chips, 1)
        self._row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state where there is room for it."""
        super().resizeEvent(event)
        chips = [one.sizeHint().width() for one in self.chips.findChildren(QPushButton)]
        needed = sum(chips) + UNIT * len(chips) + self.badge.sizeHint().width() + _BAR
        self._row.setDirection(_BESIDE if needed <= event.size().width() else _BELOW)
