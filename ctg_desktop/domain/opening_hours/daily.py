"""When a place is open on one day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from ctg_desktop.domain.opening_hours.evaluation import is_open
from ctg_desktop.domain.opening_hours.model import DAY_MINUTES, Holiday, Rules
from ctg_desktop.domain.opening_hours.osm_reader import read

Span = tuple[dt.time, dt.time]


def open_spans(osm: str, day: dt.date) -> tuple[Span, ...] | None:
    """Return from when to when a place is open on a day, in order; nothing when it is closed.

    A slot that lasts until midnight ends at 00:00; one that goes on into the night is given up to
    midnight, and its rest on the next day.

    Args:
        osm: Stored opening hours.
        day: The day asked about.

    Returns:
        ``None`` when the text does not tell: kept as text, by appointment, without an end, or
        depending on school holidays.
    """
    rules = read(osm)
    if rules is None:
        return None
    open_: list[Span] = []
    for start, end in pairwise(_turns(rules)):
        answer = is_open(osm, _moment(day, start))
        if answer is None:
            return None
        if answer and open_ and open_[-1][1] == _time(start):
            open_[-1] = (open_[-1][0], _time(end))
        elif answer:
            open_.append((_time(start), _time(end)))
    return tuple(open_)


def speaks_of_public_holidays(osm: str) -> bool:
    """Tell whether the opening hours say what holds on public holidays."""
    return any(Holiday.PUBLIC in rule.holidays for rule in read(osm) or ())


def _turns(rules: Rules) -> list[int]:
    """Return every minute of a day at which the state may change, midnights included."""
    times = {0, DAY_MINUTES}
    for rule in rules:
        for span in rule.times:
            times |= {span.start % DAY_MINUTES, span.end % DAY_MINUTES}
    return sorted(times)


def _moment(day: dt.date, minutes: int) -> dt.datetime:
    return dt.datetime.combine(day, _time(minutes))


def _time(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes % DAY_MINUTES, 60))
