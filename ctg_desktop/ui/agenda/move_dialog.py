"""Holds one date of a series at another time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import MovedOccurrence, Occurrence
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.agenda.line_words import day_words, time_words
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text, section_title

_WIDTH = 420


class MoveDialog(QDialog):
    """Asks for the new day and time."""

    moved = Signal(object)
    """A :class:`MovedOccurrence`."""

    def __init__(
        self, occurrence: Occurrence, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._occurrence = occurrence
        self.setWindowTitle("Déplacer cette date")
        self.setMinimumWidth(_WIDTH)
        self.day = DateField("Nouvelle date", today)
        self.day.set_value(occurrence.day)
        self.start = LabelledField("Heure", LineInput())
        self.end = LabelledField("Heure de fin", LineInput())
        start, end = occurrence.start, occurrence.end
        if isinstance(start, datetime):
            _line(self.start).set_value(wording.time(start))
            if isinstance(end, datetime):
                _line(self.end).set_value(wording.time(end))
        self._lay_out(timed=isinstance(start, datetime))

    def confirm(self) -> None:
        """Give the new date back, or stand an error beside its field."""
        for field in (self.day, self.start, self.end):
            field.accept()
        try:
            day = self.day.value()
        except UserError as error:
            self.day.refuse(sentence(error))
            return
        if day is None:
            return
        found = (
            self._timed(day) if isinstance(self._occurrence.start, datetime) else self._whole(day)
        )
        if found is not None:
            self.moved.emit(found)
            self.accept()

    def _whole(self, day: date) -> MovedOccurrence:
        return MovedOccurrence(self._original, day, None)

    def _timed(self, day: date) -> MovedOccurrence | None:
        start = _time_in(self.start, day)
        if start is None:
            return None
        if not _line(self.end).value().strip():
            return MovedOccurrence(self._original, start, None)
        end = _time_in(self.end, day)
        return None if end is None else MovedOccurrence(self._original, start, max(end, start))

    @property
    def _original(self) -> date | datetime:
        return self._occurrence.moved_from or self._occurrence.start

    def _lay_out(self, *, timed: bool) -> None:
        occurrence = self._occurrence
        buttons = (plain("Annuler", self.reject), primary("Déplacer", self.confirm))
        column = framed_column(self, spacing=MARGIN)
        title = section_title(occurrence.title)
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(
            Text(f"Prévue {day_words(occurrence)}, {time_words(occurrence)}.", wrap=True)
        )
        column.addWidget(self.day)
        times = QHBoxLayout()
        times.setSpacing(UNIT)
        for field in (self.start, self.end):
            field.setVisible(timed)
            times.addWidget(field)
        column.addLayout(times)
        column.addLayout(foot((), buttons))


def _line(field: LabelledField) -> LineInput:
    if not isinstance(field.editor, LineInput):
        raise TypeError(type(field.editor))
    return field.editor


def _time_in(field: LabelledField, day: date) -> datetime | None:
    try:
        return datetime.combine(day, wording.parse_time(_line(field).value()))
    except UserError as error:
        field.refuse(sentence(error))
        return None
