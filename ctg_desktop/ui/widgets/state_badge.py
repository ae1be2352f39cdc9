"""The state of a record: an icon, a word and a colour, as a widget and in a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ctg_desktop.domain.directory import ListingState
from ctg_desktop.messages.labels import STATE_LABELS
from ctg_desktop.ui.theme.icons import Icon, pixmap
from ctg_desktop.ui.theme.measures import CELL, ICON, ROW, UNIT
from ctg_desktop.ui.theme.roles import Tone, tone_colour
from ctg_desktop.ui.widgets.text import IconText

BADGE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Where a model gives the :class:`Badge` of a cell."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a state looks like."""

    icon: Icon
    tone: Tone
    word: str


_LOOKS: dict[ListingState, tuple[Icon, Tone]] = {
    ListingState.CURRENT: (Icon.CHECKED, Tone.GOOD),
    ListingState.TO_VERIFY: (Icon.CLOCK, Tone.WARNING),
    ListingState.LATE: (Icon.WARNING, Tone.LATE),
    ListingState.CLOSED: (Icon.CLOSED, Tone.INFORMATION),
    ListingState.DRAFT: (Icon.EDIT, Tone.NEUTRAL),
}


def listing_badge(state: ListingState, word: str = "") -> Badge:
    """Return the badge of a listing's state; ``word`` says more than the usual one."""
    icon, tone = _LOOKS[state]
    return Badge(icon, tone, word or STATE_LABELS[state])


class StateBadge(IconText):
    """A badge on a page."""

    def __init__(self, badge: Badge, parent: QWidget | None = None) -> None:
        super().__init__(badge.icon, badge.word, badge.tone, parent)
        self.label.setWordWrap(False)

    def show_badge(self, badge: Badge) -> None:
        """Show another state."""
        self.show_text(badge.word, badge.icon, badge.tone)


class BadgeDelegate(QStyledItemDelegate):
    """Paints the badge that a model gives under ``BADGE_ROLE``; asks for room for all of it.

    Where there is hardly room for the icon, the word is left to the tooltip.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell, then icon and word in their colour."""
        badge = index.data(BADGE_ROLE)
        if not isinstance(badge, Badge):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        self._draw(painter, option, badge)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that icon and whole word need."""
        badge = index.data(BADGE_ROLE)
        if not isinstance(badge, Badge):
            return super().sizeHint(option, index)
        metrics = option.fontMetrics
        return QSize(metrics.horizontalAdvance(badge.word) + ICON + 4 * UNIT, ROW)

    @staticmethod
    def _draw(painter: QPainter, option: QStyleOptionViewItem, badge: Badge) -> None:
        rect: QRect = option.rect
        rect = rect.adjusted(CELL, 0, -UNIT, 0)
        colour = tone_colour(badge.tone, QApplication.palette())
        picture = pixmap(badge.icon, colour, ICON, option.widget.devicePixelRatioF())
        painter.save()
        corner = QPoint(rect.left(), rect.top() + (rect.height() - ICON) // 2)
        painter.drawPixmap(corner, picture)
        painter.setPen(colour)
        words = rect.adjusted(ICON + UNIT, 0, 0, 0)
        if words.width() > 2 * ICON:
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(badge.word, Qt.TextElideMode.ElideRight, words.width())
            across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, across, shown)
        painter.restore()
