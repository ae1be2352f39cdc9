"""Opening hours in French shortened to fit a table."""

from __future__ import annotations

from collections.abc import Sequence

from ctg_desktop.domain.opening_hours.french import French
from ctg_desktop.domain.opening_hours.model import WEEK, DateSpan, DaySpan, TimeSpan
from ctg_desktop.domain.opening_hours.phrasebook import NO_BREAK

_DAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
_MONTHS = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juill.", "août", "sept.", "oct.", "nov.", "déc."),
)
_LAST = {-1: "dernier", -2: "avant-dernier"}


class ShortFrench(French):
    """A line of a table: "lun. – ven. 9 h – 12 h 30, 14 h – 17 h"."""

    def capitalised(self, sentence: str) -> str:
        """Return the line as it is."""
        return sentence

    def day_range(self, span: DaySpan) -> str:
        """Return "lun. – ven.", or "tous les jours"."""
        if (span.first, span.last) == (WEEK[0], WEEK[-1]):
            return "tous les jours"
        return f"{self.day(span.first)}{NO_BREAK}– {self.day(span.last)}"

    def day(self, day: int) -> str:
        """Return "lun."."""
        return _DAYS[day - 1]

    def ranked_day(self, span: DaySpan) -> str:
        """Return "1er et 3e sam. du mois"."""
        ranks = self.listed([self.rank(rank) for rank in span.nth])
        return f"{ranks} {self.day(span.first)}{self.monthly}"

    def rank(self, rank: int) -> str:
        """Return "1er"."""
        return _LAST.get(rank) or ("1er" if rank == 1 else f"{rank}e")

    def times(self, spans: Sequence[TimeSpan]) -> str:
        """Return "9 h – 12 h, 14 h – 17 h"."""
        return ", ".join(map(self.slot, spans))

    def month(self, month: int) -> str:
        """Return "janv."."""
        return _MONTHS[month - 1]

    def dates(self, span: DateSpan) -> str:
        """Return "mai – sept."; days as in full."""
        if span.start == span.end or span.start.day:
            return super().dates(span)
        return f"{self.month(span.start.month)}{NO_BREAK}– {self.month(span.end.month)}"
