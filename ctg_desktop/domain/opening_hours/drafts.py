"""A rule being put together from elements, and the part of the year that is being spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from ctg_desktop.domain.opening_hours.elements import Dates, Days, Note
from ctg_desktop.domain.opening_hours.lexicon import PART_TIMES, Part
from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    DateSpan,
    DaySpan,
    Holiday,
    Join,
    Parity,
    Rule,
    State,
    TimeSpan,
    single_days,
)
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError


@dataclass(slots=True)
class Context:
    """A part of the year, said before or after days and times.

    Attributes:
        term: Outside of school holidays.
        announced: Followed by a colon, so that it also holds for the next lines.
        used: Some rule was said within it.
        stale: A line ended since, without a colon before: what follows may not belong to it.
    """

    dates: tuple[DateSpan, ...] = ()
    weeks: Parity | None = None
    school: bool = False
    term: bool = False
    announced: bool = False
    used: bool = False
    stale: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.dates or self.weeks or self.school or self.term)

    @property
    def narrows(self) -> bool:
        """Whether it says when in the year, terms apart."""
        return bool(self.dates or self.weeks or self.school)

    def add(self, value: Dates | Parity | Holiday, start: int, *, listed: bool) -> None:
        """Narrow the context; dates listed with "et" or a comma are added up.

        Raises:
            NotUnderstoodError: When it already says something else of this kind.
        """
        if isinstance(value, Dates):
            if self.dates and not listed:
                raise NotUnderstoodError(start)
            self.dates = (*self.dates, *value.spans)
        elif isinstance(value, Parity):
            if self.weeks:
                raise NotUnderstoodError(start)
            self.weeks = value
        else:
            if self.school or self.term:
                raise NotUnderstoodError(start)
            self.school = True

    def narrowed(self) -> Context:
        """Return a copy to be narrowed for one rule."""
        return Context(self.dates, self.weeks, self.school, self.term)


@dataclass(slots=True)
class Draft:
    """One rule as its elements arrive.

    Attributes:
        start: Where it begins in the text.
        needs_times: It began with no separator, so that days without hours would be doubtful.
        times_first: Its hours came before its days.
    """

    start: int = 0
    context: Context = field(default_factory=Context)
    days: list[DaySpan] = field(default_factory=list)
    holidays: list[Holiday] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    note: Note | None = None
    join: Join | None = None
    needs_times: bool = False
    times_first: bool = False
    doubtful_rank: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no days, hours or note were said."""
        return not (self.has_days or self.has_times or self.note)

    @property
    def has_days(self) -> bool:
        """Whether days were said."""
        return bool(self.days or self.holidays)

    @property
    def has_times(self) -> bool:
        """Whether hours or parts of the day were said."""
        return bool(self.times or self.parts)

    def add_days(self, days: Days, start: int) -> None:
        """Add weekdays.

        Raises:
            NotUnderstoodError: "1er mardi et jeudi": the rank may hold for both.
        """
        if self.doubtful_rank and not days.spans[0].nth:
            raise NotUnderstoodError(start)
        self.doubtful_rank = bool(days.spans[0].nth) and not days.monthly
        self.days.extend(days.spans)

    def without(self, days: tuple[DaySpan, ...]) -> list[DaySpan]:
        """Return its weekdays but those."""
        gone = weekdays(days)
        return [DaySpan(day, day) for day in sorted(weekdays(tuple(self.days)) - gone)]

    def opened(self) -> Rule:
        """Return the rule, parts of the day taken at their usual hours."""
        times = (*self.times, *(PART_TIMES[part].opened for part in self.parts))
        comment = self.note.comment if self.note else ""
        known = bool(times) and comment != APPOINTMENT
        return self._rule(times, State.OPEN if known else State.UNKNOWN, comment)

    def closed(self) -> Rule:
        """Return the rule as a closing, parts of the day taken as half days."""
        times = (*self.times, *(PART_TIMES[part].closed for part in self.parts))
        return self._rule(times, State.CLOSED, self.note.comment if self.note else "")

    def _rule(self, times: tuple[TimeSpan, ...], state: State, comment: str) -> Rule:
        context = self.context
        if context.school and self.holidays:
            raise NotUnderstoodError(self.start)
        return Rule(
            *(context.dates, context.weeks, context.school, tuple(self.days)),
            *(tuple(self.holidays), times, state, comment),
        )


def weekdays(spans: tuple[DaySpan, ...]) -> frozenset[int]:
    """Return the weekdays of the spans; none when there is no span."""
    return single_days(spans) if spans else frozenset()
