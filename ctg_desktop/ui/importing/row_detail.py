"""What one row would do: old and new, and who wins where both changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.import_plan import FieldChange, PlannedRow
from ctg_desktop.domain.listing import Listing
from ctg_desktop.messages.values import NOTHING, Names, field_words, value_words
from ctg_desktop.ui.theme.measures import UNIT

_HEADERS = ("Champ", "Notre fiche", "Le fichier", "")
_HIDDEN = frozenset({"id"})
_DECISION = 3


class RowDetail(QTableWidget):
    """One line a field; a box where a person corrected what the file would change."""

    decided = Signal(int, str, bool)
    """Row of the file, field, and whether the file wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADERS), parent)
        self.setAccessibleName("Ce que la ligne changerait")
        self.setHorizontalHeaderLabels(list(_HEADERS))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_DECISION, QHeaderView.ResizeMode.Fixed)

    def show_row(self, row: PlannedRow | None, names: Names, taken: set[tuple[int, str]]) -> None:
        """Show what a row would do.

        Args:
            row: The row; ``None`` for none.
            names: What codes are called.
            taken: Conflicts in which the file wins, by row and field.
        """
        self.setRowCount(0)
        if row is None:
            return
        changes = row.changes or (_of_addition(row.after) if not row.listing_id else ())
        for change in changes:
            self._add(change, names)
        for change in row.conflicts:
            at = self._add(change, names)
            box = QCheckBox("Prendre le fichier")
            box.setAccessibleName(f"{field_words(change.field)}\u00a0: prendre le fichier")
            box.setChecked((row.row, change.field) in taken)
            box.toggled.connect(
                lambda on, field=change.field: self.decided.emit(row.row, field, on)
            )
            self.setCellWidget(at, _DECISION, box)
            self.setColumnWidth(_DECISION, box.sizeHint().width() + 2 * UNIT)
        self.setColumnHidden(_DECISION, not row.conflicts)
        self.setColumnHidden(1, not row.listing_id)
        self.resizeRowsToContents()

    def _add(self, change: FieldChange, names: Names) -> int:
        at = self.rowCount()
        self.insertRow(at)
        words = (
            field_words(change.field),
            value_words(change.field, change.old, names),
            value_words(change.field, change.new, names),
        )
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(at, column, item)
        return at


def _of_addition(listing: Listing | None) -> tuple[FieldChange, ...]:
    if listing is None:
        return ()
    return tuple(
        FieldChange(field, None, value)
        for field, value in json_shape.write(listing).items()
        if field not in _HIDDEN and value_words(field, value, {}) not in ("", NOTHING)
    )
