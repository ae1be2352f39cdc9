"""Days, dates and times in their shortest, sorted form."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ctg_desktop.domain.opening_hours.model import (
    WEEK,
    DateSpan,
    DaySpan,
    TimeSpan,
    YearDay,
    single_days,
)

_MONTHS = 12


def compact_days(spans: Iterable[DaySpan]) -> tuple[DaySpan, ...]:
    """Return the same days sorted, neighbours as a range, ranks of one weekday together."""
    spans = tuple(spans)
    plain = tuple(span for span in spans if not span.nth)
    whole = single_days(plain) if plain else frozenset()
    ranks: dict[int, set[int]] = {}
    for span in spans:
        if span.nth and span.first not in whole:
            ranks.setdefault(span.first, set()).update(span.nth)
    ranked = [DaySpan(day, day, _sorted_ranks(found)) for day, found in ranks.items()]
    return tuple(sorted([*day_ranges(whole), *ranked]))


def day_ranges(days: Collection[int]) -> list[DaySpan]:
    """Return weekdays as ranges of neighbours."""
    starts = [day for day in WEEK if day in days and day - 1 not in days]
    ends = [day for day in WEEK if day in days and day + 1 not in days]
    return [DaySpan(first, last) for first, last in zip(starts, ends, strict=True)]


def compact_times(spans: Iterable[TimeSpan]) -> tuple[TimeSpan, ...]:
    """Return the same slots sorted, those that overlap made one; slots that touch stay apart."""
    done: list[TimeSpan] = []
    for span in sorted(set(spans)):
        if done and span.end and span.start < done[-1].end:
            done[-1] = TimeSpan(done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return tuple(done)


def compact_dates(spans: Iterable[DateSpan]) -> tuple[DateSpan, ...]:
    """Return the same dates sorted, neighbouring whole months as a range; empty for all months."""
    spans = tuple(dict.fromkeys(spans))
    monthly = {month for span in spans if _is_monthly(span) for month in _months(span)}
    if len(monthly) == _MONTHS:
        return ()
    others = [span for span in spans if not _is_monthly(span)]
    starts = [month for month in sorted(monthly) if (month - 2) % _MONTHS + 1 not in monthly]
    ranges = [DateSpan(YearDay(month), YearDay(_last_month(month, monthly))) for month in starts]
    return tuple(sorted([*ranges, *others], key=_calendar_order))


def _sorted_ranks(ranks: set[int]) -> tuple[int, ...]:
    return tuple(sorted(ranks, key=lambda rank: (rank < 0, rank)))


def _is_monthly(span: DateSpan) -> bool:
    return not (span.start.day or span.start.year)


def _months(span: DateSpan) -> list[int]:
    length = (span.end.month - span.start.month) % _MONTHS + 1
    return [(span.start.month + step - 1) % _MONTHS + 1 for step in range(length)]


def _last_month(month: int, months: set[int]) -> int:
    while month % _MONTHS + 1 in months:
        month = month % _MONTHS + 1
    return month


def _calendar_order(span: DateSpan) -> tuple[int, int, int, DateSpan]:
    return (span.start.year, span.start.month, span.start.day, span)
