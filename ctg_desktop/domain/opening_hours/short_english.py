"""Opening hours in British English shortened to fit a table."""

from __future__ import annotations

from collections.abc import Sequence

from ctg_desktop.domain.opening_hours.english import MONTHS, English
from ctg_desktop.domain.opening_hours.model import WEEK, DateSpan, DaySpan, Rule, TimeSpan
from ctg_desktop.domain.opening_hours.phrasebook import NO_BREAK

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH = 3
_RANKS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last", -2: "last but one"}


class ShortEnglish(English):
    """A line of a table: "Mon – Fri 9 am – 12:30 pm, 2 pm – 5 pm"."""

    def capitalised(self, sentence: str) -> str:
        """Return the line as it is."""
        return sentence

    def day_range(self, span: DaySpan) -> str:
        """Return "Mon – Fri", or "every day"."""
        if (span.first, span.last) == (WEEK[0], WEEK[-1]):
            return "every day"
        return f"{self.day(span.first)}{NO_BREAK}– {self.day(span.last)}"

    def day(self, day: int) -> str:
        """Return "Mon"."""
        return _DAYS[day - 1]

    def ranked_day(self, span: DaySpan) -> str:
        """Return "1st and 3rd Sat of the month"."""
        ranks = self.listed([_RANKS[rank] for rank in span.nth])
        return f"{ranks} {self.day(span.first)} of the month"

    def times(self, spans: Sequence[TimeSpan]) -> str:
        """Return "9 am – noon, 2 pm – 5 pm"."""
        return ", ".join(map(self.slot, spans))

    def dates(self, span: DateSpan) -> str:
        """Return "May – Sep"; days as in full."""
        if span.start == span.end or span.start.day:
            return super().dates(span)
        first, last = (MONTHS[day.month - 1][:_MONTH] for day in (span.start, span.end))
        return f"{first}{NO_BREAK}– {last}"

    def closing(self, rule: Rule, *, after_opening: bool, alone: bool) -> str:
        """Return "closed Mon and public holidays"."""
        said = super().closing(rule, after_opening=after_opening, alone=alone)
        return said.replace("closed on ", "closed ", 1) if rule.days else said
