"""A list of records whose rows come by pages: selected, found and sorted by identifier."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.paged_model import PagedModel
from ctg_desktop.ui.editing.record_table import RecordTable


class PagedTable(RecordTable):
    """Shows a :class:`PagedModel`."""

    current_changed = Signal(str)
    """The row under the cursor settled on this record; only while one alone is selected."""

    def __init__(self, model: PagedModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._rows = model
        self.row_settled.connect(lambda row: self.current_changed.emit(model.id_at(row)))

    def selected_ids(self) -> list[str]:
        """Return the records selected, in the order of the list."""
        return [self._rows.id_at(row) for row in self.selected_rows()]

    def select_ids(self, ids: Collection[str]) -> None:
        """Select these records again after the list was read anew; announces nothing."""
        rows = (self._rows.position_of(one) for one in ids)
        last = self._rows.columnCount() - 1
        selection = QItemSelection()
        for row in (one for one in rows if one is not None):
            selection.select(self._rows.index(row, 0), self._rows.index(row, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.keep_quiet()

    def current_id(self) -> str:
        """Return the record under the cursor; empty for none."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else ""

    def go_to(self, record_id: str) -> bool:
        """Select a record and bring it into sight; ``False`` when the list does not hold it."""
        row = self._rows.position_of(record_id)
        if row is None:
            return False
        self.go_to_row(row)
        return True

    def mark_sort(self, section: int, *, descending: bool) -> None:
        """Mark the column that the list is sorted by, without sorting again."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(section, order)
        header.blockSignals(False)
