"""Repetitions in English: "Every Wednesday at 2:30 pm, until 30 June 2027"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ctg_desktop.domain import wording_en as wording
from ctg_desktop.domain.calendar_words import MONTHS_EN, NBSP, WEEKDAYS_EN
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.moments import day_of
from ctg_desktop.domain.recurrence import outline
from ctg_desktop.domain.recurrence.rule import Frequency, Rule, Weekday

_ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    -1: "last",
    -2: "second last",
}
_WORKING_DAYS = (1, 2, 3, 4, 5)
_SPECIAL = "On particular dates"


def rule_to_english(event: Event, *, since: date | None = None) -> str:
    """Return when an event takes place, as a sentence without its full stop.

    Args:
        event: An event; one without recurrence gives an empty text.
        since: Exceptions before this day are left out.

    Raises:
        UserError: ``recurrence-invalid``.
    """
    if not event.recurrence:
        return ""
    rule = outline.rule_in_full(event)
    head, *limits = _SUBJECTS[rule.frequency](rule)
    if outline.length(event) > 1:
        limits.append(f"for {wording.plural(outline.length(event), 'day', 'days')}")
    limits += [*_end(rule), *_exceptions(event, rule, since)]
    sentence = ", ".join([head + _times(event), *limits])
    return sentence[0].upper() + sentence[1:]


def _daily(rule: Rule) -> list[str]:
    if rule.weekdays and rule.interval == 1:
        return [_each(_days(rule.weekdays)), *_months(rule.months)]
    if rule.month_days or rule.weekdays:
        return [_SPECIAL]
    return [_every(rule.interval, "day"), *_months(rule.months)]


def _weekly(rule: Rule) -> list[str]:
    days, limits = _days(rule.weekdays), _months(rule.months)
    if rule.interval == 1:
        return [_each(days), *limits]
    names = wording.joined([WEEKDAYS_EN[day - 1] for day in days])
    if rule.interval == 2 and len(days) == 1:
        return [f"every other {names}", *limits]
    return [f"{_every(rule.interval, 'week')} on {names}", *limits]


def _monthly(rule: Rule) -> list[str]:
    if rule.weekdays and rule.month_days:
        return _weekdays_of_dates(rule)
    if rule.weekdays and not rule.positions and not rule.weekdays[0].nth:
        every = [] if rule.interval == 1 else [_every(rule.interval, "month")]
        return [_each(_days(rule.weekdays)), *every, *_months(rule.months)]
    subject = _days_of_period(rule)
    if not subject:
        return [_SPECIAL]
    if rule.interval > 1:
        return [f"on {subject}", _every(rule.interval, "month"), *_months(rule.months)]
    if len(rule.months) == 1:
        return [f"on {subject} of {MONTHS_EN[rule.months[0] - 1]}"]
    return [f"on {subject} of the month", *_months(rule.months)]


def _yearly(rule: Rule) -> list[str]:
    every = _every(rule.interval, "year")
    if rule.weekdays and rule.month_days:
        return _weekdays_of_dates(rule)
    if rule.weekdays and not rule.positions and not rule.weekdays[0].nth:
        head = _each(_days(rule.weekdays))
        return [head, *([] if rule.interval == 1 else [every]), *_months(rule.months)]
    if rule.months and not rule.weekdays and not rule.positions:
        dates = [_date(day, month) for month in rule.months for day in rule.month_days]
        return [f"{every} on {wording.joined(dates)}"]
    subject = _days_of_period(rule)
    if not subject:
        return [_SPECIAL]
    months = wording.joined([MONTHS_EN[month - 1] for month in rule.months])
    return [f"{every} on {subject} of {months or 'the year'}"]


_SUBJECTS: dict[Frequency, Callable[[Rule], list[str]]] = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _days(weekdays: Iterable[Weekday]) -> tuple[int, ...]:
    return tuple(sorted({one.day for one in weekdays}))


def _every(interval: int, unit: str) -> str:
    if interval == 1:
        return f"every {unit}"
    return f"every other {unit}" if interval == 2 else f"every {interval} {unit}s"


def _each(days: tuple[int, ...]) -> str:
    run = outline.run(days, 7)
    if len(days) == 7:
        return "every day"
    if run is not None:
        return f"{WEEKDAYS_EN[run[0] - 1]} to {WEEKDAYS_EN[run[1] - 1]}"
    return f"every {wording.joined([WEEKDAYS_EN[day - 1] for day in days])}"


def _days_of_period(rule: Rule) -> str:
    """Return which days of a month or year a rule takes, empty when that is hard to say."""
    if rule.positions:
        return _nth_of_several(rule)
    if not rule.weekdays:
        return wording.joined([_day_from_either_end(day) for day in rule.month_days])
    ordered = sorted(rule.weekdays, key=lambda one: (one.nth < 0, one.nth, one.day))
    return wording.joined([f"the {_nth(one.nth)} {WEEKDAYS_EN[one.day - 1]}" for one in ordered])


def _weekdays_of_dates(rule: Rule) -> list[str]:
    nth = any(one.nth for one in rule.weekdays) or min(rule.month_days) < 0
    if nth or rule.positions or rule.interval > 1:
        return [_SPECIAL]
    names = wording.joined([WEEKDAYS_EN[day - 1] for day in _days(rule.weekdays)], "or")
    numbers = wording.joined([_ordinal_number(day) for day in rule.month_days], "or")
    return [f"every {names} the {numbers}", *_months(rule.months)]


def _nth_of_several(rule: Rule) -> str:
    days = _days(rule.weekdays)
    if rule.month_days or any(one.nth for one in rule.weekdays):
        return ""
    names = wording.joined([WEEKDAYS_EN[day - 1] for day in days], "or")
    day = {7: "day", 5: "working day" if days == _WORKING_DAYS else names}.get(len(days), names)
    return wording.joined([f"the {_nth(position)} {day}" for position in rule.positions])


def _day_from_either_end(day: int) -> str:
    return f"the {_ordinal_number(day)}" if day > 0 else f"the {_nth(day)} day"


def _date(day: int, month: int) -> str:
    if day < 0:
        return f"the {_nth(day)} day of {MONTHS_EN[month - 1]}"
    return f"{day}{NBSP}{MONTHS_EN[month - 1]}"


def _nth(nth: int) -> str:
    if nth in _ORDINALS:
        return _ORDINALS[nth]
    return _ordinal_number(nth) if nth > 0 else f"{_ordinal_number(-nth)} last"


def _ordinal_number(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _months(months: tuple[int, ...]) -> list[str]:
    run = outline.run(months, 12)
    if not months or len(months) == 12:
        return []
    if run is not None:
        return [f"from {MONTHS_EN[run[0] - 1]} to {MONTHS_EN[run[1] - 1]}"]
    return [f"in {wording.joined([MONTHS_EN[month - 1] for month in months])}"]


def _times(event: Event) -> str:
    start, end = outline.times(event)
    if start is None:
        return ""
    if end is None:
        return f" at{NBSP}{wording.time(start)}"
    return f" from{NBSP}{wording.time(start)} to{NBSP}{wording.time(end)}"


def _end(rule: Rule) -> list[str]:
    if rule.until is not None:
        last = day_of(rule.until)
        return [f"until {wording.day_of_month(last)} {last.year}"]
    return [wording.plural(rule.count, "time", "times")] if rule.count else []


def _exceptions(event: Event, rule: Rule, since: date | None) -> list[str]:
    days = outline.exceptions(event, since)
    if len(days) > outline.MOST_EXCEPTIONS:
        return [f"except {wording.plural(len(days), 'date', 'dates')}"]
    with_year = not outline.within_a_year(event, rule)
    groups = [_same_month(group, with_year=with_year) for group in outline.by_month(days)]
    return [f"except {wording.joined(groups)}"] if groups else []


def _same_month(days: list[date], *, with_year: bool) -> str:
    numbers = wording.joined([str(day.day) for day in days])
    year = f" {days[0].year}" if with_year else ""
    return f"{numbers}{NBSP}{MONTHS_EN[days[0].month - 1]}{year}"
