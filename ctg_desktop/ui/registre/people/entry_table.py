"""The list of persons as Qt's views read it and show it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.ui.editing.record_table import RecordTable
from ctg_desktop.ui.editing.table_model import RowsModel
from ctg_desktop.ui.registre.people.columns import (
    COLUMNS,
    HEADERS,
    LONGEST_STATE,
    EntryColumn,
    cell,
    row_badge,
)
from ctg_desktop.ui.theme.measures import CELL, ICON, UNIT
from ctg_desktop.ui.widgets.state_badge import Badge, BadgeDelegate

_NAME, _SHORTEST_NAME = "Thibault Jacqueline", "Thibault"
_WISHES = {
    EntryColumn.PHONE: "05 36 49 02 05",
    EntryColumn.ASKED: "sam. 30 sept. 2026",
    EntryColumn.PLACE: "12, rue de la Fontaine, Civray",
}


class EntryTableModel(RowsModel[EntryRow]):
    """The persons of a view."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(HEADERS[one] for one in COLUMNS)

    def words(self, row: EntryRow, section: int) -> str:
        """Return the words of a cell."""
        return cell(row, COLUMNS[section], self._today())

    def badge(self, row: EntryRow, section: int) -> Badge | None:
        """Return the badge of the state."""
        return row_badge(row, self._today()) if COLUMNS[section] is EntryColumn.STATE else None

    def position_of(self, entry_id: str) -> int | None:
        """Return where a person is; ``None`` when the list does not hold them."""
        ids = [row.id for row in self.rows]
        return ids.index(entry_id) if entry_id in ids else None


class EntryTable(RecordTable):
    """The name takes the room that is left; the state is never cut."""

    current_changed = Signal(object)
    """The :class:`EntryRow` under the cursor."""

    def __init__(self, model: EntryTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "Personnes du registre", parent)
        self._rows = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._delegate = BadgeDelegate(self)
        self.setItemDelegateForColumn(COLUMNS.index(EntryColumn.STATE), self._delegate)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.row_settled.connect(lambda row: self.current_changed.emit(model.rows[row]))
        self._share()

    def current_id(self) -> str:
        """Return the person under the cursor; empty for none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].id if index.isValid() else ""

    def go_to(self, entry_id: str) -> bool:
        """Select a person; ``False`` when the list does not hold them."""
        row = self._rows.position_of(entry_id)
        if row is None:
            return False
        self.go_to_row(row)
        return True

    def show_rows(self, rows: list[EntryRow]) -> None:
        """Show other rows, with the same person selected."""
        if list(self._rows.rows) == rows:
            return
        selected, place = self.current_id(), self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        if not selected or not self.go_to(selected):
            self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        wide = self.fontMetrics().horizontalAdvance
        widths = {column: wide(words) + 3 * UNIT for column, words in _WISHES.items()}
        widths[EntryColumn.STATE] = wide(LONGEST_STATE) + ICON + 4 * UNIT
        whole, state = self.viewport().width(), widths[EntryColumn.STATE]
        usual, shortest = (wide(one) + 3 * UNIT for one in (_NAME, _SHORTEST_NAME))
        name = max(min(usual, whole - state), shortest)
        widths[EntryColumn.STATE] = min(state, max(whole - name, ICON + 3 * CELL))
        room = whole - name - state
        shown = {EntryColumn.NAME, EntryColumn.STATE}
        for column in _WISHES:
            if widths[column] > room:
                break
            room -= widths[column]
            shown.add(column)
        widths[EntryColumn.NAME] = name + max(0, room)
        for section, column in enumerate(COLUMNS):
            self.setColumnHidden(section, column not in shown)
            self.setColumnWidth(section, widths[column])
