"""Paints one day of the month: its number, then what takes place, one line each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ctg_desktop.domain import wording
from ctg_desktop.ui.agenda.month_model import DAY_ROLE, DayCell
from ctg_desktop.ui.agenda.reading import DatedLine
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import accent, on_accent, quiet

_PAD = UNIT // 2
_ROOM_FOR_TIME = 84


class DayDelegate(QStyledItemDelegate):
    """Draws with the palette's own colours; the day under the cursor has a frame."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a day."""
        cell = index.data(DAY_ROLE)
        if not isinstance(cell, DayCell):
            return
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, palette, cell, state)
        inner = rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        top = self._number(painter, inner, palette, cell)
        self._lines(painter, inner.adjusted(0, top, 0, 0), palette, cell)
        painter.restore()

    @staticmethod
    def _ground(
        painter: QPainter,
        rect: QRect,
        palette: QPalette,
        cell: DayCell,
        state: QStyle.StateFlag,
    ) -> None:
        role = QPalette.ColorRole
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = role.Highlight if chosen else role.Base if cell.inside else role.Window
        painter.fillRect(rect, palette.color(ground))
        painter.setPen(palette.color(role.Mid))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(accent(palette))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @staticmethod
    def _number(painter: QPainter, inner: QRect, palette: QPalette, cell: DayCell) -> int:
        metrics = painter.fontMetrics()
        words = str(cell.day.day)
        height = metrics.height() + 2
        width = max(height, metrics.horizontalAdvance(words) + _PAD)
        spot = QRect(inner.left(), inner.top(), width, height)
        if cell.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent(palette))
            painter.drawRoundedRect(QRectF(spot), height / 2, height / 2)
            painter.setPen(on_accent(palette))
        else:
            text = palette.color(QPalette.ColorRole.Text)
            painter.setPen(text if cell.inside else quiet(palette))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)
        return height + 2

    @staticmethod
    def _lines(painter: QPainter, rect: QRect, palette: QPalette, cell: DayCell) -> None:
        body = QFont(painter.font())
        metrics = QFontMetrics(body)
        step = metrics.lineSpacing()
        room = max(rect.height() // step, 0)
        shown = cell.lines if len(cell.lines) <= room else cell.lines[: max(room - 1, 0)]
        text = palette.color(QPalette.ColorRole.Text)
        for at, line in enumerate(shown):
            font = QFont(body)
            font.setStrikeOut(line.occurrence.cancelled)
            font.setItalic(not line.published)
            painter.setFont(font)
            muted = line.occurrence.cancelled or not line.published or not cell.inside
            painter.setPen(quiet(palette) if muted else text)
            where = QRect(rect.left(), rect.top() + at * step, rect.width(), step)
            words = metrics.elidedText(
                _short(line, rect.width()), Qt.TextElideMode.ElideRight, rect.width()
            )
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(body)
        hidden = len(cell.lines) - len(shown)
        if hidden and room:
            painter.setPen(quiet(palette))
            where = QRect(rect.left(), rect.top() + len(shown) * step, rect.width(), step)
            words = wording.plural(hidden, "autre", "autres")
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, f"+ {words}")


def _short(line: DatedLine, width: int) -> str:
    start = line.occurrence.start
    title = " ".join(line.occurrence.title.split())
    if isinstance(start, datetime) and width >= _ROOM_FOR_TIME:
        return f"{wording.time(start)} {title}"
    return title
