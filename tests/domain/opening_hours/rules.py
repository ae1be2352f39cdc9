"""Rules and weeks for hypothesis."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    NO_APPOINTMENT,
    DateSpan,
    DaySpan,
    Holiday,
    Join,
    Parity,
    Rule,
    State,
    TimeSpan,
    YearDay,
)

COMMENTS = ("", "", "", APPOINTMENT, NO_APPOINTMENT, "sonner deux fois", "côté « cour »")


def moment(quarter: int) -> dt.datetime:
    """Return a moment of a week without public holiday, by quarters of an hour since Monday."""
    return dt.datetime(2026, 9, 7) + dt.timedelta(minutes=15 * quarter)  # noqa: DTZ001 - local


@st.composite
def _day_slots(draw: st.DrawFn) -> list[tuple[str, str]]:
    marks = sorted(draw(st.sets(st.integers(0, 95), max_size=6)))
    clocks = [f"{mark // 4:02}:{mark % 4 * 15:02}" for mark in marks]
    return list(zip(clocks[::2], clocks[1::2], strict=False))


weekly_slots = st.dictionaries(st.integers(1, 7), _day_slots())


@st.composite
def _times(draw: st.DrawFn) -> TimeSpan:
    start = draw(st.integers(0, 95)) * 15
    if draw(st.integers(0, 9)) == 0:
        return TimeSpan(start)
    return TimeSpan(start, min(start + draw(st.integers(1, 40)) * 15, 1440))


@st.composite
def _days(draw: st.DrawFn) -> DaySpan:
    first = draw(st.integers(1, 7))
    if draw(st.integers(0, 4)) == 0:
        ranks = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1, max_size=3)
        return DaySpan(first, first, tuple(draw(ranks)))
    return DaySpan(first, draw(st.integers(1, 7)))


@st.composite
def _dates(draw: st.DrawFn) -> DateSpan:
    month, other = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    day, last = sorted((draw(st.integers(1, 28)), draw(st.integers(1, 28))))
    spans = [
        (YearDay(month), YearDay(month)),
        (YearDay(month), YearDay(other)),
        (YearDay(month, day), YearDay(month, day)),
        (YearDay(month, day), YearDay(other, last)),
        (YearDay(month, day, 2026), YearDay(month, last, 2026)),
        (YearDay(month, day, 2026), YearDay(other, last, 2027)),
    ]
    return DateSpan(*draw(st.sampled_from(spans)))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    days = tuple(draw(st.lists(_days(), max_size=3)))
    within = bool(days) and draw(st.integers(0, 5)) == 0
    holidays = [] if within else draw(st.lists(st.sampled_from(Holiday), max_size=1))
    times, comment = tuple(draw(st.lists(_times(), max_size=3))), draw(st.sampled_from(COMMENTS))
    states = [State.OPEN, State.OPEN, State.CLOSED]
    if comment or (days and not times):
        states.append(State.UNKNOWN)
    return Rule(
        dates=tuple(draw(st.lists(_dates(), max_size=2))),
        weeks=draw(st.sampled_from([None, None, None, *Parity])),
        in_school_holidays=within,
        days=days,
        holidays=tuple(holidays),
        times=times,
        state=draw(st.sampled_from(states)),
        comment=comment,
        join=draw(st.sampled_from([Join.REPLACE, Join.REPLACE, Join.ADD])),
    )
