"""Rows that grow: phones, e-mails, persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton, link

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One input of each row.

    Attributes:
        key: Its name in the row.
        words: Placeholder, and name for screen readers.
        tick: A box to tick rather than a text.
        line: In which line of the row it stands.
        stretch: Its share of the width.
    """

    key: str
    words: str
    tick: bool = False
    line: int = 0
    stretch: int = 1


class _RowOfInputs(QWidget):
    edited = Signal()
    removed = Signal()

    def __init__(self, columns: Sequence[Column], what: str) -> None:
        super().__init__()
        self._what = what
        self.inputs: dict[str, LineInput | TickInput] = {}
        self._columns = columns
        self.remove = IconButton(Icon.CLOSE, f"Retirer : {what}", self.removed.emit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT // 2)
        for line in sorted({column.line for column in columns}):
            grid.addLayout(self._line(line), line, 0)
        grid.addWidget(self.remove, 0, 1, Qt.AlignmentFlag.AlignTop)

    def name(self, number: int) -> None:
        """Tell screen readers which row it is."""
        for column in self._columns:
            self.inputs[column.key].setAccessibleName(f"{self._what} {number}, {column.words}")
        self.remove.setAccessibleName(f"Retirer : {self._what} {number}")

    def values(self) -> Row:
        """Return what stands in the row."""
        return {key: one.value() for key, one in self.inputs.items()}

    def show_values(self, row: Row) -> None:
        """Show a row."""
        for key, one in self.inputs.items():
            if isinstance(one, TickInput):
                one.set_value(bool(row.get(key)))
            else:
                one.set_value(str(row.get(key) or ""))

    def _line(self, line: int) -> QHBoxLayout:
        box = QHBoxLayout()
        box.setSpacing(UNIT // 2)
        for column in (one for one in self._columns if one.line == line):
            widget = TickInput(column.words) if column.tick else LineInput(column.words)
            widget.edited.connect(self.edited)
            self.inputs[column.key] = widget
            box.addWidget(widget, 0 if column.tick else column.stretch)
        return box


class RowsInput(QWidget):
    """Several rows of the same inputs; there is always one to type in."""

    edited = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        what: str,
        add_words: str,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the rows.

        Args:
            columns: Inputs of a row.
            what: What a row is, e.g. "Téléphone".
            add_words: On the link that adds one, e.g. "Ajouter un téléphone".
            parent: Owner.
        """
        super().__init__(parent)
        self._columns, self._what = columns, what
        self._rows: list[_RowOfInputs] = []
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

    @property
    def first(self) -> QWidget:
        """The very first input, for the label above."""
        return self._rows[0].inputs[self._columns[0].key]

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

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the input for a path such as ``["0", "number"]``, among filled rows."""
        filled = self._filled()
        if not path or not path[0].isdigit() or int(path[0]) >= len(filled):
            return None
        inputs = filled[int(path[0])].inputs
        return inputs.get(path[1] if len(path) > 1 else self._columns[0].key)

    def _filled(self) -> list[_RowOfInputs]:
        return [
            one
            for one in self._rows
            if any(isinstance(text, str) and text.strip() for text in one.values().values())
        ]

    def _add(self) -> _RowOfInputs:
        row = _RowOfInputs(self._columns, self._what)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        row.name(len(self._rows))
        self._show_removal()
        if len(self._rows) > 1:
            self._order_tabs()
        return row

    def _add_typed(self) -> None:
        row = self._add()
        row.inputs[self._columns[0].key].setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: _RowOfInputs) -> None:
        place = self._rows.index(row)
        if len(self._rows) == 1:
            row.show_values({})
        else:
            self._drop(row)
        near = self._rows[min(place, len(self._rows) - 1)]
        near.inputs[self._columns[0].key].setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _drop(self, row: _RowOfInputs) -> None:
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
            chain.extend([*row.inputs.values(), row.remove])
        chain.append(self.add_button)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
