"""Dates of the calendar as Qt's views read them."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.ui.agenda.line_words import badge_of, day_words, time_words
from ctg_desktop.ui.agenda.reading import DatedLine
from ctg_desktop.ui.editing.table_model import RowsModel
from ctg_desktop.ui.widgets.state_badge import Badge

DAY, TIME, TITLE, PLACE, STATE = range(5)
_HEADERS = ("Date", "Heure", "Manifestation", "Lieu", "État")


class OccurrenceModel(RowsModel[DatedLine]):
    """One row a date."""

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _HEADERS

    def words(self, row: DatedLine, section: int) -> str:
        """Return the words of a cell."""
        return _WORDS[section](row)

    def badge(self, row: DatedLine, section: int) -> Badge | None:
        """Return the badge of the state."""
        return badge_of(row) if section == STATE else None


_WORDS: tuple[Callable[[DatedLine], str], ...] = (
    lambda line: day_words(line.occurrence),
    lambda line: time_words(line.occurrence),
    lambda line: line.occurrence.title,
    lambda line: line.place or "—",
    lambda line: badge_of(line).word,
)
