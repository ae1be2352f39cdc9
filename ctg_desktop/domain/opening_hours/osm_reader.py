"""Reading OpenStreetMap ``opening_hours`` text into rules.

Only what the program can also say in French is read; the rest (sunset, Easter, week numbers, rules
of several years…) is left to its own text by the callers.
"""

from __future__ import annotations

import re

from ctg_desktop.domain.opening_hours.calendar_limits import is_day
from ctg_desktop.domain.opening_hours.model import (
    DAY_MINUTES,
    DateSpan,
    DaySpan,
    Holiday,
    Join,
    Parity,
    Rule,
    Rules,
    State,
    TimeSpan,
    YearDay,
)
from ctg_desktop.domain.opening_hours.osm_writer import DAY_CODES, MONTH_CODES

_PIECES = re.compile(r'[ \t\r\n\u00a0\u202f]+|("[^"]*"|\|\||[A-Za-z]+|[0-9]+|.)', re.DOTALL)
_DAYS = {code: rank for rank, code in enumerate(DAY_CODES, 1)}
_MONTHS = {code: rank for rank, code in enumerate(MONTH_CODES, 1)}
_HOLIDAYS = {holiday.value: holiday for holiday in Holiday}
_STATES = {
    "open": State.OPEN,
    "off": State.CLOSED,
    "closed": State.CLOSED,
    "unknown": State.UNKNOWN,
}
_PARITIES = {
    ("02", "52", "2"): Parity.EVEN,
    ("02", "53", "2"): Parity.EVEN,
    ("01", "53", "2"): Parity.ODD,
}


_FIRST_YEAR = 1900
_TEXT_LIMIT = 5_000


class _Unread(Exception):
    """The text is not in the part of the syntax that is read here."""


def read(text: str) -> Rules | None:
    """Return the rules of an OpenStreetMap text, or ``None`` when it is not one we can word.

    A text of more than 5,000 characters is not.
    """
    if len(text) > _TEXT_LIMIT:
        return None
    try:
        return _Reader(text).rules()
    except _Unread:
        return None


class _Reader:
    """A cursor over the pieces of one text; each method reads one part of the grammar."""

    def __init__(self, text: str) -> None:
        self._pieces = [match[1] for match in _PIECES.finditer(text) if match[1]]
        self._at = 0

    def rules(self) -> Rules:
        found = [self._rule(Join.REPLACE)]
        while self._peek():
            if self._take(";"):
                if self._peek():
                    found.append(self._rule(Join.REPLACE))
            elif self._take(","):
                found.append(self._rule(Join.ADD))
            elif self._take("||"):
                return (*found, self._fallback())
            else:
                raise _Unread
        return tuple(found)

    def _fallback(self) -> Rule:
        rule = self._rule(Join.ELSE)
        if self._peek() or not (rule.selects_all and rule.comment and rule.state is State.UNKNOWN):
            raise _Unread
        return rule

    def _rule(self, join: Join) -> Rule:
        start = self._at
        if self._take_all("24", "/", "7"):
            return self._finished(Rule(join=join), start)
        dates = self._list_of_dates()
        weeks = self._weeks()
        self._take(":")
        days, holidays, within = self._days_and_holidays()
        self._take(":")
        rule = Rule(dates, weeks, within, days, holidays, self._list_of_times(), join=join)
        return self._finished(rule, start)

    def _finished(self, rule: Rule, start: int) -> Rule:
        word = _STATES.get(self._peek())
        self._at += word is not None
        comment = self._comment()
        if start == self._at:
            raise _Unread
        state = word or (State.UNKNOWN if comment else State.OPEN)
        if state is State.UNKNOWN and not comment and (rule.times or rule.selects_all):
            raise _Unread
        return Rule(
            *(rule.dates, rule.weeks, rule.in_school_holidays, rule.days, rule.holidays),
            *(rule.times, state, comment, rule.join),
        )

    def _comment(self) -> str:
        piece = self._peek()
        if not piece.startswith('"'):
            return ""
        if len(piece) < 2 or not piece.strip('"').strip():
            raise _Unread
        self._at += 1
        return " ".join(piece.strip('"').split())

    def _list_of_dates(self) -> tuple[DateSpan, ...]:
        spans: list[DateSpan] = []
        while self._starts_date():
            start = self._year_day()
            spans.append(DateSpan(start, self._end_of_dates(start)))
            if not (self._peek() == "," and self._starts_date(1)):
                break
            self._at += 1
        return tuple(spans)

    def _starts_date(self, ahead: int = 0) -> bool:
        word, after = self._peek(ahead), self._peek(ahead + 1)
        return word in _MONTHS or (len(word) == 4 and word.isdigit() and after in _MONTHS)

    def _end_of_dates(self, start: YearDay) -> YearDay:
        if not self._take("-"):
            return start
        if start.day and self._peek().isdigit() and self._peek(1) not in _MONTHS:
            day = self._number(31)
            if day < start.day or not is_day(start.month, day, start.year):
                raise _Unread
            return YearDay(start.month, day, start.year)
        end = self._year_day()
        if bool(end.day) is not bool(start.day) or bool(end.year) is not bool(start.year):
            raise _Unread
        if start.year and (not start.day or end < start or _backwards(start, end)):
            raise _Unread
        return end

    def _year_day(self) -> YearDay:
        year = self._number(9999) if self._peek().isdigit() else 0
        if 0 < year < _FIRST_YEAR:
            raise _Unread
        month = _MONTHS.get(self._next())
        if month is None:
            raise _Unread
        day = 0
        if self._peek().isdigit() and not self._starts_time():
            day = self._number(31)
            if not is_day(month, day, year):
                raise _Unread
        return YearDay(month, day, year)

    def _starts_time(self) -> bool:
        return self._peek(1) == ":" and self._peek(2).isdigit() and self._peek(3) != ":"

    def _weeks(self) -> Parity | None:
        if not self._take("week"):
            return None
        first, dash, last, slash, step = (self._next() for _ in range(5))
        parity = _PARITIES.get((first.zfill(2), last, step))
        if (dash, slash) != ("-", "/") or parity is None:
            raise _Unread
        return parity

    def _days_and_holidays(self) -> tuple[tuple[DaySpan, ...], tuple[Holiday, ...], bool]:
        days: list[DaySpan] = []
        holidays: list[Holiday] = []
        while self._peek() in _DAYS or self._peek() in _HOLIDAYS:
            if self._peek() in _HOLIDAYS:
                holidays.append(_HOLIDAYS[self._next()])
            else:
                days.append(self._day())
            if self._peek() != "," or not (self._peek(1) in _DAYS or self._peek(1) in _HOLIDAYS):
                break
            self._at += 1
        within = holidays == [Holiday.SCHOOL] and not days and self._peek() in _DAYS
        if within:
            inner, others, _ = self._days_and_holidays()
            if others:
                raise _Unread
            return inner, (), True
        return tuple(days), tuple(holidays), False

    def _day(self) -> DaySpan:
        first = _DAYS[self._next()]
        if self._take("["):
            return DaySpan(first, first, self._ranks())
        last = _DAYS.get(self._next()) if self._take("-") else first
        if last is None:
            raise _Unread
        return DaySpan(first, last)

    def _ranks(self) -> tuple[int, ...]:
        ranks: list[int] = []
        while True:
            last_ones = self._take("-")
            rank = self._number(2 if last_ones else 5)
            top = self._number(5) if not last_ones and self._take("-") else rank
            ranks.extend([-rank] if last_ones else range(rank, top + 1))
            if self._take("]") and all(ranks) and ranks:
                return tuple(ranks)
            if not self._take(","):
                raise _Unread

    def _list_of_times(self) -> tuple[TimeSpan, ...]:
        spans: list[TimeSpan] = []
        while self._peek().isdigit() and self._peek(1) == ":":
            spans.append(self._time_span())
            if not (self._peek() == "," and self._peek(1).isdigit() and self._peek(2) == ":"):
                break
            self._at += 1
        return tuple(spans)

    def _time_span(self) -> TimeSpan:
        start = self._clock(DAY_MINUTES - 1)
        if self._take("+"):
            return TimeSpan(start)
        if not self._take("-"):
            raise _Unread
        end = self._clock(2 * DAY_MINUTES)
        if end == start or self._peek() in {"+", "/"}:
            raise _Unread
        return TimeSpan(start, end if end > start else end + DAY_MINUTES)

    def _clock(self, limit: int) -> int:
        hours = self._number(48)
        if not self._take(":") or len(self._peek()) != 2:
            raise _Unread
        minutes = hours * 60 + self._number(59)
        if minutes > limit:
            raise _Unread
        return minutes

    def _number(self, limit: int) -> int:
        piece = self._next()
        if not (piece.isascii() and piece.isdigit()) or len(piece) > 4 or int(piece) > limit:
            raise _Unread
        return int(piece)

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._pieces[at] if at < len(self._pieces) else ""

    def _next(self) -> str:
        piece = self._peek()
        self._at += 1
        return piece

    def _take(self, piece: str) -> bool:
        taken = self._peek() == piece
        self._at += taken
        return taken

    def _take_all(self, *pieces: str) -> bool:
        taken = all(self._peek(rank) == piece for rank, piece in enumerate(pieces))
        self._at += len(pieces) * taken
        return taken


def _backwards(start: YearDay, end: YearDay) -> bool:
    return (start.year, start.month, start.day) > (end.year, end.month, end.day)
