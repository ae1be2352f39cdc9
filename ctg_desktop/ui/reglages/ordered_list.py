"""A list of things to rename, add and remove, some of them to reorder: chapters, themes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import ICON, ROW, UNIT
from ctg_desktop.ui.widgets.buttons import plain

T = TypeVar("T")

Look = Callable[[T], tuple[str, QIcon | None]]


class OrderedList(QWidget, Generic[T]):
    """Items in order; the current one is edited beside the list."""

    edited = Signal()
    """A person added, removed or moved an item."""
    current_changed = Signal()
    """Another item is the current one."""

    def __init__(
        self, name: str, look: Look[T], make: Callable[[Sequence[T]], T], *, movable: bool
    ) -> None:
        """Prepare an empty list.

        Args:
            name: What a screen reader calls the list.
            look: Words and picture of an item.
            make: Makes a new item, given those that exist.
            movable: The order counts.
        """
        super().__init__()
        self._look, self._make = look, make
        self._items: list[T] = []
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setMinimumWidth(280)
        self.list.currentRowChanged.connect(lambda _row: self._row_changed())
        self.add_button = plain("Ajouter", self._add, Icon.ADD)
        self.up_button = plain("Monter", lambda: self.shift(-1), Icon.ARROW_UP)
        self.down_button = plain("Descendre", lambda: self.shift(1), Icon.ARROW_DOWN)
        self.up_button.setToolTip("Alt+Haut")
        self.down_button.setToolTip("Alt+Bas")
        self.remove_button = plain("Supprimer", self._remove)
        if movable:
            for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
                shortcut = QShortcut(QKeySequence(keys), self.list)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda step=step: self.shift(step))
        self._lay_out(movable=movable)

    def items(self) -> tuple[T, ...]:
        """Return the items in order."""
        return tuple(self._items)

    def set_items(self, items: Sequence[T]) -> None:
        """Show items, keeping the place in the list."""
        row = max(0, self.list.currentRow())
        self._items = list(items)
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            self._append(item)
        self.list.blockSignals(blocked)
        self.list.setCurrentRow(min(row, len(self._items) - 1))
        self._row_changed()

    def current(self) -> T | None:
        """Return the current item."""
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def select(self, row: int) -> None:
        """Make an item the current one."""
        self.list.setCurrentRow(row)

    def replace_current(self, item: T) -> None:
        """Put a changed item in the place of the current one."""
        row = self.list.currentRow()
        self._items[row] = item
        self._draw(self.list.item(row), item)

    def shift(self, step: int) -> None:
        """Move the current item up (-1) or down (1)."""
        row = self.list.currentRow()
        there = row + step
        if row < 0 or not 0 <= there < len(self._items):
            return
        self._items[row], self._items[there] = self._items[there], self._items[row]
        self._draw(self.list.item(row), self._items[row])
        self._draw(self.list.item(there), self._items[there])
        self.list.setCurrentRow(there)
        self.edited.emit()

    def _lay_out(self, *, movable: bool) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.add_button)
        if movable:
            buttons.addWidget(self.up_button)
            buttons.addWidget(self.down_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _append(self, item: T) -> None:
        row = QListWidgetItem()
        row.setSizeHint(QSize(0, ROW))
        self._draw(row, item)
        self.list.addItem(row)

    def _draw(self, row: QListWidgetItem, item: T) -> None:
        words, picture = self._look(item)
        row.setText(words)
        if picture is not None:
            row.setIcon(picture)

    def _add(self) -> None:
        item = self._make(self._items)
        self._items.append(item)
        self._append(item)
        self.list.setCurrentRow(len(self._items) - 1)
        self.edited.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        del self._items[row]
        self.list.takeItem(row)
        self.edited.emit()

    def _row_changed(self) -> None:
        row = self.list.currentRow()
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < len(self._items) - 1)
        self.remove_button.setEnabled(row >= 0)
        self.current_changed.emit()
