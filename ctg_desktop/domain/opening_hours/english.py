"""Opening hours in British English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ctg_desktop.domain.opening_hours.lexicon import PART_TIMES, Part
from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    DAY_MINUTES,
    NO_APPOINTMENT,
    WEEK,
    DateSpan,
    DaySpan,
    Holiday,
    Parity,
    Rule,
    YearDay,
)
from ctg_desktop.domain.opening_hours.phrasebook import NO_BREAK, Phrasebook

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_RANKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"} | {
    -1: "last",
    -2: "last but one",
}
_EVERY_DAY = (DaySpan(WEEK[0], WEEK[-1]),)
_HALF_DAYS = {
    PART_TIMES[Part.MORNING].closed: "morning",
    PART_TIMES[Part.AFTERNOON].closed: "afternoon",
    PART_TIMES[Part.EVENING].closed: "evening",
}
_NAMED_HOURS = {0: "midnight", DAY_MINUTES // 2: "noon", DAY_MINUTES: "midnight"}


class English(Phrasebook):
    """A sentence: "Monday to Friday 9 am – noon and 2 pm – 5 pm, closed on public holidays"."""

    semicolon = "; "
    colon = ": "
    but = "but "
    also = "also "
    conjunction = "and"
    known_comments: ClassVar[Mapping[str, str]] = {
        APPOINTMENT: "by appointment",
        NO_APPOINTMENT: "no appointment needed",
    }
    quotes = ("“", "”")
    parities: ClassVar[Mapping[Parity, str]] = {
        Parity.EVEN: "even-numbered weeks",
        Parity.ODD: "odd-numbered weeks",
    }
    within_school_holidays = "during school holidays"

    def capitalised(self, sentence: str) -> str:
        """Return the sentence with a capital."""
        return sentence[:1].upper() + sentence[1:]

    def day_range(self, span: DaySpan) -> str:
        """Return "Monday to Friday", or "every day"."""
        if (span.first, span.last) == (WEEK[0], WEEK[-1]):
            return "every day"
        return f"{self.day(span.first)} to {self.day(span.last)}"

    def day(self, day: int) -> str:
        """Return "Monday"."""
        return _DAYS[day - 1]

    def ranked_day(self, span: DaySpan) -> str:
        """Return "first and third Saturday of the month"."""
        ranks = self.listed([_RANKS[rank] for rank in span.nth])
        return f"{ranks} {self.day(span.first)} of the month"

    def holiday(self, holiday: Holiday) -> str:
        """Return "public holidays"."""
        return {Holiday.PUBLIC: "public holidays", Holiday.SCHOOL: "school holidays"}[holiday]

    def clock(self, minutes: int, *, ends: bool) -> str:  # noqa: ARG002 - midnight is one word
        """Return "9:30 am", "noon" or "midnight"."""
        if minutes in _NAMED_HOURS:
            return _NAMED_HOURS[minutes]
        hours, minutes = divmod(minutes, 60)
        half = "am" if hours < 12 else "pm"
        tail = f":{minutes:02}" if minutes else ""
        return f"{(hours - 1) % 12 + 1}{tail}{NO_BREAK}{half}"

    def start(self, minutes: int) -> str:
        """Return "from 8 pm"."""
        return f"from {self.clock(minutes, ends=False)}"

    def always(self, *, every_day: bool) -> str:
        """Return "24 hours a day, 7 days a week"."""
        return f"24{NO_BREAK}hours a day" + (f", 7{NO_BREAK}days a week" if every_day else "")

    def dates(self, span: DateSpan) -> str:
        """Return "from May to September", "on 25 December"."""
        start, end = span.start, span.end
        if start == end:
            return f"{'on' if start.day else 'in'} {self._year_day(start)}"
        if start.day:
            same = (start.month, start.year) == (end.month, end.year)
            first = str(start.day) if same else self._year_day(start)
            return f"from {first} to {self._year_day(end)}"
        if end.month == start.month % len(MONTHS) + 1:
            return f"in {MONTHS[start.month - 1]} and {MONTHS[end.month - 1]}"
        return f"from {self._year_day(start)} to {self._year_day(end)}"

    def _year_day(self, moment: YearDay) -> str:
        day = f"{moment.day}{NO_BREAK}" if moment.day else ""
        year = f" {moment.year}" if moment.year else ""
        return f"{day}{MONTHS[moment.month - 1]}{year}"

    def note(self, comment: str) -> str:
        """Return "and by appointment"."""
        word = "and" if comment == APPOINTMENT else "otherwise"
        return f"{word} {self.comment(comment)}"

    def closing(self, rule: Rule, *, after_opening: bool, alone: bool) -> str:
        """Return "closed on Mondays and public holidays"."""
        comment = self.comment(rule.comment)
        hours = self._closed_hours(rule)
        if after_opening and not (rule.days or hours) and Holiday.SCHOOL in rule.holidays:
            words = ["except", self.days(rule), comment]
        elif (rule.days or rule.holidays) and rule.days != _EVERY_DAY:
            days = self._closed_days(rule, plural=not hours)
            words = ["closed" if " to " in days else "closed on", days, hours, comment]
        else:
            words = ["closed", self.context(rule) if alone else hours, comment]
        return " ".join(filter(None, words))

    def _closed_days(self, rule: Rule, *, plural: bool) -> str:
        days = [f"{day}s" if plural and day in _DAYS else day for day in self.weekdays(rule.days)]
        return self.listed([*days, *map(self.holiday, rule.holidays)])

    def _closed_hours(self, rule: Rule) -> str:
        half = _HALF_DAYS.get(rule.times[0]) if len(rule.times) == 1 else None
        if half and rule.days == _EVERY_DAY:
            return f"in the {half}"
        return half or self.times(rule.times)
