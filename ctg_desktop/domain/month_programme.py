"""How the dates of one month are told: what comes each week once, the rest day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.moments import month_after
from ctg_desktop.domain.recurrence import Frequency
from ctg_desktop.domain.recurrence.rule import parse

_OFTEN = 3
"""Dates in the month from which a weekly series is said once."""
_MOST_MISSING = 3
"""Dates left out, besides the first or last ones, up to which "sauf" is still worth saying."""
_RUN = 2
"""Dates left out one after the other that make a series begin later or end earlier."""
_FREQUENCIES = (Frequency.DAILY, Frequency.WEEKLY)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WeeklySeries:
    """What takes place each week of the month.

    Attributes:
        weekdays: From 0, Monday, to 6.
        usual: One of its dates, for title, hours and place.
        since: First date, when it begins in the course of the month.
        until: Last date, when it ends in the course of the month.
        missing: Days in between on which it does not take place as usual.
    """

    weekdays: tuple[int, ...]
    usual: Occurrence
    since: date | None = None
    until: date | None = None
    missing: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the month, or a part of a very full one, and what begins on it.

    Attributes:
        goes_on: Another part of the same day comes before.
    """

    day: date
    occurrences: tuple[Occurrence, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """The whole month.

    Attributes:
        running: What began before the month and is still going on.
    """

    weekly: tuple[WeeklySeries, ...]
    running: tuple[Occurrence, ...]
    days: tuple[ProgrammeDay, ...]

    @property
    def count(self) -> int:
        """How many entries there are to print."""
        dated = sum(len(day.occurrences) for day in self.days)
        return len(self.weekly) + len(self.running) + dated

    def cut(self, count: int) -> Programme:
        """Return the first entries only: each week's, those still going on, then day by day."""
        weekly = self.weekly[:count]
        count -= len(weekly)
        running = self.running[:count]
        count -= len(running)
        kept: list[ProgrammeDay] = []
        for day in self.days:
            some = day.occurrences[:count]
            count -= len(some)
            if some:
                kept.append(ProgrammeDay(day.day, some, day.goes_on))
        return Programme(weekly, running, tuple(kept))


def programme(
    first: date, occurrences: Sequence[Occurrence], events: Mapping[str, Event], most: int
) -> Programme:
    """Sort the dates of a month.

    Args:
        first: First day of the month.
        occurrences: Dates that touch the month, in order.
        events: The events of those dates, by id.
        most: A day with more dates than this is given in parts.
    """
    weekly = {
        event_id: series
        for event_id, some in _by_event(occurrences).items()
        if event_id in events and (series := _weekly(first, events[event_id], some)) is not None
    }
    dated = [one for one in occurrences if one.event_id not in weekly or _unusual(one)]
    return Programme(
        weekly=tuple(sorted(weekly.values(), key=_weekly_order)),
        running=tuple(one for one in dated if one.day < first),
        days=tuple(_days([one for one in dated if one.day >= first], most)),
    )


def _by_event(occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for one in occurrences:
        found.setdefault(one.event_id, []).append(one)
    return found


def _weekly(first: date, event: Event, dates: list[Occurrence]) -> WeeklySeries | None:
    usual = [one for one in dates if not _unusual(one) and one.day >= first]
    if len(usual) < _OFTEN or not _is_weekly(event):
        return None
    weekdays = tuple(sorted({one.day.weekday() for one in usual}))
    held = [one.day for one in usual]
    missing = [
        day
        for day in _days_between(first, month_after(first))
        if day.weekday() in weekdays and day not in held
    ]
    since = _end_of_run([day for day in missing if day < held[0]], held[0])
    until = _end_of_run([day for day in missing if day > held[-1]], held[-1])
    inner = [day for day in missing if day > (since or date.min) and day < (until or date.max)]
    if len(inner) > _MOST_MISSING:
        return None
    return WeeklySeries(weekdays, usual[0], since, until, tuple(inner))


def _end_of_run(missing: list[date], held: date) -> date | None:
    return held if len(missing) >= _RUN else None


def _is_weekly(event: Event) -> bool:
    rule = parse(event.recurrence) if event.recurrence else None
    return rule is not None and rule.frequency in _FREQUENCIES and rule.interval == 1


def _days_between(start: date, end: date) -> Iterator[date]:
    while start < end:
        yield start
        start += _ONE_DAY


def _unusual(occurrence: Occurrence) -> bool:
    return occurrence.cancelled or occurrence.moved_from is not None


def _weekly_order(series: WeeklySeries) -> tuple[tuple[int, ...], str, str]:
    start = series.usual.start
    clock = start.time().isoformat() if isinstance(start, datetime) else ""
    return series.weekdays, clock, series.usual.title


def _days(dated: Sequence[Occurrence], most: int) -> Iterator[ProgrammeDay]:
    for day, group in groupby(dated, key=lambda one: one.day):
        some = tuple(group)
        for start in range(0, len(some), most):
            yield ProgrammeDay(day, some[start : start + most], goes_on=start > 0)
