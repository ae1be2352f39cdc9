"""Rows that grow: one is always there to type in, Enter goes on to the next."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton, link

Row = dict[str, Any]


class GrowingRow(QWidget):
    """One row; a kind of row says what it holds in the methods that raise here."""

    edited = Signal()
    removed = Signal()
    next_wanted = Signal()

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what
        self.remove = IconButton(Icon.CLOSE, f"Retirer\u00a0: {what}", self.removed.emit)

    def name(self, number: int) -> None:
        """Tell screen readers which row it is."""
        raise NotImplementedError

    def values(self) -> Row:
        """Return what stands in the row."""
        raise NotImplementedError

    def show_values(self, row: Row) -> None:
        """Show a row; what it does not name is empty."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what Tab visits in it, without the button that removes it."""
        raise NotImplementedError

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the input for the rest of a field's path."""
        raise NotImplementedError

    @property
    def is_filled(self) -> bool:
        """Whether something was typed in it; ticks and choices alone do not count."""
        return any(isinstance(one, str) and one.strip() for one in self.values().values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)


class GrowingRows(QWidget):
    """Several rows of one kind; there is always one to type in."""

    edited = Signal()

    def __init__(
        self, make: Callable[[], GrowingRow], add_words: str, parent: QWidget | None = None
    ) -> None:
        """Prepare the rows.

        Args:
            make: Makes an empty row.
            add_words: On the link that adds one, e.g. "Ajouter un téléphone".
            parent: Owner.
        """
        super().__init__(parent)
        self._make = make
        self._rows: list[GrowingRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(UNIT // 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(UNIT // 2)
        whole.addLayout(self._column)
        self._add()
        # Made after the first row, so that Tab reaches it last.
        self.add_button = link(add_words, self._add_typed, Icon.ADD)
        whole.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_addition()

    @property
    def first(self) -> QWidget:
        """The very first input, for the label above."""
        return self._rows[0].stops()[0]

    @property
    def rows(self) -> tuple[GrowingRow, ...]:
        """What is shown, from top to bottom."""
        return tuple(self._rows)

    def value(self) -> list[Row]:
        """Return the rows in which something was typed."""
        return [one.values() for one in self._filled()]

    def set_value(self, value: list[Row]) -> None:
        """Show rows."""
        while len(self._rows) > max(1, len(value)):
            self._drop(self._rows[-1])
        while len(self._rows) < max(1, len(value)):
            self._add()
        for widget, row in zip(self._rows, value or [{}], strict=True):
            widget.show_values(row)
        self._show_addition()

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the input for a path such as ``["0", "number"]``, among filled rows."""
        filled = self._filled()
        if not path or not path[0].isdigit() or int(path[0]) >= len(filled):
            return None
        return filled[int(path[0])].input_at(path[1:])

    def _filled(self) -> list[GrowingRow]:
        return [one for one in self._rows if one.is_filled]

    def _add(self) -> GrowingRow:
        row = self._make()
        row.edited.connect(self._row_edited)
        row.removed.connect(lambda: self._remove(row))
        row.next_wanted.connect(lambda: self._go_on(row))
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        row.name(len(self._rows))
        self._show_removal()
        if len(self._rows) > 1:
            self._order_tabs()
        return row

    def _row_edited(self) -> None:
        self._show_addition()
        self.edited.emit()

    def _show_addition(self) -> None:
        """Offer another row once the last one holds something."""
        self.add_button.setVisible(self._rows[-1].is_filled)

    def _add_typed(self) -> None:
        row = self._add()
        self._show_addition()
        _enter(row)

    def _go_on(self, row: GrowingRow) -> None:
        """Go from a row to the next, made when the last holds something."""
        after = self._rows.index(row) + 1
        if after < len(self._rows):
            _enter(self._rows[after])
        elif row.is_filled:
            self._add_typed()

    def _remove(self, row: GrowingRow) -> None:
        place = self._rows.index(row)
        if len(self._rows) == 1:
            row.show_values({})
        else:
            self._drop(row)
        self._show_addition()
        _enter(self._rows[min(place, len(self._rows) - 1)])
        self.edited.emit()

    def _drop(self, row: GrowingRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for number, one in enumerate(self._rows, start=1):
            one.name(number)
        self._show_removal()

    def _show_removal(self) -> None:
        for one in self._rows:
            one.remove.setVisible(len(self._rows) > 1)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = []
        for row in self._rows:
            chain.extend([*row.stops(), row.remove])
        chain.append(self.add_button)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)


def _enter(row: GrowingRow) -> None:
    row.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
