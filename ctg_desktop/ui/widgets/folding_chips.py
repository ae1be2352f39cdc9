"""Filters as words, in one line: where they do not fit into it, a list of them drops down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ctg_desktop.domain.wording import number
from ctg_desktop.ui.widgets.chips import Choice, FilterChips


class _Dropped(QComboBox):
    """The same filters under one another; the wheel stays with the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FoldingChips(QWidget):
    """Speaks like :class:`FilterChips`; large letters cost the list below it no second line."""

    chosen = Signal(str)
    """The key of the filter a person chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Prepare an empty row.

        Args:
            name: What a screen reader calls it, e.g. "Quelles personnes".
            parent: Owner.
        """
        super().__init__(parent)
        self.chips, self.dropped = FilterChips(name), _Dropped()
        self.dropped.setAccessibleName(name)
        self.dropped.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips, 1)
        row.addWidget(self.dropped, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show(folded=False)
        self.chips.chosen.connect(self._picked)
        self.dropped.activated.connect(lambda at: self._picked(self.dropped.itemData(at)))

    @property
    def is_folded(self) -> bool:
        """Whether the list is shown instead of the words."""
        return self.chips.isHidden()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these filters; keep the one in force where it is still among them."""
        self.chips.set_choices(choices)
        self.dropped.clear()
        for one in choices:
            count = "" if one.count is None else f"  {number(one.count)}"
            self.dropped.addItem(f"{one.label}{count}", one.key)
        self.choose(self.chips.current)
        self._fold()

    def choose(self, key: str) -> None:
        """Put a filter in force without announcing it."""
        self.chips.choose(key)
        self.dropped.setCurrentIndex(self.dropped.findData(self.chips.current))

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the list alone."""
        return QSize(self.dropped.minimumSizeHint().width(), self._height())

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(self.chips.line_width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the words need a second line."""
        super().resizeEvent(event)
        self._fold()

    def _picked(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _height(self) -> int:
        return max(self.chips.minimumSizeHint().height(), self.dropped.sizeHint().height())

    def _fold(self) -> None:
        folded = self.width() < self.chips.line_width()
        if folded != self.is_folded:
            self._show(folded=folded)

    def _show(self, *, folded: bool) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self.chips.setHidden(folded)
        self.dropped.setVisible(folded)
        if had_focus:
            (self.dropped.setFocus if folded else self.chips.take_focus)()
