"""A small picture of a sheet of labels, on which the first label to use is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ctg_desktop.domain.label_sheets import PAGE_HEIGHT, PAGE_WIDTH, SHEETS, LabelSheet
from ctg_desktop.ui.theme.roles import accent, on_accent, quiet

_WIDTH = 210
_INSET = 1.5
_PLACE = Qt.ItemDataRole.UserRole


class SheetPicture(QTableWidget):
    """A table whose cells are the labels; click, or arrows, choose where the print begins."""

    chosen = Signal(int)
    """The place of the first label to use, from 1, chosen by a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = SHEETS[0]
        self._silent = False
        self.setAccessibleName("Première étiquette à utiliser")
        self.setItemDelegate(_LabelDelegate(self))
        self._prepare()
        self.currentCellChanged.connect(self._choose)
        self.show_sheet(self._sheet, 1)

    @property
    def start(self) -> int:
        """The place chosen, from 1."""
        return self.currentRow() * self._sheet.columns + self.currentColumn() + 1

    def show_sheet(self, sheet: LabelSheet, start: int) -> None:
        """Show a sheet and where the print begins, without announcing it."""
        self._silent = True
        if sheet != self._sheet or not self.columnCount():
            self._sheet = sheet
            self._fill()
        cell = sheet.cell(min(start, sheet.count))
        self.setCurrentCell(cell.row - 1, cell.column - 1)
        self._silent = False
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the room of an A4 page."""
        return QSize(_WIDTH, round(_WIDTH * PAGE_HEIGHT / PAGE_WIDTH))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _prepare(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(4)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def _fill(self) -> None:
        sheet = self._sheet
        self.clear()
        self.setRowCount(sheet.rows)
        self.setColumnCount(sheet.columns)
        inside = self.sizeHint() - QSize(2 * self.frameWidth(), 2 * self.frameWidth())
        _share(self.horizontalHeader(), inside.width(), sheet.columns)
        _share(self.verticalHeader(), inside.height(), sheet.rows)
        for place, cell in enumerate(sheet.cells(), start=1):
            item = QTableWidgetItem(str(place))
            item.setData(_PLACE, place)
            said = f"Étiquette {place}, ligne {cell.row}, colonne {cell.column}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            self.setItem(cell.row - 1, cell.column - 1, item)

    def _choose(self, row: int, column: int, _row: int, _column: int) -> None:
        self.viewport().update()
        if not self._silent and row >= 0 and column >= 0:
            self.chosen.emit(self.start)


class _LabelDelegate(QStyledItemDelegate):
    """Draws a label: already used, the first one, or to be printed."""

    def __init__(self, parent: SheetPicture) -> None:
        super().__init__(parent)
        self._picture = parent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one label."""
        place = int(index.data(_PLACE))
        first = place == self._picture.start
        palette = option.palette
        ground = palette.color(QPalette.ColorRole.Highlight)
        ink = quiet(palette)
        pen = QPen(palette.color(QPalette.ColorRole.Dark))
        if place < self._picture.start:
            ground = palette.color(QPalette.ColorRole.Base)
            pen.setStyle(Qt.PenStyle.DotLine)
        elif first:
            ground, ink = accent(palette), on_accent(palette)
        else:
            ink = palette.color(QPalette.ColorRole.HighlightedText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(ground)
        box = QRectF(option.rect).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(ink)
        painter.setFont(option.font)
        if _has_room(option, place):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))
        if first and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(on_accent(palette), 1.5))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2, 2)
        painter.restore()


def _has_room(option: QStyleOptionViewItem, place: int) -> bool:
    metrics, box = option.fontMetrics, QRect(option.rect)
    return metrics.capHeight() < box.height() - 4 and (
        metrics.horizontalAdvance(str(place)) < box.width() - 4
    )


def _share(header: QHeaderView, room: int, count: int) -> None:
    """Give each section its share of the room, the odd pixels to the first ones."""
    each, odd = divmod(room, count)
    for section in range(count):
        header.resizeSection(section, each + (section < odd))
