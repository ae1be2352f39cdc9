"""Tokens read into elements: whole days, dates, slots and the words that tie them together.

First of two steps of the grammar; the second (``assembly``) ties elements into rules.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from ctg_desktop.domain.opening_hours.date_elements import date_spans
from ctg_desktop.domain.opening_hours.lexicon import Kind, Part
from ctg_desktop.domain.opening_hours.model import (
    DAY_MINUTES,
    WEEK,
    DateSpan,
    DaySpan,
    Holiday,
    Parity,
    TimeSpan,
)
from ctg_desktop.domain.opening_hours.time_elements import time_span
from ctg_desktop.domain.opening_hours.token_cursor import Cursor, NotUnderstoodError
from ctg_desktop.domain.opening_hours.tokens import Token


class Tie(enum.Enum):
    """What stands between two elements."""

    NONE = enum.auto()
    COLON = enum.auto()
    COMMA = enum.auto()
    AND = enum.auto()
    LINE = enum.auto()
    STOP = enum.auto()


class Word(enum.Enum):
    """A word that says what to do with its neighbours."""

    CLOSED = enum.auto()
    EXCEPT = enum.auto()
    ELSE = enum.auto()
    BUT = enum.auto()
    ALSO = enum.auto()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, or that one must make an appointment (``only``: and not otherwise)."""

    comment: str
    only: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Weekdays; ``monthly`` when their rank was said to be "du mois"."""

    spans: tuple[DaySpan, ...]
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Parts of the year."""

    spans: tuple[DateSpan, ...]


Value = Days | Holiday | Dates | Parity | TimeSpan | Part | Note | Word | None


@dataclass(frozen=True, slots=True)
class Element:
    """One element, with what ties it to the one before and where it starts in the text."""

    value: Value
    tie: Tie
    start: int


_TIES = {
    Kind.COLON: Tie.COLON,
    Kind.COMMA: Tie.COMMA,
    Kind.AND: Tie.AND,
    Kind.LINE: Tie.LINE,
    Kind.STOP: Tie.STOP,
}
_MARKS = frozenset({Kind.DASH, Kind.SLASH})
_AFTER_DAYS = frozenset({Kind.NUMBER, Kind.POINT, Kind.CLOSED})
_AFTER_SLOT = frozenset({Kind.DAY, Kind.DAYS, Kind.HOLIDAY, Kind.CLOSED, Kind.NOTE})
_WORDS = {
    Kind.CLOSED: Word.CLOSED,
    Kind.EXCEPT: Word.EXCEPT,
    Kind.ELSE: Word.ELSE,
    Kind.BUT: Word.BUT,
    Kind.ALSO: Word.ALSO,
}


def elements(tokens: list[Token]) -> list[Element]:
    """Return the elements of a text, ended by one whose value is ``None``.

    Raises:
        NotUnderstoodError: At the first token that fits nothing.
    """
    return _Reader(tokens).elements()


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self._cursor = Cursor(tokens)
        self._found: list[Element] = []
        self._readers: dict[Kind, Callable[[], list[Value]]] = {
            Kind.DAY: self._days,
            Kind.DAYS: self._days,
            Kind.RANK: self._ranked,
            Kind.MONTH: self._dates,
            Kind.NUMBER: self._numbered,
            Kind.POINT: self._point,
            Kind.TO: self._time,
            Kind.START: self._time,
            Kind.BETWEEN: self._time,
            Kind.HOLIDAY: self._holiday,
            Kind.PARITY: self._parity,
            Kind.PART: self._part,
            Kind.ALL_DAY: self._all_day,
            Kind.ALWAYS: self._always,
            Kind.TERM: self._term,
            Kind.NOTE: self._note,
            Kind.ONLY_NOTE: self._note,
            Kind.OR: self._or,
            **dict.fromkeys(_WORDS, self._word),
        }

    def elements(self) -> list[Element]:
        while True:
            tie = self._tie()
            start = self._cursor.offset
            if self._cursor.kind() is None:
                return [*self._found, Element(None, tie, start)]
            values = self._values()
            self._found.append(Element(values[0], tie, start))
            self._found.extend(Element(value, Tie.NONE, start) for value in values[1:])

    def _values(self) -> list[Value]:
        kind = self._cursor.kind()
        reader = self._readers.get(kind) if kind else None
        if reader is None:
            raise NotUnderstoodError(self._cursor.offset)
        return reader()

    def _tie(self) -> Tie:
        tie = Tie.NONE
        while (kind := self._cursor.kind()) in _TIES or kind in _MARKS:
            found = self._mark() if kind in _MARKS else _TIES[kind]
            tie = max(tie, found, key=lambda found: found.value)
            self._cursor.skip()
        return tie

    def _mark(self) -> Tie:
        """Return what a lone dash or slash ties: a bullet, days to hours, or slots in a list."""
        last = self._found[-1].value if self._found else None
        before, mark, after = (self._cursor.kind(rank) for rank in (-1, 0, 1))
        if mark is Kind.DASH and before in {None, Kind.LINE}:
            return Tie.NONE
        if isinstance(last, Days | Holiday) and mark is Kind.DASH and after in _AFTER_DAYS:
            return Tie.COLON
        if isinstance(last, TimeSpan) and after in (
            _AFTER_SLOT if mark is Kind.DASH else _AFTER_SLOT | {Kind.NUMBER}
        ):
            return Tie.COMMA
        raise NotUnderstoodError(self._cursor.offset)

    def _days(self) -> list[Value]:
        first = self._day_span()
        marked = self._cursor.kind() in {Kind.DASH, Kind.TO} and self._cursor.kind(1) is Kind.DAY
        if first.first != first.last or not marked:
            return [Days((first,))]
        self._cursor.skip()
        last = self._day_span()
        if last.first == first.first or self._cursor.starts(Kind.DASH, Kind.DAY):
            raise NotUnderstoodError(self._cursor.offset)
        return [Days((DaySpan(first.first, last.first),))]

    def _day_span(self) -> DaySpan:
        value = self._cursor.take().value
        if isinstance(value, int):
            return DaySpan(value, value)
        return value if isinstance(value, DaySpan) else DaySpan(WEEK[0], WEEK[-1])

    def _ranked(self) -> list[Value]:
        dates = self._cursor.attempt(date_spans)
        if dates:
            return [Dates(dates)]
        ranks = [self._cursor.rank(5)]
        while self._cursor.takes_tie_before(Kind.RANK):
            ranks.append(self._cursor.rank(5))
        if self._cursor.kind() is not Kind.DAY:
            raise NotUnderstoodError(self._cursor.offset)
        day = self._day_span().first
        monthly = self._cursor.takes(Kind.MONTHLY)
        return [Days((DaySpan(day, day, tuple(ranks)),), monthly)]

    def _dates(self) -> list[Value]:
        dates = self._cursor.attempt(date_spans)
        if not dates:
            raise NotUnderstoodError(self._cursor.offset)
        return [Dates(dates)]

    def _numbered(self) -> list[Value]:
        dates = self._cursor.attempt(date_spans)
        return [Dates(dates)] if dates else self._time()

    def _time(self) -> list[Value]:
        return [time_span(self._cursor)]

    def _point(self) -> list[Value]:
        alone = self._cursor.kind(1) not in {Kind.DASH, Kind.TO, Kind.UNTIL, Kind.SLASH}
        if alone and self._cursor.peek_value() == DAY_MINUTES // 2:
            self._cursor.skip()
            return [Part.LUNCH]
        return self._time()

    def _holiday(self) -> list[Value]:
        value = self._cursor.take().value
        return [value] if isinstance(value, Holiday) else []

    def _parity(self) -> list[Value]:
        value = self._cursor.take().value
        return [value] if isinstance(value, Parity) else []

    def _part(self) -> list[Value]:
        value = self._cursor.take().value
        return [value] if isinstance(value, Part) else []

    def _all_day(self) -> list[Value]:
        self._cursor.skip()
        return [TimeSpan(0, DAY_MINUTES)]

    def _always(self) -> list[Value]:
        self._cursor.skip()
        return [Days((DaySpan(1, 7),)), TimeSpan(0, DAY_MINUTES)]

    def _term(self) -> list[Value]:
        self._cursor.skip()
        return [Word.EXCEPT, Holiday.SCHOOL]

    def _note(self) -> list[Value]:
        token = self._cursor.take()
        return [Note(str(token.value), only=token.kind is Kind.ONLY_NOTE)]

    def _or(self) -> list[Value]:
        self._cursor.skip()
        if self._cursor.kind() is not Kind.NOTE:
            raise NotUnderstoodError(self._cursor.offset)
        return [Word.ELSE]

    def _word(self) -> list[Value]:
        return [_WORDS[self._cursor.take().kind]]
