"""The month, with the days before and after it, and what takes place on the day chosen."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.moments import month_after, month_before
from ctg_desktop.ui.agenda.line_words import badge_of, time_words
from ctg_desktop.ui.agenda.month_grid import MonthGrid
from ctg_desktop.ui.agenda.month_model import MonthModel
from ctg_desktop.ui.agenda.reading import DatedLine, read_days
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import ROW, UNIT
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton, plain
from ctg_desktop.ui.widgets.text import ElidedText, section_title, tooltip

_LINE = Qt.ItemDataRole.UserRole
_LIST_ROWS = 3


class MonthView(QWidget):
    """A grid of days over a list of what the chosen day holds."""

    line_chosen = Signal(object)
    """A :class:`DatedLine` to show."""
    edit_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self.model = MonthModel(desk.today(), desk.today())
        self.grid = MonthGrid(self.model)
        self.title = ElidedText()
        self.title.setFont(section_title("").font())
        self._day = ElidedText(quiet=True)
        self.day_list = QListWidget()
        self.day_list.setAccessibleName("Manifestations du jour")
        self.day_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.day_list.setFixedHeight(_LIST_ROWS * (ROW + 2))
        self._lay_out()
        self._connect()
        self.show_day(desk.today())

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self.grid.current_day() or self._desk.today()

    def show_day(self, day: date) -> None:
        """Show the month of a day, with the cursor on it."""
        if day.replace(day=1) != self.model.month:
            self.model.set_month(day, self._desk.today())
        self.title.set_whole(wording.month(day.year, day.month).capitalize())
        self.grid.setAccessibleName(f"Mois de {wording.month(day.year, day.month)}")
        self.grid.select_day(day)
        self.reload()

    def reload(self) -> None:
        """Read the days shown anew."""
        office, first, end = self._desk.office, self.model.first, self.model.end
        self._latest.run(lambda: read_days(office, first, end), self._fill)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        kind = ButtonKind.PLAIN
        back, on = (lambda: self._turn(-1)), (lambda: self._turn(1))
        top.addWidget(IconButton(Icon.LEFT, "Mois précédent", back, kind=kind))
        top.addWidget(IconButton(Icon.RIGHT, "Mois suivant", on, kind=kind))
        top.addWidget(self.title, 1)
        top.addWidget(plain("Aujourd’hui", lambda: self.show_day(self._desk.today())))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self._day)
        column.addWidget(self.day_list)

    def _connect(self) -> None:
        self.grid.day_chosen.connect(self._show_day)
        self.grid.day_wanted.connect(self.show_day)
        self.grid.month_wanted.connect(self._turn)
        self.grid.entered.connect(self._enter_day)
        self.day_list.itemActivated.connect(lambda _item: self.edit_wanted.emit())
        self.day_list.currentItemChanged.connect(lambda item, _before: self._choose(item))

    def _turn(self, by: int) -> None:
        month = month_after(self.model.month) if by > 0 else month_before(self.model.month)
        last = month_after(month) - timedelta(days=1)
        self.show_day(month.replace(day=min(self.day.day, last.day)))

    def _fill(self, lines: tuple[DatedLine, ...]) -> None:
        self.model.set_lines(lines)
        self._show_day(self.day)

    def _show_day(self, day: date) -> None:
        lines = self.model.lines_of(day)
        count = wording.plural(len(lines), "manifestation", "manifestations")
        said = count if lines else "rien de prévu"
        self._day.set_whole(f"{wording.day_full(day).capitalize()}\u00a0: {said}")
        self.day_list.blockSignals(True)
        self.day_list.clear()
        for line in lines:
            badge = badge_of(line)
            words = (time_words(line.occurrence), line.occurrence.title, line.place, badge.word)
            item = QListWidgetItem(" · ".join(filter(None, words)))
            item.setData(_LINE, line)
            item.setToolTip(tooltip(item.text()))
            self.day_list.addItem(item)
        self.day_list.blockSignals(False)

    def _enter_day(self) -> None:
        if self.day_list.count():
            self.day_list.setFocus()
            self.day_list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        line = item.data(_LINE) if item is not None else None
        if isinstance(line, DatedLine):
            self.line_chosen.emit(line)
