"""The part of a rule that a form can show: one choice a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.moments import day_of
from ctg_desktop.domain.recurrence.rule import Frequency, Rule, Weekday, parse, write


@dataclass(frozen=True, slots=True)
class RuleParts:
    """What an edit form asks about a repetition.

    Attributes:
        weekdays: ISO numbers, 1 for Monday; empty for the weekday of the start.
        nth: With one weekday and months or years: 1 for the first, -1 for the last; 0 for none.
        month_day: With months: 1 to 31, -1 for the last day; 0 for the day of the start.
        months: Months it is limited to, e.g. those of the school year; empty for all.
        until: Last day; ``None`` without end.
        count: Number of dates; 0 without limit. Never together with ``until``.
    """

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    month_day: int = 0
    months: tuple[int, ...] = ()
    until: date | None = None
    count: int = 0


def parts_of(rrule: str) -> RuleParts | None:
    """Return what a form shows of a rule, ``None`` when the rule says more than a form can.

    Raises:
        UserError: ``recurrence-invalid``.
    """
    rule = parse(rrule)
    nths = {one.nth for one in rule.weekdays}
    if rule.positions or rule.week_start != 1 or len(nths) > 1 or len(rule.month_days) > 1:
        return None
    parts = RuleParts(
        frequency=rule.frequency,
        interval=rule.interval,
        weekdays=tuple(one.day for one in rule.weekdays),
        nth=next(iter(nths), 0),
        month_day=next(iter(rule.month_days), 0),
        months=rule.months,
        until=None if rule.until is None else day_of(rule.until),
        count=rule.count,
    )
    return parts if _is_simple(parts) else None


def rule_of(parts: RuleParts) -> str:
    """Return the rule of what a form says, in iCalendar syntax.

    Raises:
        UserError: ``recurrence-invalid`` when the choices contradict one another.
    """
    rule = Rule(
        frequency=parts.frequency,
        interval=parts.interval,
        weekdays=tuple(Weekday(day, parts.nth) for day in sorted(set(parts.weekdays))),
        month_days=(parts.month_day,) if parts.month_day else (),
        months=tuple(sorted(set(parts.months))),
        until=parts.until,
        count=parts.count,
    )
    return write(parse(write(rule)))


def _is_simple(parts: RuleParts) -> bool:
    monthly = parts.frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    if monthly and parts.weekdays:
        return parts.nth != 0 and parts.month_day == 0
    return monthly or parts.month_day == 0
