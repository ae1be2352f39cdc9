"""The list of dates: the state is whole or an icon, the title takes the room that is left."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ctg_desktop.ui.agenda.line_words import CANCELLED, MOVED, ONCE, REPEATED
from ctg_desktop.ui.agenda.occurrence_model import DAY, PLACE, STATE, TIME, TITLE, OccurrenceModel
from ctg_desktop.ui.agenda.reading import DatedLine
from ctg_desktop.ui.editing.record_table import RecordTable
from ctg_desktop.ui.theme.measures import ICON, UNIT
from ctg_desktop.ui.widgets.state_badge import BadgeDelegate

_TITLE_WISH = 170
_TITLE_MIN = 120
_PLACE_MIN = 90
_PLACE_WISH = 180
_LONGEST_DAY = "mer. 30 sept. 2026"
_LONGEST_TIME = "10 h 30 – 11 h 30"


class AgendaTable(RecordTable):
    """Shows an :class:`OccurrenceModel`."""

    def __init__(self, model: OccurrenceModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "Dates de l’agenda", parent)
        self._lines = model
        self._delegate = BadgeDelegate(self)
        self.setItemDelegateForColumn(STATE, self._delegate)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._share()

    def selected_lines(self) -> list[DatedLine]:
        """Return the dates selected, in order."""
        return [self._lines.rows[row] for row in self.selected_rows()]

    def selected_events(self) -> list[str]:
        """Return the events of the dates selected, each once."""
        return list(dict.fromkeys(line.occurrence.event_id for line in self.selected_lines()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        metrics = self.fontMetrics()
        words = (badge.word for badge in (CANCELLED, MOVED, REPEATED, ONCE))
        state = max(map(metrics.horizontalAdvance, words)) + ICON + 4 * UNIT
        day = metrics.horizontalAdvance(_LONGEST_DAY) + 3 * UNIT
        time = metrics.horizontalAdvance(_LONGEST_TIME) + 3 * UNIT
        if self.viewport().width() - state - day - time < _TITLE_MIN:
            state = self.horizontalHeader().sectionSizeHint(STATE)
        room = self.viewport().width() - state - day - time - _TITLE_WISH
        place = max(0, min(_PLACE_WISH, room))
        self.setColumnHidden(PLACE, place < _PLACE_MIN)
        left = self.viewport().width() - state - day - time
        title = max(_TITLE_MIN, left - (place if place >= _PLACE_MIN else 0))
        for column, width in ((DAY, day), (TIME, time), (TITLE, title), (STATE, state)):
            self.setColumnWidth(column, width)
        self.setColumnWidth(PLACE, max(place, _PLACE_MIN))
