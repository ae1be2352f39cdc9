"""Rows of lines and ticks that grow: phones, e-mails, persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ctg_desktop.ui.editing.growing_rows import GrowingRow, GrowingRows, Row
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Column:
    """One input of each row.

    Attributes:
        key: Its name in the row.
        words: Placeholder, and name for screen readers.
        tick: A box to tick rather than a text.
        only_with: Key of the tick of the row that it goes with; hidden without it. Its words stand
            before it.
        line: In which line of the row it stands.
        stretch: Its share of the width.
    """

    key: str
    words: str
    tick: bool = False
    only_with: str = ""
    line: int = 0
    stretch: int = 1


class _RowOfInputs(GrowingRow):
    def __init__(self, columns: Sequence[Column], what: str) -> None:
        super().__init__(what)
        self._inputs: dict[str, LineInput | TickInput] = {}
        self._columns = columns
        self._words: dict[str, Text] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT // 2)
        for line in sorted({column.line for column in columns}):
            grid.addLayout(self._line(line), line, 0)
        grid.addWidget(self.remove, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._show_companions()

    def name(self, number: int) -> None:
        """Tell screen readers which row it is."""
        for column in self._columns:
            self._inputs[column.key].setAccessibleName(f"{self.what} {number}, {column.words}")
        self.remove.setAccessibleName(f"Retirer\u00a0: {self.what} {number}")

    def values(self) -> Row:
        """Return what stands in the row."""
        return {column.key: self._value(column) for column in self._columns}

    def show_values(self, row: Row) -> None:
        """Show a row."""
        for key, one in self._inputs.items():
            if isinstance(one, TickInput):
                one.set_value(bool(row.get(key)))
            else:
                one.set_value(str(row.get(key) or ""))
        self._show_companions()

    def stops(self) -> list[QWidget]:
        """Return the inputs in their order."""
        return list(self._inputs.values())

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return an input by its key; the first where none is named."""
        return self._inputs.get(path[0] if path else self._columns[0].key)

    def _value(self, column: Column) -> str | bool:
        goes = not column.only_with or bool(self._inputs[column.only_with].value())
        return self._inputs[column.key].value() if goes else ""

    def _show_companions(self) -> None:
        for column in (one for one in self._columns if one.only_with):
            shown = bool(self._inputs[column.only_with].value())
            self._inputs[column.key].setVisible(shown)
            self._words[column.key].setVisible(shown)

    def _line(self, line: int) -> QHBoxLayout:
        box = QHBoxLayout()
        box.setSpacing(UNIT // 2)
        for column in (one for one in self._columns if one.line == line):
            shown = "" if column.only_with else column.words
            widget = TickInput(column.words) if column.tick else LineInput(shown)
            if column.tick:
                widget.edited.connect(self._show_companions)
            widget.edited.connect(self.edited)
            self._inputs[column.key] = widget
            if column.only_with:
                self._words[column.key] = words = Text(column.words.capitalize(), quiet=True)
                box.addSpacing(UNIT)
                box.addWidget(words)
            box.addWidget(widget, 0 if column.tick else column.stretch)
        return box


class RowsInput(GrowingRows):
    """Several rows of the same lines and ticks."""

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
        super().__init__(lambda: _RowOfInputs(columns, what), add_words, parent)
