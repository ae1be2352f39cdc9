"""Figures as small tables in two columns, read aloud as tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.families.figure_tables import MASKED, UNKNOWN, FigureTable, halves
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.text import Text, section_title

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NARROWEST = 34
"""Letters of a column of tables: two stand side by side where both find room."""
_SLANTED = {MASKED, UNKNOWN}


class FiguresView(QWidget):
    """Tables; they are made anew each time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: list[QTableWidget] = []
        self._shown: Sequence[FigureTable] = ()
        self._side_by_side = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, UNIT, 0)
        self._row.setSpacing(3 * UNIT)

    def show_tables(self, tables: Sequence[FigureTable]) -> None:
        """Show these tables in the place of others."""
        self._shown = tables
        while (item := self._row.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        self.tables = []
        parts = halves(tables) if self._side_by_side else (tables,)
        for part in parts:
            self._row.addWidget(self._column(part), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one table under another where two columns find no room."""
        super().resizeEvent(event)
        letters = self.width() // max(1, self.fontMetrics().averageCharWidth())
        side_by_side = letters >= 2 * _NARROWEST
        if side_by_side is not self._side_by_side:
            self._side_by_side = side_by_side
            self.show_tables(self._shown)

    def _column(self, tables: Sequence[FigureTable]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        for table in tables:
            column.addWidget(section_title(table.title))
            shown = figure_table(table)
            self.tables.append(shown)
            column.addWidget(shown)
            if table.note:
                column.addWidget(Text(table.note, wrap=True, quiet=True))
            column.addSpacing(MARGIN)
        column.addStretch(1)
        return holder


def figure_table(table: FigureTable) -> QTableWidget:
    """Return a table as high as its rows."""
    shown = QTableWidget(len(table.rows), len(table.header))
    shown.setAccessibleName(table.title)
    for column, words in enumerate(table.header):
        shown.setHorizontalHeaderItem(column, _cell(words, column))
    for row, cells in enumerate(table.rows):
        for column, words in enumerate(cells):
            item = _cell(words, column)
            if words in _SLANTED:
                font = item.font()
                font.setItalic(True)
                item.setFont(font)
            shown.setItem(row, column, item)
    _dress(shown)
    return shown


def _cell(words: str, column: int) -> QTableWidgetItem:
    """Return a cell: words on the left, figures on the right."""
    item = QTableWidgetItem(words)
    item.setTextAlignment(_RIGHT if column else _LEFT)
    return item


def _dress(shown: QTableWidget) -> None:
    shown.verticalHeader().hide()
    shown.setShowGrid(False)
    shown.setTabKeyNavigation(False)
    shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    shown.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    shown.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    for policy in (shown.setVerticalScrollBarPolicy, shown.setHorizontalScrollBarPolicy):
        policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = shown.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    high = shown.fontMetrics().height() + UNIT
    shown.verticalHeader().setDefaultSectionSize(high)
    head = header.sizeHint().height()
    shown.setFixedHeight(head + high * shown.rowCount() + 2 * shown.frameWidth())
