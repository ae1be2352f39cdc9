"""The list of calls: large lines, one key for what each call gave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import CallResult
from ctg_desktop.ui.editing.digits import digit_of
from ctg_desktop.ui.editing.record_table import RecordTable
from ctg_desktop.ui.editing.table_model import ROW_ROLE, RowsModel
from ctg_desktop.ui.registre.alert.call_words import KEYS, result_badge, second_line, unanswered
from ctg_desktop.ui.theme.measures import CELL, ICON, UNIT, section_font
from ctg_desktop.ui.theme.roles import Tone, quiet, tone_colour
from ctg_desktop.ui.widgets.state_badge import Badge, BadgeDelegate

_NAME, _PHONE, _RESULT = range(3)
_HEADERS = ("Personne", "Téléphone", "Appel")
_PHONE_WIDEST = "06 39 98 02 22"
_RESULT_WIDEST, _RESULT_BRIEF = "quelqu’un est envoyé, 10 h 42", "à rappeler"
_SHORTEST_NAME = "Jacqueline Thibault"


class CallModel(RowsModel[CallRow]):
    """Whom to call, in order."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.today = today
        self._brief = False

    def set_brief(self, *, brief: bool) -> None:
        """Say what calls gave in the fewest words, where there is no room for the time."""
        if brief == self._brief:
            return
        self._brief = brief
        last = len(self.rows) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, _RESULT), self.index(last, _RESULT))

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _HEADERS

    def words(self, row: CallRow, section: int) -> str:
        """Return the words of a cell."""
        if section == _NAME:
            return f"{row.name}. {second_line(row, self.today())}"
        if section == _PHONE:
            return wording.phone(row.phone) or "à visiter"
        return self._badge(row).word

    def badge(self, row: CallRow, section: int) -> Badge | None:
        """Return the badge of what the call gave."""
        return self._badge(row) if section == _RESULT else None

    def _badge(self, row: CallRow) -> Badge:
        return result_badge(row, self.today(), brief=self._brief)


class CallTable(RecordTable):
    """Shows a :class:`CallModel`; 1 to 4 say what the call gave."""

    current_changed = Signal(object)
    """The :class:`CallRow` under the cursor."""
    result_chosen = Signal(object)
    """The :class:`CallResult` of a key."""

    def __init__(self, model: CallModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "Appels", parent)
        self._rows = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._large, self._badges = _LargeDelegate(self), BadgeDelegate(self)
        self.setItemDelegateForColumn(_NAME, self._large)
        self.setItemDelegateForColumn(_PHONE, self._large)
        self.setItemDelegateForColumn(_RESULT, self._badges)
        self.verticalHeader().setDefaultSectionSize(self._large.line_height())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell())

    def current(self) -> CallRow | None:
        """Return whom the cursor is on."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def next_to_call(self) -> str:
        """Return who comes after the person under the cursor, among those not reached today."""
        here, rows = self.currentIndex().row(), self._rows.rows
        after = [*rows[here + 1 :], *rows[:here]]
        return next((row.id for row in after if not row.reached_today), "")

    def show_rows(self, rows: list[CallRow], wanted: str = "") -> None:
        """Show other rows, with the cursor on a person, or on the first one to call."""
        self._rows.set_rows(rows)
        self._share()
        ids = [row.id for row in rows]
        if rows:
            self.go_to_row(ids.index(wanted) if wanted in ids else 0)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit notes the call."""
        result = KEYS.get(digit_of(event))
        if isinstance(result, CallResult):
            self.result_chosen.emit(result)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def _tell(self) -> None:
        self.current_changed.emit(self.current())

    def _share(self) -> None:
        room, large = self.viewport().width(), self._large.metrics().horizontalAdvance
        name, phone = large(_SHORTEST_NAME) + 2 * CELL, large(_PHONE_WIDEST) + 2 * CELL
        wide, beside = self.fontMetrics().horizontalAdvance, ICON + 4 * UNIT
        words, least = wide(_RESULT_WIDEST) + beside, wide(_RESULT_BRIEF) + beside
        no_phone = room < name + phone + least  # the person under the cursor shows it, too
        left = room - (0 if no_phone else phone)
        result = min(words, max(left - name, least))
        today = self._rows.today()
        said = (result_badge(row, today).word for row in self._rows.rows)
        self._rows.set_brief(brief=result < max(map(wide, said), default=0) + beside)
        self.setColumnHidden(_PHONE, no_phone)
        self.setColumnWidth(_PHONE, phone)
        self.setColumnWidth(_RESULT, result)
        self.setColumnWidth(_NAME, left - result)


class _LargeDelegate(QStyledItemDelegate):
    """A name in large letters over a quiet line; a phone in large letters."""

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table

    def metrics(self) -> QFontMetrics:
        """Return the measures of the large letters."""
        return QFontMetrics(self._font())

    def line_height(self) -> int:
        """Return the height of a row: a large line over an ordinary one."""
        small = self._table.fontMetrics().lineSpacing()
        return self.metrics().lineSpacing() + small + 2 * UNIT

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell, then the words."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, CallRow):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        rect = rect.adjusted(CELL, UNIT, -CELL, -UNIT)
        painter.save()
        if index.column() == _NAME:
            self._name(painter, rect, row, index)
        else:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._line(painter, rect, str(index.data()), self._font(), middle)
        painter.restore()

    def _name(
        self,
        painter: QPainter,
        rect: QRect,
        row: CallRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        today = model.today() if isinstance(model, CallModel) else date.min
        self._line(painter, rect, row.name, self._font(), Qt.AlignmentFlag.AlignTop)
        palette = QApplication.palette()
        late = unanswered(row, today)
        painter.setPen(tone_colour(Tone.LATE, palette) if late else quiet(palette))
        self._line(
            painter,
            rect,
            second_line(row, today),
            self._table.font(),
            Qt.AlignmentFlag.AlignBottom,
        )

    @staticmethod
    def _line(
        painter: QPainter, rect: QRect, words: str, font: QFont, where: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, where | Qt.AlignmentFlag.AlignLeft, shown)

    def _font(self) -> QFont:
        return section_font(self._table.font())
