"""A list of records: whole rows of 32 pixels, several selected at once, everything by keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QItemSelectionRange,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ctg_desktop.ui.theme.measures import ROW

_SETTLE_MS = 120


class RecordTable(QTableView):
    """The manners that lists of records share."""

    row_settled = Signal(int)
    """The cursor stayed on this row for a moment, and it alone is selected."""
    selection_changed = Signal(int)
    """How many rows are selected."""
    edit_wanted = Signal()
    """Enter, F2 or a double click."""
    delete_wanted = Signal()

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self._behave()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._tell_settled)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())
        # Of their own, and empty: headers ask each of 100,000 selected rows at every painting.
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(model, header))

    def selected_rows(self) -> list[int]:
        """Return the rows selected, from top to bottom."""
        ranges = self._ranges()
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def selected_count(self) -> int:
        """Return how many rows are selected, without listing them."""
        return sum(one.height() for one in self._ranges())

    def go_to_row(self, row: int) -> None:
        """Select one row and bring it into sight; announces nothing."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        self.keep_quiet()

    def keep_quiet(self) -> None:
        """Forget a row that was about to be announced."""
        self._settled.stop()

    def enter(self) -> None:
        """Take the focus, with a row under the cursor."""
        self.setFocus()
        if self.model().rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 edit, Del deletes; the rest is the table's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHintForColumn(self, column: int) -> int:
        """Keep Qt from measuring 100,000 rows on a double click."""
        return self.columnWidth(column)

    def minimumSizeHint(self) -> QSize:
        """Leave the detail its room in a narrow window."""
        return QSize(320, 200)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _selection_moved(self) -> None:
        self.selection_changed.emit(self.selected_count())
        self._settled.start()

    def _tell_settled(self) -> None:
        if self.selected_count() == 1:
            self.row_settled.emit(self.selected_rows()[0])
