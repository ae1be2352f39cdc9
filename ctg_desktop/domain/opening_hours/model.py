"""What opening hours are made of: rules that select days and times.

The shape follows the OpenStreetMap ``opening_hours`` specification
(https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification), limited to what the program
can also say in French. Weekdays are ISO numbers (1 Monday … 7 Sunday), times are minutes since
midnight and may run past 1440 when a slot ends after midnight.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

DAY_MINUTES = 1440
_EARLIEST_NIGHT_START = 12 * 60
_LATEST_NIGHT_END = 8 * 60
WEEK = (1, 2, 3, 4, 5, 6, 7)


class Holiday(enum.Enum):
    """A kind of day that a calendar outside the expression defines."""

    PUBLIC = "PH"
    SCHOOL = "SH"


class State(enum.Enum):
    """What a rule says of the moments it selects; a bare comment leaves them unknown."""

    OPEN = "open"
    CLOSED = "off"
    UNKNOWN = "unknown"


class Join(enum.Enum):
    """How a rule relates to those before it."""

    REPLACE = "; "
    ADD = ", "
    ELSE = " || "


@dataclass(frozen=True, slots=True, order=True)
class DaySpan:
    """Weekdays from first to last; ``nth`` (-2…5, only for one day) picks some of the month."""

    first: int
    last: int
    nth: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class YearDay:
    """A month, or a day of it when ``day`` is not 0; of one year when ``year`` is not 0."""

    month: int
    day: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """From a month or day to another, both included; may pass the end of the year."""

    start: YearDay
    end: YearDay


class Parity(enum.Enum):
    """Every other week, by ISO week number."""

    EVEN = "02-52/2"
    ODD = "01-53/2"


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From a time to another, in minutes; ``end`` 0 when only the start is known."""

    start: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the moments it selects, and what it says of them.

    Attributes:
        dates: Parts of the year; empty for the whole year.
        weeks: Every other week only.
        in_school_holidays: The days are taken within school holidays only.
        days: Weekdays; empty for all when ``holidays`` is empty too.
        holidays: Holidays, beside the weekdays.
        times: Slots of the day; empty for the whole day, or hours not given.
        state: What the rule says.
        comment: Shown with the rule; never contains a straight double quote.
        join: How the rule relates to those before it.
    """

    dates: tuple[DateSpan, ...] = ()
    weeks: Parity | None = None
    in_school_holidays: bool = False
    days: tuple[DaySpan, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    state: State = State.OPEN
    comment: str = ""
    join: Join = Join.REPLACE

    @property
    def context(self) -> tuple[tuple[DateSpan, ...], Parity | None, bool]:
        """When in the year the rule holds, days and times apart."""
        return (self.dates, self.weeks, self.in_school_holidays)

    @property
    def selects_all(self) -> bool:
        """Whether no selector narrows the rule."""
        return not (any(self.context) or self.days or self.holidays or self.times)


Rules: TypeAlias = tuple[Rule, ...]

APPOINTMENT = "sur rendez-vous"
NO_APPOINTMENT = "sans rendez-vous"
_APPOINTMENT_WORDS = frozenset(
    {APPOINTMENT, "sur rdv", "by appointment", "on appointment", "appointment", "rdv"}
    | {"by appointment only", "uniquement sur rendez-vous", "sur rendez-vous uniquement"}
)
_NO_APPOINTMENT_WORDS = frozenset({NO_APPOINTMENT, "sans rdv", "without appointment"})


def standard_comment(comment: str) -> str:
    """Return the comment, or the standard French one when it is another wording of it."""
    folded = " ".join(comment.casefold().split())
    if folded in _APPOINTMENT_WORDS:
        return APPOINTMENT
    return NO_APPOINTMENT if folded in _NO_APPOINTMENT_WORDS else comment


def single_days(spans: tuple[DaySpan, ...]) -> frozenset[int]:
    """Return every weekday of the spans, whatever its rank in the month; all when there is none."""
    if not spans:
        return frozenset(WEEK)
    return frozenset(day for span in spans for day in days_between(span.first, span.last))


def days_between(first: int, last: int) -> tuple[int, ...]:
    """Return the weekdays from first to last, through Sunday when last comes before first."""
    return tuple((first + step - 1) % 7 + 1 for step in range((last - first) % 7 + 1))


def overlap(one: TimeSpan, other: TimeSpan) -> bool:
    """Return whether two slots share a moment; a slot without end runs to midnight."""
    return one.start < (other.end or DAY_MINUTES) and other.start < (one.end or DAY_MINUTES)


def runs_through_night(start: int, end: int) -> bool:
    """Return whether a slot that ends before it starts plainly ends on the next morning."""
    return end < start and start >= _EARLIEST_NIGHT_START and end <= _LATEST_NIGHT_END
