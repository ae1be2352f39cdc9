"""What a language must say for opening hours to be worded in it, and the parts all share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from ctg_desktop.domain.opening_hours.model import (
    DAY_MINUTES,
    DateSpan,
    DaySpan,
    Holiday,
    Parity,
    Rule,
    State,
    TimeSpan,
)

NO_BREAK = "\u00a0"
NARROW = "\u202f"


class Phrasebook(ABC):
    """Words of one language; the order of the clauses belongs to ``wording``."""

    semicolon: str
    colon: str
    but: str
    also: str
    conjunction: str
    known_comments: ClassVar[Mapping[str, str]]
    quotes: tuple[str, str]
    parities: ClassVar[Mapping[Parity, str]]
    within_school_holidays: str

    @abstractmethod
    def capitalised(self, sentence: str) -> str:
        """Return the sentence as it begins in this language and style."""

    @abstractmethod
    def day_range(self, span: DaySpan) -> str:
        """Return weekdays from one to another ("du lundi au vendredi")."""

    @abstractmethod
    def day(self, day: int) -> str:
        """Return the name of a weekday."""

    @abstractmethod
    def ranked_day(self, span: DaySpan) -> str:
        """Return a weekday by its rank in the month ("premier mardi du mois")."""

    @abstractmethod
    def holiday(self, holiday: Holiday) -> str:
        """Return the name of a kind of holiday, as an item of a list of days."""

    @abstractmethod
    def clock(self, minutes: int, *, ends: bool) -> str:
        """Return a time of the day; ``ends`` tells midnight that ends a slot."""

    @abstractmethod
    def start(self, minutes: int) -> str:
        """Return a slot whose end is not known ("à 20 h")."""

    @abstractmethod
    def dates(self, span: DateSpan) -> str:
        """Return a part of the year with its preposition ("de mai à septembre")."""

    @abstractmethod
    def always(self, *, every_day: bool) -> str:
        """Return what never closes: "24 h/24", with "7 j/7" when every day."""

    @abstractmethod
    def note(self, comment: str) -> str:
        """Return a note that stands beside the hours ("et sur rendez-vous")."""

    @abstractmethod
    def closing(self, rule: Rule, *, after_opening: bool, alone: bool) -> str:
        """Return a closing; ``alone`` when its part of the year is all it selects."""

    def context(self, rule: Rule) -> str:
        """Return when in the year a rule holds."""
        dates = self.listed([self.dates(span) for span in rule.dates])
        weeks = self.parities[rule.weeks] if rule.weeks else ""
        school = self.within_school_holidays if rule.in_school_holidays else ""
        return ", ".join(filter(None, (dates, weeks, school)))

    def opening(self, rule: Rule) -> str:
        """Return days, hours and comment of a rule that opens."""
        if rule.times == (TimeSpan(0, DAY_MINUTES),):
            times = self.always(every_day=False)
        else:
            times = self.times(rule.times)
        if rule.selects_all and rule.state is State.OPEN:
            times = self.always(every_day=True)
        return " ".join(filter(None, (self.days(rule), times, self.comment(rule.comment))))

    def days(self, rule: Rule) -> str:
        """Return the days of a rule, as a list."""
        return self.listed([*self.weekdays(rule.days), *map(self.holiday, rule.holidays)])

    def weekdays(self, spans: Sequence[DaySpan]) -> list[str]:
        """Return weekdays as items of a list; two neighbours are two items."""
        items: list[str] = []
        for span in spans:
            if span.nth:
                items.append(self.ranked_day(span))
            elif span.last - span.first == 1:
                items.extend((self.day(span.first), self.day(span.last)))
            else:
                single = span.first == span.last
                items.append(self.day(span.first) if single else self.day_range(span))
        return items

    def times(self, spans: Sequence[TimeSpan]) -> str:
        """Return slots as a list."""
        return self.listed([self.slot(span) for span in spans])

    def slot(self, span: TimeSpan) -> str:
        """Return one slot."""
        if not span.end:
            return self.start(span.start)
        end = span.end if span.end <= DAY_MINUTES else span.end - DAY_MINUTES
        start, finish = self.clock(span.start, ends=False), self.clock(end, ends=True)
        return f"{start}{NO_BREAK}– {finish}"

    def comment(self, comment: str) -> str:
        """Return a comment as it follows hours: known words bare, others in quotation marks."""
        opening, closing = self.quotes
        known = self.known_comments.get(comment)
        return known or (f"{opening}{comment}{closing}" if comment else "")

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list ("a, b et c")."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.conjunction} {items[-1]}"
