"""Filters as words on top of a list, each with its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ctg_desktop.domain.wording import number
from ctg_desktop.ui.widgets.buttons import press_on_enter
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import on_button

_MOVES: dict[Qt.Key, Callable[[int, int], int]] = {
    Qt.Key.Key_Right: lambda here, count: (here + 1) % count,
    Qt.Key.Key_Down: lambda here, count: (here + 1) % count,
    Qt.Key.Key_Left: lambda here, count: (here - 1) % count,
    Qt.Key.Key_Up: lambda here, count: (here - 1) % count,
    Qt.Key.Key_Home: lambda _here, _count: 0,
    Qt.Key.Key_End: lambda _here, count: count - 1,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: its key, its word, and how many it would show (``None``: not said)."""

    key: str
    label: str
    count: int | None = None


class _Chip(QPushButton):
    """One filter; its row handles the arrows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()
        elif not press_on_enter(self, event):
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """A row of filters of which one is chosen. Arrow keys move, as among radio buttons."""

    chosen = Signal(str)
    """The key of the filter a person chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Prepare an empty row.

        Args:
            name: What a screen reader calls the row, e.g. "Filtrer par rubrique".
            parent: Owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._chips: dict[str, QPushButton] = {}
        self._current = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> str:
        """The key of the filter in force."""
        return self._current

    def take_focus(self) -> None:
        """Put the focus on the filter in force."""
        if self._current in self._chips:
            self._chips[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def line_width(self) -> int:
        """Return how wide the filters are beside one another."""
        widths = [chip.sizeHint().width() for chip in self._chips.values()]
        return sum(widths) + self._flow.spacing() * max(len(widths) - 1, 0)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these filters; keep the one in force where it is still among them."""
        if [choice.key for choice in choices] != list(self._chips):
            self._rebuild(choices)
        for choice in choices:
            self._name(self._chips[choice.key], choice)
        if self._current not in self._chips and choices:
            self._current = choices[0].key
        self._mark()
        self._flow.invalidate()
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Put a filter in force without announcing it."""
        if key in self._chips:
            self._current = key
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the filters with the arrows, Home and End."""
        keys = list(self._chips)
        if not keys or Qt.Key(event.key()) not in _MOVES:
            super().keyPressEvent(event)
            return
        here = keys.index(self._current)
        there = _MOVES[Qt.Key(event.key())](here, len(keys))
        self._chips[keys[there]].setFocus(Qt.FocusReason.TabFocusReason)
        self._pick(keys[there])

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.deleteLater()
        self._chips = {}
        for choice in choices:
            chip = _Chip(self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _checked=False, key=choice.key: self._pick(key))
            self._flow.addWidget(chip)
            chip.show()
            self._chips[choice.key] = chip

    @staticmethod
    def _name(chip: QPushButton, choice: Choice) -> None:
        count = "" if choice.count is None else f"  {number(choice.count)}"
        chip.setText(on_button(f"{choice.label}{count}"))
        chip.setAccessibleName(f"{choice.label}{count and ','}{count}")

    def _pick(self, key: str) -> None:
        changed = key != self._current
        self._current = key
        self._mark()
        if changed:
            self.chosen.emit(key)

    def _mark(self) -> None:
        for key, chip in self._chips.items():
            chip.setChecked(key == self._current)
            font = chip.font()
            font.setWeight(QFont.Weight.DemiBold if chip.isChecked() else QFont.Weight.Normal)
            chip.setFont(font)
            policy = (
                Qt.FocusPolicy.StrongFocus if key == self._current else Qt.FocusPolicy.ClickFocus
            )
            chip.setFocusPolicy(policy)
