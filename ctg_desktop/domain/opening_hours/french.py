"""Opening hours in full French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
from ctg_desktop.domain.opening_hours.phrasebook import NARROW, NO_BREAK, Phrasebook

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
MONTH_COUNT = len(MONTHS)
_RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième"} | {
    -1: "dernier",
    -2: "avant-dernier",
}
_ELIDED = "aàeéêioô"
_ARTICLES = {"matin": "le ", "après-midi": "l’", "soir": "le "}
_HALF_DAYS = {times.closed: part.value for part, times in PART_TIMES.items() if part != Part.LUNCH}


class French(Phrasebook):
    """A sentence: "Du lundi au vendredi 9 h – 12 h et 14 h – 17 h, fermé les jours fériés"."""

    semicolon = f"{NARROW}; "
    colon = f"{NO_BREAK}: "
    but = "mais "
    also = "aussi "
    conjunction = "et"
    known_comments: ClassVar[Mapping[str, str]] = {
        APPOINTMENT: APPOINTMENT,
        NO_APPOINTMENT: NO_APPOINTMENT,
    }
    quotes = (f"«{NO_BREAK}", f"{NO_BREAK}»")
    parities: ClassVar[Mapping[Parity, str]] = {
        Parity.EVEN: "semaines paires",
        Parity.ODD: "semaines impaires",
    }
    within_school_holidays = "pendant les vacances scolaires"
    monthly = " du mois"

    def capitalised(self, sentence: str) -> str:
        """Return the sentence with a capital."""
        return sentence[:1].upper() + sentence[1:]

    def day_range(self, span: DaySpan) -> str:
        """Return "du lundi au vendredi", or "tous les jours"."""
        if (span.first, span.last) == (WEEK[0], WEEK[-1]):
            return "tous les jours"
        return f"du {self.day(span.first)} au {self.day(span.last)}"

    def day(self, day: int) -> str:
        """Return "lundi"."""
        return DAYS[day - 1]

    def ranked_day(self, span: DaySpan) -> str:
        """Return "premier et troisième samedis du mois"."""
        ranks = self.listed([self.rank(rank) for rank in span.nth])
        plural = "s" if len(span.nth) > 1 else ""
        return f"{ranks} {DAYS[span.first - 1]}{plural}{self.monthly}"

    def rank(self, rank: int) -> str:
        """Return a rank in the month; -1 is the last."""
        return _RANKS[rank]

    def holiday(self, holiday: Holiday) -> str:
        """Return "jours fériés"."""
        return {Holiday.PUBLIC: "jours fériés", Holiday.SCHOOL: "vacances scolaires"}[holiday]

    def clock(self, minutes: int, *, ends: bool) -> str:
        """Return "9 h 30"; "minuit" where a slot ends."""
        if ends and minutes == DAY_MINUTES:
            return "minuit"
        hours, minutes = divmod(minutes, 60)
        tail = f"{NO_BREAK}{minutes:02}" if minutes else ""
        return f"{hours}{NO_BREAK}h{tail}"

    def start(self, minutes: int) -> str:
        """Return "à 20 h"."""
        return f"à {self.clock(minutes, ends=False)}"

    def always(self, *, every_day: bool) -> str:
        """Return "24 h/24, 7 j/7"."""
        return f"24{NO_BREAK}h/24" + (f", 7{NO_BREAK}j/7" if every_day else "")

    def dates(self, span: DateSpan) -> str:
        """Return "de mai à septembre", "le 25 décembre", "du 3 au 15 août"."""
        start, end = span.start, span.end
        if start == end:
            return f"le {self.year_day(start)}" if start.day else f"en {self.year_day(start)}"
        if start.day:
            return f"du {self._start(start, end)} au {self.year_day(end)}"
        month = self.month(start.month)
        if end.month == start.month % MONTH_COUNT + 1:
            return f"en {month} et {self.month(end.month)}"
        return f"{'d’' if month[0] in _ELIDED else 'de '}{month} à {self.month(end.month)}"

    def _start(self, start: YearDay, end: YearDay) -> str:
        if (start.month, start.year) == (end.month, end.year):
            return self.day_number(start.day)
        return self.year_day(replace(start, year=0) if start.year == end.year else start)

    def year_day(self, moment: YearDay) -> str:
        """Return a month or a day, with its year when it has one."""
        day = f"{self.day_number(moment.day)}{NO_BREAK}" if moment.day else ""
        year = f" {moment.year}" if moment.year else ""
        return f"{day}{self.month(moment.month)}{year}"

    def day_number(self, day: int) -> str:
        """Return the day of a month: "1er", then figures."""
        return "1er" if day == 1 else str(day)

    def month(self, month: int) -> str:
        """Return the name of a month."""
        return MONTHS[month - 1]

    def note(self, comment: str) -> str:
        """Return "et sur rendez-vous", or "sinon" and the remark."""
        word = "et" if comment == APPOINTMENT else "sinon"
        return f"{word} {self.comment(comment)}"

    def closing(self, rule: Rule, *, after_opening: bool, alone: bool) -> str:
        """Return "fermé le lundi et les jours fériés", or "sauf vacances scolaires"."""
        comment = self.comment(rule.comment)
        if rule.times:
            return self._closed_hours(rule)
        if after_opening and not rule.days and Holiday.SCHOOL in rule.holidays:
            words = ("sauf", self.days(rule), comment)
        elif rule.days or rule.holidays:
            words = ("fermé", self._closed_days(rule), comment)
        else:
            words = ("fermé", self.context(rule) if alone else "", comment)
        return " ".join(filter(None, words))

    def _closed_hours(self, rule: Rule) -> str:
        half = _HALF_DAYS.get(rule.times[0]) if len(rule.times) == 1 else None
        comment = self.comment(rule.comment)
        if _is_every_day(rule):
            hours = f"{_ARTICLES[half]}{half}" if half else self.times(rule.times)
            return " ".join(filter(None, ("fermé", hours, comment)))
        one_day = len(rule.days) == 1 and rule.days[0].first == rule.days[0].last
        if half and one_day and not rule.holidays:
            return " ".join(filter(None, ("fermé", self._closed_days(rule), half, comment)))
        words = (self.days(rule), half or self.times(rule.times), comment)
        return " ".join(filter(None, words)) + f"{self.colon}fermé"

    def _closed_days(self, rule: Rule) -> str:
        if rule.holidays == (Holiday.SCHOOL,) and not rule.days:
            return self.within_school_holidays
        days = [self._with_article(item) for item in self.weekdays(rule.days)]
        return self.listed([*days, *(f"les {self.holiday(found)}" for found in rule.holidays)])

    def _with_article(self, item: str) -> str:
        is_range = item.startswith(("du ", "tous ")) or "–" in item
        return item if is_range else f"le {item}"


def _is_every_day(rule: Rule) -> bool:
    whole_week = rule.days == (DaySpan(WEEK[0], WEEK[-1]),)
    return whole_week and not (rule.holidays or any(rule.context))
