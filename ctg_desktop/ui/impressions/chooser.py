"""The list of papers: icon, word and sentence of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ctg_desktop.ui.impressions.papers import PaperSpec
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.icons import pixmap as draw
from ctg_desktop.ui.theme.measures import ICON, UNIT, label_font
from ctg_desktop.ui.theme.roles import accent_ink, quiet

_KEY = Qt.ItemDataRole.UserRole
_SUMMARY = Qt.ItemDataRole.UserRole + 1
_ICON = Qt.ItemDataRole.UserRole + 2
_LINES = 3
_LEFT = UNIT + ICON + UNIT
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


class PaperChooser(QListWidget):
    """Papers one under another; Enter or a click chooses, the arrows move."""

    chosen = Signal(str)
    """The key of the paper a person chose."""

    def __init__(self, papers: Sequence[PaperSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Papiers à imprimer")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_PaperDelegate(self))
        for paper in papers:
            self._add(paper)
        self.itemClicked.connect(self._choose)

    def mark(self, key: str) -> None:
        """Show which paper is the one in hand."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or the space bar."""
        item = self.currentItem()
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add(self, paper: PaperSpec) -> None:
        item = QListWidgetItem(paper.word)
        item.setData(_KEY, str(paper.key))
        item.setData(_SUMMARY, paper.summary)
        item.setData(_ICON, paper.icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, paper.word)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, paper.summary)
        self.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_KEY))


class _PaperDelegate(QStyledItemDelegate):
    """Draws the word above its sentence, the icon before both."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a word and of a sentence on a few lines."""
        width = self._view.viewport().width() - _LEFT - UNIT
        word = _height(label_font(option.font), index.data(Qt.ItemDataRole.DisplayRole), width)
        said = _height(option.font, index.data(_SUMMARY), width)
        most = _LINES * option.fontMetrics.lineSpacing()
        return QSize(0, word + min(said, most) + 2 * UNIT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one paper."""
        self.initStyleOption(option, index)
        word, option.text = option.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = palette.color(
            QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        )
        painter.save()
        rect = option.rect.adjusted(UNIT, UNIT, -UNIT, -UNIT)
        icon: Icon = index.data(_ICON)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            rect.topLeft(), draw(icon, accent_ink(QApplication.palette()), ICON, ratio)
        )
        text = rect.adjusted(ICON + UNIT, 0, 0, 0)
        font = label_font(option.font)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(text, _WRAPPED, word)
        painter.setFont(option.font)
        painter.setPen(ink if chosen else quiet(QApplication.palette()))
        below = text.adjusted(0, _height(font, word, text.width()), 0, 0)
        painter.drawText(below, _WRAPPED, index.data(_SUMMARY))
        painter.restore()


def _height(font: QFont, text: str, width: int) -> int:
    """Return how high a text is, broken into lines of a width."""
    room = QRect(0, 0, max(width, 1), 10_000)
    return QFontMetrics(font).boundingRect(room, _WRAPPED, text).height()
